package lectern.weave;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lectern.bibliography.ListedSource;
import lectern.check.WovenOutputs;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Bibliography;
import lectern.model.Book;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagram;
import lectern.model.Fact;
import lectern.model.Formula;
import lectern.model.ImageUse;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.OutputView;
import lectern.model.Placement;
import lectern.model.Placement.Kind;
import lectern.model.ValueUse;
import lectern.text.Escapes;
import lectern.text.ValueMacro;
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
    private static final String EQUATION =
            "[.equation-{counter:equation-number},"
                    + "reftext=\"{equation-caption} {equation-number}\"]";

    private final Book book;
    private final Map<String, CellRun> runs;
    private final Function<Diagram, String> diagrams;
    private final Function<Artifact, String> altTexts;
    private final Function<Bibliography, List<ListedSource>> sources;
    private final SourceListing listing;
    private final WovenOutputs woven;
    private final boolean ledger;

    /**
     * Prepare to weave a book.
     *
     * @param runs by the id of their cell
     * @param diagrams image target of a drawn diagram
     * @param altTexts alternative text of a figure specification
     * @param sources a bibliography in its style
     */
    public Weaver(
            Book book,
            Map<String, CellRun> runs,
            Function<Diagram, String> diagrams,
            Function<Artifact, String> altTexts,
            Function<Bibliography, List<ListedSource>> sources) {
        this.book = book;
        this.runs = runs;
        this.diagrams = diagrams;
        this.altTexts = altTexts;
        this.sources = sources;
        this.listing = new SourceListing(book, runs);
        this.woven = new WovenOutputs(book);
        this.ledger = book.all(Note::placements).stream().anyMatch(p -> p.kind() == Kind.LEDGER);
    }

    /** Weave one note. */
    public WovenNote weave(Note note) {
        Edits edits = new Edits(note);
        values(note, edits);
        note.cells().forEach(cell -> cell(cell, edits));
        note.placements().forEach(placement -> place(placement, edits));
        note.coverages().forEach(c -> replace(c.location(), CoverageTable.lines(c), edits));
        note.bibliographies()
                .forEach(b -> replace(b.location(), listing.lines(b, sources.apply(b)), edits));
        note.formulas().stream().filter(Formula::numbered).forEach(f -> number(f, edits));
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
            String text = ValueText.of(fact(use.cell(), use.fact()), use.options());
            String woven = use.plain() ? text : styled(use.cell(), text);
            edits.replace(use.location().line(), use.start(), use.end(), woven);
        }
    }

    private Fact fact(String cell, String name) {
        return run(cell)
                .fact(name)
                .orElseThrow(
                        () -> new IllegalStateException("unchecked value " + cell + " " + name));
    }

    /** HTML at once: a role in brackets would be torn apart within a footnote or a link's text. */
    private static String styled(String cell, String text) {
        String html = Escapes.html(text);
        return "pass:[<span class=\"val of-" + cell + "\">" + html.replace("]", "\\]") + "</span>]";
    }

    /** Mark how the page shows the listing of a cell and add all that follows it. */
    private void cell(Cell cell, Edits edits) {
        OutputView view = cell.options().view();
        if (view.hideCode() || view.foldCode()) {
            String role = view.hideCode() ? "hide-code" : "fold-code";
            edits.insertBefore(cell.location().line(), List.of("[." + role + "]"));
        }
        edits.insertAfter(cell.lastLine(), under(cell));
    }

    /** All that follows a cell and was not placed by hand. */
    private List<String> under(Cell cell) {
        String id = cell.id().value();
        Optional<CellRun> run = Optional.ofNullable(runs.get(id));
        if (run.isEmpty()) {
            return OutputBlocks.notRun(cell);
        }
        List<String> lines = new ArrayList<>();
        for (String label : woven.under(cell, run.get())) {
            lines.addAll(output(cell, run.get(), label));
        }
        if (cell.options().view().foldOutput() && !lines.isEmpty()) {
            lines = OutputBlocks.folded(id, lines);
        }
        lines.addAll(OutputBlocks.recorded(cell, run.get()));
        if (woven.expectations(cell)) {
            lines.addAll(ExpectationBlocks.of(id, run.get(), ledger));
        }
        return lines;
    }

    private List<String> output(Cell cell, CellRun run, String label) {
        String id = cell.id().value();
        if (label.equals(OutputView.TEXT)) {
            return OutputBlocks.text(id, run);
        }
        Artifact left =
                run.outputs().stream()
                        .filter(a -> a.label().equals(label))
                        .findFirst()
                        .orElseThrow();
        List<String> lines = new ArrayList<>(List.of(""));
        String title = cell.options().view().titles().get(left.name());
        if (title != null) {
            lines.add("[#" + WovenOutputs.id(cell, left.name()) + "]");
            lines.add("." + printed(title));
        }
        lines.addAll(
                switch (left.kind()) {
                    case CSV_TABLE, ADOC_TABLE -> OutputBlocks.table(id, left);
                    case HTML -> HtmlBlocks.of(cell, run, left);
                    default -> OutputBlocks.figure(id, cell.picture(left), altText(run, left));
                });
        return lines;
    }

    private String altText(CellRun run, Artifact figure) {
        return figure.kind() == ArtifactKind.PLOT
                ? altTexts.apply(figure)
                : run.artifact(ArtifactKind.FIGURE_TEXT, figure.name()).orElseThrow().content();
    }

    /** A title with its values printed. */
    private String printed(String title) {
        return ValueMacro.replace(
                title,
                macro ->
                        styled(
                                macro.cell(),
                                ValueText.of(fact(macro.cell(), macro.fact()), macro.options())));
    }

    /**
     * The engine counts, in the order of the page; what the author says of the block comes later.
     */
    private static void number(Formula formula, Edits edits) {
        edits.insertBefore(formula.labelLine(), List.of(EQUATION));
    }

    private static void replace(Location macro, List<String> lines, Edits edits) {
        edits.drop(macro.line(), macro.line());
        edits.insertAfter(macro.line(), lines);
    }

    private void place(Placement placement, Edits edits) {
        replace(
                placement.location(),
                placement.kind() == Kind.LEDGER ? Ledger.lines(book, runs) : placed(placement),
                edits);
    }

    private List<String> placed(Placement placement) {
        String cell = placement.cell();
        if (!runs.containsKey(cell)) {
            return List.of();
        }
        return switch (placement.kind()) {
            case OUTPUT -> OutputBlocks.text(cell, run(cell));
            case TABLE -> OutputBlocks.table(cell, table(placement));
            case EXPECTATIONS -> ExpectationBlocks.of(cell, run(cell), ledger);
            case LEDGER -> throw new IllegalArgumentException("the ledger has no cell");
        };
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
                        .filter(cell -> draws(cell, image))
                        .findFirst();
        source.ifPresent(
                cell ->
                        edits.insertBefore(
                                image.location().line(),
                                List.of("[.figure.of-" + cell.id() + "]")));
    }

    private boolean draws(Cell cell, ImageUse image) {
        return run(cell.id().value()).figures().stream()
                .anyMatch(figure -> ("/" + image.file()).endsWith("/" + cell.picture(figure)));
    }

    private CellRun run(String cell) {
        CellRun run = runs.get(cell);
        if (run == null) {
            throw new IllegalStateException("unchecked cell " + cell);
        }
        return run;
    }
}
