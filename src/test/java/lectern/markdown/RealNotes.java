package lectern.markdown;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures the import on folders of anybody's Markdown, by the comparison of the tests: flexmark's
 * page of each file against Asciidoctor's page of its import.
 *
 * <pre>
 * mvn -Pbench verify -Dbench.main=lectern.markdown.RealNotes -Dnotes=DIR [-Deach=N]
 * </pre>
 *
 * <p>Each folder directly under DIR is a row of the table; {@code -Deach=N} takes every Nth file.
 * What differs, and the notes that do, go to {@code target/import}.
 */
final class RealNotes {
    private RealNotes() {}

    /** Sums of a row of the table. */
    private static final class Row {
        int files;
        int equal;
        long blocks;
        long exact;
        int messages;
        int links;
        int dead;
        int lossy;
        long lines;
        long escapes;
        long passthroughs;

        void add(RealNote note) {
            files++;
            equal += note.equal() ? 1 : 0;
            blocks += note.blocks();
            exact += note.exact();
            messages += note.messages().size();
            links += note.links();
            dead += note.dead().size();
            lossy += note.losses().isEmpty() ? 0 : 1;
            lines += note.style().lines();
            escapes += note.style().escapes();
            passthroughs += note.style().passthroughs();
        }

        String text(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-34.34s %5d %5d %6.1f %% %8d %7.3f %% %4d %5d/%-5d %5d %6.1f %6.1f",
                    name,
                    files,
                    equal,
                    100.0 * equal / Math.max(1, files),
                    blocks,
                    100.0 * exact / Math.max(1, blocks),
                    messages,
                    links - dead,
                    links,
                    lossy,
                    1000.0 * escapes / Math.max(1, lines),
                    1000.0 * passthroughs / Math.max(1, lines));
        }
    }

    /** Measure what the system properties name. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("notes"));
        int each = Integer.getInteger("each", 1);
        Path target = Path.of(System.getProperty("notes.target", "target/import"));
        Files.createDirectories(target);
        Map<String, Row> rows = new TreeMap<>();
        Row all = new Row();
        try (PrintWriter out =
                new PrintWriter(
                        target.resolve("differences.txt").toFile(), StandardCharsets.UTF_8)) {
            int index = 0;
            for (Path file : files(root)) {
                String text = text(file);
                if (text == null || index++ % each != 0) {
                    continue;
                }
                Path inside = root.relativize(file);
                RealNote note = measured(inside, text, out);
                rows.computeIfAbsent(inside.getName(0).toString(), name -> new Row()).add(note);
                all.add(note);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-34s %5s %5s %8s %8s %9s %4s %11s %5s %6s %6s\n",
                "folder",
                "files",
                "equal",
                "",
                "blocks",
                "exact",
                "warn",
                "#links live",
                "lossy",
                "esc/k",
                "pass/k");
        rows.forEach((name, row) -> System.out.println(row.text(name)));
        System.out.println(all.text("all"));
    }

    private static RealNote measured(Path file, String text, PrintWriter out) {
        RealNote note = RealNote.of(text);
        if (!note.equal() || !note.dead().isEmpty()) {
            out.println("=== " + file);
            note.differing().forEach(out::println);
            note.messages().forEach(message -> out.println("! " + message));
            note.dead().forEach(link -> out.println("# " + link));
        }
        note.losses().forEach(loss -> out.println("@ " + file + ": " + loss));
        return note;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return new ArrayList<>(
                    files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.(?:md|markdown)"))
                            .sorted()
                            .toList());
        }
    }

    /** The text of a file; null when it is not in UTF-8. */
    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
