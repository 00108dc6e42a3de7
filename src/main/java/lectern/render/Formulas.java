package lectern.render;

import lectern.math.MathCache;
import lectern.math.MathException;

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

    /**
     * The formula as MathML.
     *
     * @return markup of one {@code math} element without a namespace; empty where there is none
     */
    default String mathml(String latex, boolean display) {
        return "";
    }

    /** Draw with the math pipeline, which remembers what it drew. */
    static Formulas drawnBy(MathCache cache) {
        return new Formulas() {
            @Override
            public String svg(String latex, boolean display) {
                try {
                    return cache.picture(latex, display).svg();
                } catch (MathException refused) {
                    throw new IllegalArgumentException(refused.getMessage(), refused);
                }
            }

            @Override
            public String mathml(String latex, boolean display) {
                return cache.picture(latex, display).mathml();
            }
        };
    }
}
