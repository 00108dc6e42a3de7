package lectern.note;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.model.Cell;
import lectern.model.CellId;
import lectern.model.CellOptions;
import lectern.model.CellSource;
import lectern.model.Location;
import lectern.model.Rule;

/** Reads the cell that a listing with role {@code cell} declares. */
final class CellReader {
    private final ScanContext context;
    private final NoteBuilder note;
    private final Includes includes;

    CellReader(ScanContext context, NoteBuilder note, Includes includes) {
        this.context = context;
        this.note = note;
        this.includes = includes;
    }

    /** Add the cell to the note, or report why it is none. */
    void read(VerbatimBlock block) {
        BlockAttributes attributes = block.attributes();
        if (!attributes.hasRole("cell") || !block.listing()) {
            return;
        }
        Location location = note.at(Math.max(1, attributes.firstLine()), 0);
        if (!CellId.isValid(attributes.id())) {
            bad(
                    location,
                    attributes.id().isEmpty()
                            ? "a cell needs an id"
                            : "'" + attributes.id() + "' cannot name a cell",
                    "write [#name.cell] above the listing, name in lower-case letters, digits and hyphens");
            return;
        }
        String name = "cell '" + attributes.id() + "'";
        if (attributes.title().isEmpty()) {
            bad(
                    location,
                    name + " has no title",
                    "say in a line '.Title' what the reader should see");
        }
        CellOptions options =
                new CellOptionReader(
                                attributes, name, (message, hint) -> bad(location, message, hint))
                        .read(context);
        Optional<CellSource> source = source(block, name, location);
        if (source.isPresent()) {
            note.cells.add(
                    new Cell(
                            new CellId(attributes.id()),
                            area(),
                            source.get(),
                            options,
                            location,
                            block.lastLineWithCallouts()));
        }
    }

    /** The code of a cell: the script that its one line includes, or its lines themselves. */
    private Optional<CellSource> source(VerbatimBlock block, String name, Location location) {
        boolean included = block.body().stream().anyMatch(includes::isDirective);
        boolean empty = block.body().stream().allMatch(String::isBlank);
        boolean java = block.attributes().named("2").orElse("java").equals("java");
        return included || empty || !java
                ? script(block, name, location)
                        .map(path -> new CellSource.Scripted(context.name(path)))
                : Optional.of(new CellSource.Inline(block.body(), block.openLine() + 1));
    }

    private Optional<Path> script(VerbatimBlock block, String name, Location location) {
        List<String> body = block.body().stream().filter(line -> !line.isBlank()).toList();
        List<String> scripts =
                body.stream()
                        .filter(line -> includes.isDirective(line) && line.contains(".java["))
                        .toList();
        if (body.size() != 1 || scripts.size() != 1) {
            bad(
                    location,
                    name + " must show a script and nothing else, or a few lines of Java",
                    "let its body be one line: include::{scripts}/part/Name.java[tag=name]");
            return Optional.empty();
        }
        return includes.fileOf(scripts.get(0)).filter(java.nio.file.Files::isRegularFile);
    }

    private void bad(Location location, String message, String hint) {
        context.error(Rule.BAD_CELL, location, message, hint);
    }

    /** Folder of the note below the book's folder, where its runs and images are kept. */
    private String area() {
        String file = note.at(1, 0).file();
        String books = context.name(context.bookFolder);
        String below =
                books.isEmpty()
                        ? file
                        : file.substring(Math.min(file.length(), books.length() + 1));
        int slash = below.lastIndexOf('/');
        return slash < 0 ? "" : below.substring(0, slash);
    }
}
