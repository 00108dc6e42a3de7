package lectern.check;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lectern.model.Artifact;
import lectern.model.Book;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Note;
import lectern.model.OutputView;
import lectern.model.Placement;
import lectern.model.Placement.Kind;

/** Knows which outputs stand right under their cell: those the author did not place elsewhere. */
public final class WovenOutputs {
    private final Set<String> placed = new HashSet<>();
    private final Set<String> images = new HashSet<>();

    /** Look at what the notes of a book place by hand. */
    public WovenOutputs(Book book) {
        for (Placement placement : book.all(Note::placements)) {
            placed.add(key(placement.kind(), placement.cell(), placement.name()));
        }
        book.all(Note::images).forEach(image -> images.add(image.file()));
    }

    /** Whether the printed text of a cell stands under it, if there is any. */
    public boolean text(Cell cell) {
        return cell.options().view().shows(OutputView.TEXT)
                && !placed.contains(key(Kind.OUTPUT, cell.id().value(), ""));
    }

    /** Whether the published numbers that a cell is held against stand under it. */
    public boolean expectations(Cell cell) {
        return !placed.contains(key(Kind.EXPECTATIONS, cell.id().value(), ""));
    }

    /**
     * All that stands under a cell, in order: {@code text} first unless the cell says otherwise.
     */
    public List<String> under(Cell cell, CellRun run) {
        OutputView view = cell.options().view();
        Stream<String> text = text(cell) ? Stream.of(OutputView.TEXT) : Stream.empty();
        Stream<String> others =
                run.outputs().stream()
                        .filter(left -> view.shows(left.label()) && !elsewhere(cell, left))
                        .map(Artifact::label);
        return Stream.concat(text, others)
                .sorted(Comparator.comparingInt(label -> view.show().indexOf(label)))
                .toList();
    }

    /** Whether the author has placed an output by hand. */
    private boolean elsewhere(Cell cell, Artifact left) {
        return switch (left.kind().label()) {
            case "table" -> placed.contains(key(Kind.TABLE, cell.id().value(), left.name()));
            case "figure" -> shown(cell.picture(left));
            default -> false;
        };
    }

    private boolean shown(String target) {
        return images.stream().anyMatch(image -> ("/" + image).endsWith("/" + target));
    }

    /** The id that an output under a cell gets with its title. */
    public static String id(Cell cell, String name) {
        return cell.id() + "-" + name;
    }

    private static String key(Kind kind, String cell, String name) {
        return kind + " " + cell + " " + name;
    }
}
