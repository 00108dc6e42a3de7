package lectern.math;

/**
 * A formula as a picture that sits on the line like a letter.
 *
 * @param svg an {@code svg} element in the colour of the text around it, sized by its own style,
 *     with the LaTeX as its label
 * @param mathml the formula as a {@code math} element without a namespace, for whoever listens;
 *     empty where it has none
 * @param widthEm width, in em of the text around it
 * @param heightEm whole height, in em
 * @param depthEm how far it reaches under the baseline, in em; part of the height
 */
public record MathPicture(
        String svg, String mathml, double widthEm, double heightEm, double depthEm) {}
