package lectern.figure;

import java.util.List;

/**
 * The colours of figures.
 *
 * <p>The series colours follow Okabe and Ito's set for colour-blind readers, moved to a middle
 * lightness: each has a contrast of at least 3 to white and to a near-black page.
 */
final class Palette {

    /** Stands for the colour of text until the drawing is done. */
    static final String INK = "#010203";

    /** Stands for the colour of text, hardly visible. */
    static final String GRID = "#010204";

    /** Colours of series, most distinct first. */
    static final List<String> SERIES =
            List.of(
                    "#2f7fc1", "#d55e00", "#00956d", "#a56cc1", "#ad7a00", "#d0558b", "#0093a8",
                    "#808080");

    /** Ends of a range of numbers shown as colours; both are seen in light and in dark. */
    static final String LOW = "#6f7f8f";

    static final String HIGH = "#d55e00";

    private Palette() {}
}
