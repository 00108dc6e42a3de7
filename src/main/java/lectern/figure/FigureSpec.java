package lectern.figure;

import java.util.Map;
import org.jetbrains.letsPlot.commons.intern.json.JsonSupport;

/**
 * A figure as a script wrote it.
 *
 * @param alt what one sees, for someone who cannot see it
 * @param width in px
 * @param height in px
 * @param plot the specification for Lets-Plot, without style; maps and lists that may be changed
 */
record FigureSpec(String alt, int width, int height, Map<String, Object> plot) {

    private static final int LARGEST = 4000;

    /**
     * Read a specification.
     *
     * @throws FigureException if it is no JSON or lacks one of the four parts
     */
    @SuppressWarnings("unchecked")
    static FigureSpec parse(String json) {
        Map<String, Object> all = object(json);
        if (!(all.get("alt") instanceof String alt) || alt.isBlank()) {
            throw new FigureException("the figure has no 'alt': say in a sentence what one sees");
        }
        if (!(all.get("plot") instanceof Map<?, ?> plot) || !plot.containsKey("layers")) {
            throw new FigureException("the figure has no 'plot' with 'layers'");
        }
        return new FigureSpec(
                alt, size(all, "width"), size(all, "height"), (Map<String, Object>) plot);
    }

    private static Map<String, Object> object(String json) {
        try {
            return JsonSupport.INSTANCE.parseJson(json);
        } catch (RuntimeException e) {
            throw new FigureException("the figure is no JSON object: " + e.getMessage());
        }
    }

    private static int size(Map<String, Object> all, String name) {
        Object value = all.get(name);
        if (value instanceof Number n && n.intValue() >= 1 && n.intValue() <= LARGEST) {
            return n.intValue();
        }
        throw new FigureException(
                "'" + name + "' is " + value + " but must be a number from 1 to " + LARGEST);
    }
}
