package lectern.render;

/** Draws formulas; what the tree asks of the math pipeline. */
@FunctionalInterface
public interface Formulas {

    /**
     * Draw one formula as a self-contained {@code <svg>} element.
     *
     * @param latex the formula, without delimiters
     * @param display whether it stands on a line of its own
     * @return markup of one {@code svg} element sized in {@code em}, coloured by {@code
     *     currentColor}, with the source as accessible text
     * @throws IllegalArgumentException when the formula does not parse; the message says why
     */
    String svg(String latex, boolean display);
}
