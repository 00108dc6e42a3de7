package lectern.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import lectern.cli.MiniBook.Section;
import org.jsoup.Jsoup;

/** A mini book laid down in a folder of its own, and the commands that are run on it. */
final class BookFolder {
    private static final String DELETED = "(deleted)";
    private static final List<String> VERBS =
            List.of("build", "check", "run", "verify", "accept", "explain", "catalog", "tangle");

    private final Path root;
    private final Normaliser normaliser;
    private Map<String, String> before = Map.of();
    private Map<String, String> after = Map.of();

    BookFolder(Path root) {
        this.root = root;
        this.normaliser = new Normaliser(root);
    }

    /** Lay down a file, or take one away. */
    void lay(Section file) throws IOException {
        String name = file.name().replaceFirst(" crlf$", "");
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("'" + file.name() + "' lies outside the book");
        }
        if (file.body().equals(List.of(DELETED))) {
            Files.delete(path);
            return;
        }
        Files.createDirectories(path.getParent());
        String text = name.equals(file.name()) ? file.text() : file.text().replace("\n", "\r\n");
        Files.writeString(path, text);
    }

    /** Run one command and return what it says, a line each. */
    List<String> run(String command) throws IOException {
        String[] words = command.split(" ");
        return switch (words[0]) {
            case "cat" -> show(root.resolve(words[1]));
            case "select" -> select(root.resolve(words[1]), words[2]);
            case "changes" -> changes(words[1]);
            case "git" -> git(words);
            default -> lectern(command.isEmpty() ? new String[0] : words);
        };
    }

    private List<String> lectern(String... words) {
        List<String> args = new ArrayList<>(Arrays.asList(words));
        args.replaceAll(word -> word.replace("[ROOT]", root.toString()));
        boolean verb = args.stream().anyMatch(VERBS::contains);
        if (verb && !args.contains("--book") && !args.contains("--help")) {
            args.addAll(1, List.of("--book", root.resolve("notes/book.adoc").toString()));
            args.addAll(1, List.of("--target", root.resolve("target").toString()));
        }
        before = tree();
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = Main.run(writer, writer, args.toArray(String[]::new));
        after = tree();
        List<String> lines = new ArrayList<>(printed(said.toString()));
        lines.add("exit " + code);
        return lines;
    }

    private List<String> git(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=someone"));
        command.addAll(List.of("-c", "user.email=someone@example.org", "-c", "gc.auto=0"));
        command.addAll(Arrays.asList(words).subList(1, words.length));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
            return List.of("exit " + builder.inheritIO().start().waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git ran", e);
        }
    }

    private List<String> show(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? printed(Files.readString(file))
                : List.of("(no such file)");
    }

    /** The text of the elements of a page that a CSS selector names, a line each. */
    private static List<String> select(Path page, String selector) throws IOException {
        return Jsoup.parse(Files.readString(page)).select(selector).eachText();
    }

    private List<String> printed(String text) {
        return normaliser.apply(text).lines().toList();
    }

    /** What the last command added, changed and deleted below a folder, fonts aside. */
    private List<String> changes(String folder) {
        List<String> lines = new ArrayList<>();
        var all = new TreeMap<String, String>(before);
        all.putAll(after);
        for (String file : all.keySet()) {
            String old = before.get(file);
            String now = after.get(file);
            boolean meant = file.startsWith(folder + "/") && !file.contains("/assets/fonts/");
            if (meant && !Objects.equals(old, now)) {
                String what = old == null ? "added " : now == null ? "deleted " : "changed ";
                lines.add(what + file);
            }
        }
        return lines.isEmpty() ? List.of("none") : lines;
    }

    private Map<String, String> tree() {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> tree = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                tree.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + root, e);
        }
    }
}
