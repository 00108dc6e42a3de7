import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A figure as data: builds a Lets-Plot specification and writes it as JSON. Whoever draws it adds the style.
 *
 * <pre>{@code
 * var plot = Plot.of("A line that falls.").axis("x", "ranks").logAxis("y", "time [s]");
 * plot.columns("n", "t").row(2, 1.5).row(4, 0.9).map("x", "n").map("y", "t");
 * plot.layer("line").layer("point").set("size", 3);
 * }</pre>
 *
 * <p>{@code columns}, {@code row}, {@code map} and {@code set} speak of the whole figure until the first {@code layer},
 * and of the latest layer from then on.
 */
final class Plot {
    private final String alt;
    private final Map<String, Object> spec = new LinkedHashMap<>();
    private final List<Object> layers = new ArrayList<>();
    private final List<Map<String, Object>> scales = new ArrayList<>();
    private Map<String, Object> target = spec;
    private Map<String, List<Object>> data = new LinkedHashMap<>();
    private Map<String, Object> mapping = new LinkedHashMap<>();
    private int height = 400;

    private Plot(String alt) {
        this.alt = alt;
        spec.put("kind", "plot");
    }

    /** Start a figure; {@code alt} says what one sees to someone who cannot see it. */
    static Plot of(String alt) {
        return new Plot(alt);
    }

    /** Set the height in px (width is always 640). */
    Plot height(int px) {
        height = px;
        return this;
    }

    /** Name a scale, with its unit: {@code x}, {@code y}, {@code color}, {@code fill} and so on. */
    Plot axis(String aesthetic, String name) {
        return scale(aesthetic, name, Map.of());
    }

    /** Name a scale and make it logarithmic, base 10. */
    Plot logAxis(String aesthetic, String name) {
        return scale(aesthetic, name, Map.of("trans", "log10"));
    }

    /** Put ticks with these labels on the scale named last. */
    Plot ticks(List<? extends Number> breaks, List<String> labels) {
        latestScale().put("breaks", breaks);
        latestScale().put("labels", labels);
        return this;
    }

    /** Let the scale named last run from {@code low} to {@code high}, in data units. */
    Plot limits(double low, double high) {
        latestScale().put("limits", List.of(low, high));
        return this;
    }

    private Map<String, Object> latestScale() {
        return scales.get(scales.size() - 1);
    }

    private Plot scale(String aesthetic, String name, Map<String, Object> more) {
        scales.add(new LinkedHashMap<>(Map.of("aesthetic", aesthetic)));
        latestScale().put("name", name);
        latestScale().putAll(more);
        return this;
    }

    /** Start the data of the figure or of the latest layer. */
    Plot columns(String... names) {
        data = new LinkedHashMap<>();
        for (var name : names) {
            data.put(name, new ArrayList<>());
        }
        target.put("data", data);
        return this;
    }

    /** Add one row of data: numbers, strings or null, one per column. */
    Plot row(Object... cells) {
        if (cells.length != data.size()) {
            throw new IllegalArgumentException("row has " + cells.length + " cells, want " + data.size());
        }
        int i = 0;
        for (var column : data.values()) {
            column.add(cells[i++]);
        }
        return this;
    }

    /** Let a column drive an aesthetic, for example {@code map("x", "year")}. */
    Plot map(String aesthetic, String column) {
        mapping.put(aesthetic, column);
        target.put("mapping", mapping);
        return this;
    }

    /** Add a layer: {@code bar}, {@code line}, {@code point}, {@code rect}, {@code segment}, {@code step}, {@code text}. */
    Plot layer(String geom) {
        target = new LinkedHashMap<>(Map.of("geom", geom));
        mapping = new LinkedHashMap<>();
        layers.add(target);
        return this;
    }

    /** Give the latest layer a constant or an option, for example {@code set("stat", "identity")}. */
    Plot set(String name, Object value) {
        target.put(name, value);
        return this;
    }

    /** The figure as JSON; the same calls give the same bytes. */
    String json() {
        var plot = new LinkedHashMap<>(spec);
        plot.put("layers", layers);
        plot.put("scales", scales);
        var figure = new LinkedHashMap<String, Object>(Map.of("alt", alt));
        figure.put("width", 640);
        figure.put("height", height);
        figure.put("plot", plot);
        return write(figure) + "\n";
    }

    private static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> write(entry.getKey()) + ":" + write(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Plot::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Number number) {
            return Facts.number(number.doubleValue());
        }
        return value instanceof String text ? quote(text) : String.valueOf(value); // true, false or null
    }

    private static String quote(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' && c != '"' && c != '\\' && c != 127;
            quoted.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }
}
