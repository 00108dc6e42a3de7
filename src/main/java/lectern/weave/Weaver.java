package lectern.weave;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lectern.model.Artifact;
import lectern.model.Book;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagram;
import lectern.model.Fact;
import lectern.model.ImageUse;
import lectern.model.Note;
import lectern.model.Placement;
import lectern.model.Placement.Kind;
import lectern.model.ValueUse;
import lectern.text.ValueText;

/**
 * Weaves runs into notes, AsciiDoc in and AsciiDoc out: outputs, tables, figures and expectations
 * under their cells, facts in place of {@code val:}, pictures in place of diagram sources.
 *
 * <p>Weaving text rather than the engine's tree keeps captions in the order of the page, reaches
 * titles, captions and alternative text alike, and can be read and tested without an engine. The
 * notes must have passed the checks: an unknown cell or fact is a bug here.
 */
public final class Weaver {
    private final Book book;
    private final Map<String, CellRun> runs;
    private final Function<Diagram, String> diagrams;
    private final Function<Artifact, String> altTexts;
    private final Set<String> placed = new HashSet<>();
    private final Set<String> shownImages = new HashSet<>();

    /**
     * Prepare to weave a book.
     *
     * @param runs by the id of their cell
     * @param diagrams image target of a drawn diagram
     * @param altTexts alternative text of a figure specification
     */
    public Weaver(
            Book book,
            Map<String, CellRun> runs,
            Function<Diagram, String> diagrams,
            Function<Artifact, String> altTexts) {
        this.book = book;
        this.runs = runs;
        this.diagrams = diagrams;
        this.altTexts = altTexts;
        for (Placement placement : book.all(Note::placements)) {
            placed.add(key(placement.kind(), placement.cell(), placement.name()));
        }
        book.all(Note::images).forEach(image -> shownImages.add(image.file()));
    }

    /** Whether something that a run left is shown as a picture. */
    public static boolean picture(Artifact left) {
        return switch (left.kind()) {
            case PLOT, SVG_FIGURE, PNG_FIGURE, HTML_SVG, HTML_PNG -> true;
            case CSV_TABLE, ADOC_TABLE, FIGURE_TEXT, HTML, HTML_TEXT -> false;
        };
    }

    /** Image target of a picture that a cell's run left, below the images folder. */
    public static String pictureTarget(Cell cell, Artifact picture) {
        return switch (picture.kind()) {
            case PNG_FIGURE -> cell.path() + "-" + picture.name() + ".png";
            case HTML_SVG -> cell.path() + "-html-" + picture.name() + ".svg";
            case HTML_PNG -> cell.path() + "-html-" + picture.name() + ".png";
            default -> cell.path() + "-" + picture.name() + ".svg";
        };
    }

    /** Weave one note. */
    public WovenNote weave(Note note) {
        Edits edits = new Edits(note);
        values(note, edits);
        note.cells().forEach(cell -> edits.insertAfter(cell.lastLine(), under(cell)));
        note.placements().forEach(placement -> place(placement, edits));
        note.images().stream().filter(ImageUse::block).forEach(image -> markFigure(image, edits));
        for (Diagram diagram : note.diagrams()) {
            edits.drop(diagram.firstLine(), diagram.lastLine());
            edits.insertAfter(
                    diagram.lastLine(),
                    List.of("image::" + diagrams.apply(diagram) + "[role=diagram]"));
        }
        return edits.apply();
    }

    private void values(Note note, Edits edits) {
        List<ValueUse> fromTheRight =
                note.values().stream()
                        .sorted(Comparator.comparing(ValueUse::location).reversed())
                        .toList();
        for (ValueUse use : fromTheRight) {
            Fact fact =
                    run(use.cell())
                            .fact(use.fact())
                            .orElseThrow(() -> new IllegalStateException("unchecked value " + use));
            String text = ValueText.of(fact, use.options());
            String woven = use.plain() ? text : "[.val.of-" + use.cell() + "]##" + text + "##";
            edits.replace(use.location().line(), use.start(), use.end(), woven);
        }
    }

    /** All that follows a cell and was not placed by hand. */
    private List<String> under(Cell cell) {
        String id = cell.id().value();
        CellRun run = run(id);
        List<String> lines = new ArrayList<>();
        if (!cell.options().view().hideOutput() && !placed.contains(key(Kind.OUTPUT, id, ""))) {
            lines.addAll(OutputBlocks.text(id, run));
        }
        for (Artifact table : run.tables()) {
            if (!placed.contains(key(Kind.TABLE, id, table.name()))) {
                lines.add("");
                lines.addAll(OutputBlocks.table(id, table));
            }
        }
        for (Artifact figure : run.figures()) {
            String target = pictureTarget(cell, figure);
            if (shownImages.stream().noneMatch(image -> ("/" + image).endsWith("/" + target))) {
                lines.addAll(OutputBlocks.figure(id, target, altTexts.apply(figure)));
            }
        }
        run.machine().ifPresent(machine -> lines.addAll(OutputBlocks.recorded(id, machine)));
        if (!placed.contains(key(Kind.EXPECTATIONS, id, ""))) {
            lines.addAll(ExpectationBlocks.of(id, run));
        }
        return lines;
    }

    private void place(Placement placement, Edits edits) {
        int line = placement.location().line();
        edits.drop(line, line);
        edits.insertAfter(
                line,
                switch (placement.kind()) {
                    case OUTPUT -> OutputBlocks.text(placement.cell(), run(placement.cell()));
                    case TABLE -> OutputBlocks.table(placement.cell(), table(placement));
                    case EXPECTATIONS ->
                            ExpectationBlocks.of(placement.cell(), run(placement.cell()));
                    case LEDGER -> ExpectationBlocks.ledger(runs);
                });
    }

    private Artifact table(Placement placement) {
        return run(placement.cell()).tables().stream()
                .filter(table -> table.name().equals(placement.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unchecked table " + placement));
    }

    /** Mark an image that a run has drawn, so that the page can lead back to its example. */
    private void markFigure(ImageUse image, Edits edits) {
        Optional<Cell> source =
                book.cells().stream()
                        .filter(cell -> runs.containsKey(cell.id().value()))
                        .filter(
                                cell ->
                                        run(cell.id().value()).figures().stream()
                                                .anyMatch(
                                                        f ->
                                                                ("/" + image.file())
                                                                        .endsWith(
                                                                                "/"
                                                                                        + pictureTarget(
                                                                                                cell,
                                                                                                f))))
                        .findFirst();
        source.ifPresent(
                cell ->
                        edits.insertBefore(
                                image.location().line(),
                                List.of("[.figure.of-" + cell.id() + "]")));
    }

    private CellRun run(String cell) {
        CellRun run = runs.get(cell);
        if (run == null) {
            throw new IllegalStateException("unchecked cell " + cell);
        }
        return run;
    }

    private static String key(Kind kind, String cell, String name) {
        return kind + " " + cell + " " + name;
    }
}
