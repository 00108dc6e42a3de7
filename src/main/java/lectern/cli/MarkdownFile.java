package lectern.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file and the note it becomes.
 *
 * @param source the Markdown
 * @param note where the AsciiDoc goes
 */
record MarkdownFile(Path source, Path note) {
    private static final Pattern LINK =
            Pattern.compile("([^\\s()<>\\[\\]:#]++)(?<=\\.md|\\.markdown)#([^\\s()<>\\]\"']+)");

    private static final Pattern NAME =
            Pattern.compile("\\[\\[([^\\]\\[|#\\n]+)#([^\\]\\[|^\\n]+)(?:\\|[^\\]\\[\\n]*)?\\]\\]");

    /**
     * Find the files, in the order of the arguments and of names within folders.
     *
     * @param output where notes go; null for beside their sources
     */
    static List<MarkdownFile> under(List<Path> sources, Path output) {
        List<MarkdownFile> all = new ArrayList<>();
        for (Path source : sources) {
            if (!Files.isDirectory(source)) {
                Path name = renamed(source.getFileName());
                all.add(
                        new MarkdownFile(
                                source,
                                output == null
                                        ? source.resolveSibling(name)
                                        : output.resolve(name)));
                continue;
            }
            try (Stream<Path> files = Files.walk(source)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().matches(".*\\.(?:md|markdown)"))
                        .sorted()
                        .forEach(
                                file -> {
                                    Path inside = renamed(source.relativize(file));
                                    Path base = output == null ? source : output;
                                    all.add(new MarkdownFile(file, base.resolve(inside)));
                                });
            } catch (IOException e) {
                throw new UncheckedIOException("looking for Markdown in " + source, e);
            }
        }
        return all;
    }

    /**
     * Find the names of headings that a text asks for in other files.
     *
     * @param vault where names in double brackets are looked up
     * @param fragments by file, absolute; what is found is added
     */
    void collect(String markdown, Vault vault, Map<Path, Set<String>> fragments) {
        Path folder = source.toAbsolutePath().normalize().getParent();
        Matcher link = LINK.matcher(markdown);
        while (link.find()) {
            try {
                String path = URLDecoder.decode(link.group(1), StandardCharsets.UTF_8);
                String name = URLDecoder.decode(link.group(2), StandardCharsets.UTF_8);
                fragments
                        .computeIfAbsent(folder.resolve(path).normalize(), file -> new HashSet<>())
                        .add(name);
            } catch (IllegalArgumentException e) {
                continue; // no path, or percent signs that mean something else
            }
        }
        Matcher name = NAME.matcher(markdown);
        while (name.find()) {
            vault.find(folder, name.group(1).strip())
                    .ifPresent(
                            file ->
                                    fragments
                                            .computeIfAbsent(file, key -> new HashSet<>())
                                            .add(name.group(2).strip()));
        }
    }

    private static Path renamed(Path path) {
        String name = path.getFileName().toString().replaceFirst("\\.(?:md|markdown)$", "");
        return path.resolveSibling(name + ".adoc");
    }
}
