package lectern.diagram;

/** What became of a diagram. */
public sealed interface DiagramResult {

    /**
     * A picture.
     *
     * @param svg an SVG file that follows the reader's light or dark setting when shown by itself;
     *     {@code lectern.figure.SvgInline} makes it ready to stand in a page
     */
    record Drawn(String svg) implements DiagramResult {}

    /**
     * A diagram that cannot be drawn.
     *
     * @param message why, for its author
     * @param line line of the text that is wrong, from 1; 0 when unknown
     */
    record Broken(String message, int line) implements DiagramResult {}
}
