package lectern.note;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.model.Book;
import lectern.model.Diagnostic;
import lectern.model.Heading;
import lectern.model.Note;
import lectern.text.FileMemory;

/** Reads a book from its main note, following includes. */
public final class BookReader {
    private BookReader() {}

    /**
     * A book and what reading it found wrong.
     *
     * @param book as far as it could be read
     * @param findings in order of place
     * @param catalog what the attribute {@code jbang-catalog} names, such as {@code owner/repo};
     *     empty when it is not set
     */
    public record Reading(Book book, List<Diagnostic> findings, String catalog) {}

    /**
     * Read a book.
     *
     * @param root folder that messages are relative to
     * @param file the main note
     * @param attributes that the toolchain sets and notes cannot change
     */
    public static Reading read(Path root, Path file, Map<String, String> attributes) {
        return read(root, file, attributes, FileMemory.NONE);
    }

    /**
     * Read a book again.
     *
     * @param memory of its files
     */
    public static Reading read(
            Path root, Path file, Map<String, String> attributes, FileMemory memory) {
        Map<String, String> fixed = new HashMap<>(attributes);
        for (String name :
                List.of("backend-html5", "basebackend-html", "doctype-book", "lectern")) {
            fixed.putIfAbsent(name, "");
        }
        Path main = file.toAbsolutePath().normalize();
        ScanContext context =
                new ScanContext(
                        root.toAbsolutePath().normalize(),
                        main.getParent(),
                        new DocumentAttributes(fixed),
                        memory);
        context.notes.put(main, Optional.empty());
        context.notes.put(main, Optional.of(new NoteScanner(context, main).scan()));
        List<Note> notes = context.notes.values().stream().flatMap(Optional::stream).toList();
        String title =
                notes.get(0).headings().stream()
                        .filter(heading -> heading.level() == 0)
                        .map(Heading::title)
                        .findFirst()
                        .orElse(main.getFileName().toString());
        Book book =
                new Book(
                        context.root,
                        context.name(main),
                        title,
                        notes,
                        List.copyOf(context.included),
                        context.parents);
        return new Reading(
                book,
                context.findings.stream().sorted().toList(),
                context.attributes.get("jbang-catalog", ""));
    }
}
