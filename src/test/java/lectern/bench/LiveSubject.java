package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A book that is edited while it is served.
 *
 * @param name in the table
 * @param folder that is copied; nothing in it is touched
 * @param book its main note, from the folder
 * @param prose a note that gets another paragraph, from the folder
 * @param titled a note whose first heading opens a chapter, from the folder
 * @param script of a cell on the page of the prose, from the folder
 */
record LiveSubject(
        String name, Path folder, Path book, Path prose, Path titled, Optional<Path> script) {
    private static final Path INTERCONNECTS = Path.of("notes/hardware/01-interconnects.adoc");

    /** The book of this repository. */
    static LiveSubject ours(Path root) {
        return new LiveSubject(
                "ML Systems, Annotated",
                root,
                Path.of("notes/book.adoc"),
                INTERCONNECTS,
                INTERCONNECTS,
                Optional.of(Path.of("scripts/hardware/CubeMesh.java")));
    }

    /** Pro Git 2, as its repository has it. */
    static LiveSubject proGit(Path folder) {
        return new LiveSubject(
                "Pro Git 2",
                folder,
                Path.of("progit.asc"),
                Path.of("book/01-introduction/sections/about-version-control.asc"),
                Path.of("ch01-getting-started.asc"),
                Optional.empty());
    }

    /** Any book, with a note that opens a chapter of it. */
    static LiveSubject other(Path book, Path note) {
        Path folder = book.getParent();
        Path chapter = folder.relativize(note);
        return new LiveSubject(
                book.getFileName().toString(),
                folder,
                folder.relativize(book),
                chapter,
                chapter,
                Optional.empty());
    }

    /** Copy it, without what was built of it and without its history. */
    void copyTo(Path copy) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files =
                    walk.filter(Files::isRegularFile)
                            .map(folder::relativize)
                            .filter(file -> !file.startsWith("target") && !file.startsWith(".git"))
                            .toList();
        }
        for (Path file : files) {
            Path copied = copy.resolve(file.toString());
            Files.createDirectories(copied.getParent());
            Files.copy(folder.resolve(file), copied);
        }
    }
}
