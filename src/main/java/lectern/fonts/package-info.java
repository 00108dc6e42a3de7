/**
 * Makes the book's own fonts known to Java, which formulas, figures, diagrams and the PDF measure
 * with. Imports nothing of Lectern and no third party.
 */
package lectern.fonts;
