package lectern.convert;

import java.util.List;
import lectern.model.Diagnostic;

/**
 * What the engine made of a book.
 *
 * @param html one standalone page, formulas between the marks that {@link
 *     lectern.text.FormulaMarks} names
 * @param findings that the engine logged
 * @param survey of what was converted; empty unless it was asked for
 */
public record Conversion(String html, List<Diagnostic> findings, Survey survey) {}
