package lectern.build;

import java.util.ArrayList;
import java.util.List;
import lectern.math.MathCache;
import lectern.math.MathException;
import lectern.model.Artifact;
import lectern.model.Diagnostic;
import lectern.model.Diagram;
import lectern.model.Formula;
import lectern.model.Note;
import lectern.model.Rule;

/** Draws figures, formulas and diagrams ahead of the conversion, so that faults have places. */
final class Drawings {
    private final BookLayout layout;
    private final Plans plans;
    private final MathCache formulas;

    Drawings(BookLayout layout, Plans plans) {
        this.layout = layout;
        this.plans = plans;
        this.formulas = new MathCache(layout.cache().resolve("math"));
    }

    /** Draw everything and report what cannot be drawn. */
    List<Diagnostic> draw() {
        ThemeFonts.install(layout);
        List<Diagnostic> findings = new ArrayList<>();
        plans.book().all(Note::formulas).forEach(formula -> draw(formula, findings));
        return findings;
    }

    private void draw(Formula formula, List<Diagnostic> findings) {
        try {
            formulas.picture(formula.latex(), formula.display());
        } catch (MathException e) {
            findings.add(
                    Diagnostic.error(
                            Rule.BROKEN_FORMULA,
                            formula.location(),
                            "formula does not parse: " + e.getMessage()));
        }
    }

    String target(Diagram diagram) {
        return "diagram.svg";
    }

    String altText(Artifact figure) {
        return "";
    }

    /** A formula as an SVG element. */
    String formula(String latex, boolean display) {
        try {
            return formulas.picture(latex, display).svg();
        } catch (MathException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
