package lectern.model;

/**
 * A formula in LaTeX.
 *
 * @param latex its source
 * @param display whether it stands alone
 * @param labelLine first of the attribute lines that give it an id, and so a number in the book,
 *     counting from 1; 0 when it has no id
 * @param location of its first character
 */
public record Formula(String latex, boolean display, int labelLine, Location location) {

    /** Whether the book numbers it. */
    public boolean numbered() {
        return labelLine > 0;
    }
}
