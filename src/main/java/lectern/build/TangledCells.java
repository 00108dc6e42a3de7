package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.model.Anchor;
import lectern.model.Book;
import lectern.model.Cell;
import lectern.model.CellSource.Inline;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Note;
import lectern.tangle.Tangler;
import lectern.text.SourceFiles;

/**
 * The scripts made of cells that stand in notes. They lie below the cache, each in a folder named
 * like its note, so that a place in one can be told as a place in the note.
 */
public final class TangledCells {
    private final BookLayout layout;
    private final Path folder;
    private final Pattern place;

    /** Tangle the cells of a book. */
    public TangledCells(BookLayout layout) {
        this.layout = layout;
        this.folder = layout.cache().resolve("tangled");
        this.place =
                Pattern.compile(
                        Pattern.quote(SourceFiles.relative(layout.root(), folder))
                                + "/(\\S+)/\\w+\\.java");
    }

    private static String name(Path source) {
        return source.getFileName().toString().replaceFirst("\\.java$", "");
    }

    /** Write the script of a cell, every line with the number that it has in the note. */
    Path write(Cell cell, Inline inline) {
        Path home = folder.resolve(cell.location().file());
        Path file = home.resolve(Tangler.className(cell) + ".java");
        SourceFiles.write(file, tangler(home).padded(cell, inline));
        return file;
    }

    /** A finding with the places in tangled scripts told as places in their notes. */
    Diagnostic inNote(Diagnostic found) {
        Location at = found.location();
        return new Diagnostic(
                found.severity(),
                found.rule(),
                new Location(told(at.file()), at.line(), at.column()),
                told(found.message()),
                found.hint().map(this::told));
    }

    private String told(String text) {
        return place.matcher(text).replaceAll("$1");
    }

    /**
     * The scripts of all inline cells as a reader would write them, by file name.
     *
     * @param home folder that they are meant for
     */
    public Map<String, String> readable(Book book, Path home) {
        Map<String, String> scripts = new TreeMap<>();
        Tangler tangler = tangler(home);
        for (Cell cell : book.cells()) {
            if (cell.source() instanceof Inline inline) {
                scripts.put(
                        Tangler.className(cell) + ".java",
                        tangler.readable(cell, inline, title(book, cell)));
            }
        }
        return scripts;
    }

    private static String title(Book book, Cell cell) {
        return book.all(Note::anchors).stream()
                .filter(anchor -> anchor.id().equals(cell.id().value()))
                .map(Anchor::text)
                .findFirst()
                .orElse("");
    }

    private Tangler tangler(Path home) {
        Path library = layout.root().resolve("scripts").resolve("lib");
        return new Tangler(sources(library), SourceFiles.relative(home, library) + "/");
    }

    private static Map<String, String> sources(Path library) {
        if (!Files.isDirectory(library)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(library)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".java"))
                    .collect(Collectors.toMap(TangledCells::name, SourceFiles::read));
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + library, e);
        }
    }
}
