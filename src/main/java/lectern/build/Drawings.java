package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.bibliography.ListedSource;
import lectern.bibliography.SourceLists;
import lectern.bibliography.StyleException;
import lectern.convert.Engine;
import lectern.diagram.DiagramKind;
import lectern.diagram.DiagramResult;
import lectern.diagram.DiagramSource;
import lectern.figure.FigureException;
import lectern.figure.FigureRenderer;
import lectern.math.MathCache;
import lectern.math.MathException;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Bibliography;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.Diagram;
import lectern.model.Formula;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.render.ConvertedBook;
import lectern.render.Formulas;
import lectern.runs.RunPlan;
import lectern.text.Digests;
import lectern.text.SourceFiles;

/** Draws figures, formulas and diagrams ahead of the conversion, so that faults have places. */
final class Drawings {
    private final BookLayout layout;
    private final Plans plans;
    private final Engine engine;
    private final MathCache formulas;
    private final SourceLists sources;
    private final FigureRenderer figures = new FigureRenderer();
    private final Drawn drawn;

    Drawings(BookLayout layout, Plans plans, Engine engine) {
        this(layout, plans, engine, new Drawn());
    }

    /** Draw what was not drawn the last time. */
    Drawings(BookLayout layout, Plans plans, Engine engine, Drawn drawn) {
        this.drawn = drawn;
        this.engine = engine;
        this.layout = layout;
        this.plans = plans;
        this.formulas = new MathCache(layout.cache().resolve("math"), this::fonts);
        this.sources = new SourceLists(layout.cache().resolve("sources"));
    }

    /**
     * Loading AWT takes longer than a small book takes to plan, so only what is new asks for it.
     */
    private void fonts() {
        ThemeFonts.install(layout);
    }

    /** Draw everything and report what cannot be drawn. */
    List<Diagnostic> draw() {
        drawn.again();
        List<Diagnostic> findings = new ArrayList<>();
        plans.book().all(Note::formulas).forEach(formula -> draw(formula, findings));
        plans.book().all(Note::bibliographies).forEach(list -> list(list, findings));
        drawDiagrams(findings);
        for (RunPlan.Item item : plans.plan().items()) {
            item.recorded().ifPresent(run -> draw(item.cell(), run, findings));
        }
        return findings;
    }

    private void draw(Cell cell, CellRun run, List<Diagnostic> findings) {
        String id = cell.id().value();
        List<Path> pictures =
                run.artifacts().stream()
                        .filter(a -> a.kind() == ArtifactKind.PLOT || a.kind().picture())
                        .map(a -> layout.images().resolve(cell.picture(a)))
                        .toList();
        if (drawn.run(id, run, pictures)) {
            return;
        }
        int found = findings.size();
        for (Artifact left : run.artifacts()) {
            if (left.kind() == ArtifactKind.PLOT) {
                draw(cell, left, findings);
            } else if (left.kind().picture()) {
                Path target = layout.images().resolve(cell.picture(left));
                SourceFiles.write(target, left.bytes());
            }
        }
        if (findings.size() == found) {
            drawn.add(id, run);
        }
    }

    private void draw(Formula formula, List<Diagnostic> findings) {
        try {
            drawn.formula(formula, () -> formulas.picture(formula.latex(), formula.display()));
        } catch (MathException e) {
            findings.add(
                    Diagnostic.error(
                            Rule.BROKEN_FORMULA,
                            formula.location(),
                            "formula does not parse: " + e.getMessage()));
        }
    }

    private void list(Bibliography bibliography, List<Diagnostic> findings) {
        try {
            sources(bibliography);
        } catch (StyleException e) {
            findings.add(
                    Diagnostic.error(
                            Rule.BAD_SOURCE,
                            bibliography.location(),
                            e.getMessage(),
                            "such as apa, chicago-author-date or harvard-cite-them-right"));
        }
    }

    private void draw(Cell cell, Artifact figure, List<Diagnostic> findings) {
        String key = Digests.of(FigureRenderer.VERSION + "\n" + figure.content()).hex();
        Path kept = layout.cache().resolve("figures").resolve(key + ".svg");
        try {
            if (!Files.isRegularFile(kept)) {
                fonts();
                SourceFiles.write(kept, figures.render(figure.content()));
            }
            String target = cell.picture(figure);
            SourceFiles.write(layout.images().resolve(target), SourceFiles.read(kept));
        } catch (FigureException e) {
            findings.add(
                    Diagnostic.error(
                            Rule.BROKEN_FIGURE,
                            cell.location(),
                            "figure '"
                                    + figure.name()
                                    + "' of cell '"
                                    + cell.id()
                                    + "' cannot be drawn: "
                                    + e.getMessage(),
                            "the script is " + cell.script()));
        }
    }

    private void drawDiagrams(List<Diagnostic> findings) {
        List<Diagram> diagrams =
                plans.book().all(Note::diagrams).stream()
                        .filter(diagram -> !drawn.diagram(folder().resolve(name(diagram))))
                        .toList();
        List<DiagramResult> results =
                engine.diagrams(layout.cache().resolve("diagrams"), this::fonts)
                        .render(diagrams.stream().map(Drawings::source).toList());
        for (int i = 0; i < diagrams.size(); i++) {
            if (results.get(i) instanceof DiagramResult.Drawn picture) {
                Path file = folder().resolve(name(diagrams.get(i)));
                SourceFiles.write(file, picture.svg());
                drawn.add(file);
            } else if (results.get(i) instanceof DiagramResult.Broken broken) {
                findings.add(finding(diagrams.get(i), broken));
            }
        }
    }

    private static DiagramSource source(Diagram diagram) {
        DiagramKind kind =
                diagram.kind().equals("ditaa") ? DiagramKind.DITAA : DiagramKind.PLANTUML;
        return new DiagramSource(kind, diagram.source());
    }

    private static Diagnostic finding(Diagram diagram, DiagramResult.Broken broken) {
        Location start = diagram.location();
        Location place = Location.of(start.file(), start.line() + Math.max(0, broken.line() - 1));
        return Diagnostic.error(
                Rule.BROKEN_DIAGRAM,
                place,
                diagram.kind() + " diagram cannot be drawn: " + broken.message());
    }

    /** Where drawn diagrams lie. */
    Path folder() {
        return layout.cache().resolve("drawn");
    }

    private static String name(Diagram diagram) {
        return Digests.of(diagram.kind() + "\n" + diagram.source()).hex() + ".svg";
    }

    /** Image target of a drawn diagram. */
    String target(Diagram diagram) {
        return ConvertedBook.DRAWN + name(diagram);
    }

    /** What one sees on a figure. */
    String altText(Artifact figure) {
        return figures.alt(figure.content());
    }

    /** The sources of a bibliography as its style lists them. */
    List<ListedSource> sources(Bibliography bibliography) {
        return sources.list(bibliography.text(), bibliography.style());
    }

    /** The formulas, as the tree asks for them. */
    Formulas formulas() {
        return Formulas.drawnBy(formulas);
    }

    /** How many formulas a screen reader gets as their source, since they have no MathML. */
    long plainFormulas() {
        return plans.book().all(Note::formulas).stream()
                .filter(f -> formulas.picture(f.latex(), f.display()).mathml().isEmpty())
                .count();
    }
}
