package lectern.convert;

import java.util.List;
import lectern.model.Diagnostic;

/**
 * What the engine made of a book.
 *
 * @param page one standalone page, its chapters marked if a survey was asked for
 * @param findings that the engine logged
 * @param survey of what was converted; empty unless it was asked for
 */
public record Conversion(MarkedPage page, List<Diagnostic> findings, Survey survey) {

    /** Copy the findings. */
    public Conversion {
        findings = List.copyOf(findings);
    }

    /**
     * The page as it is, formulas between the marks that {@link lectern.text.FormulaMarks} names.
     */
    public String html() {
        return page.html();
    }
}
