package lectern.figure;

import java.util.Map;

/** Sizes and weight of the words of a figure, by the classes that Lets-Plot gives them. */
final class SvgText {

    /** Size of axis and legend titles, in px. */
    static final double TITLE_SIZE = 14;

    /** Size of tick and legend labels, in px. */
    static final double LABEL_SIZE = 13;

    /** Families of the book's figures, for readers with and without its fonts. */
    static final String FAMILY = "'Source Sans 3','Noto Sans SC',sans-serif";

    private static final Map<String, Double> SIZES =
            Map.of(
                    "plot-title", 16.0,
                    "plot-subtitle", 14.0,
                    "axis-title-x", TITLE_SIZE,
                    "axis-title-y", TITLE_SIZE,
                    "legend-title", TITLE_SIZE);

    private SvgText() {}

    /** Size of the words of a class, in px. */
    static double size(String cssClass) {
        return SIZES.getOrDefault(cssClass, LABEL_SIZE);
    }

    /** Whether words of a class are set in bold. */
    static boolean isBold(String cssClass) {
        return cssClass.equals("plot-title");
    }
}
