package lectern.model;

/**
 * A formula in LaTeX.
 *
 * @param latex its source
 * @param display whether it stands alone
 * @param location of its first character
 */
public record Formula(String latex, boolean display, Location location) {}
