package lectern.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives a plain specification the looks of the book; what the author set stays. */
final class HouseStyle {

    private static final int REPEATS = 4;

    private HouseStyle() {}

    /** Change a specification in place. */
    static void dress(FigureSpec figure) {
        Map<String, Object> plot = figure.plot();
        plot.put("kind", "plot");
        plot.put("ggsize", Map.of("width", figure.width(), "height", figure.height()));
        plot.put("theme", theme());
        for (Object layer : list(plot, "layers")) {
            if (layer instanceof Map<?, ?>) {
                dressLayer(plot, map(layer));
            }
        }
        colourScale(plot, "color");
        colourScale(plot, "fill");
    }

    private static Map<String, Object> theme() {
        var theme = new LinkedHashMap<String, Object>();
        theme.put("name", "minimal");
        theme.put("text", element("text", "color", Palette.INK, "family", "sans-serif"));
        theme.put("axis_line", element("line", "blank", false, "color", Palette.INK, "size", 0.8));
        theme.put("axis_ticks", element("line", "blank", false, "color", Palette.INK, "size", 0.8));
        theme.put(
                "panel_grid_major",
                element("line", "blank", false, "color", Palette.GRID, "size", 0.8));
        theme.put("panel_grid_minor", element("blank", "blank", true));
        theme.put("panel_border", element("blank", "blank", true));
        theme.put("plot_background", element("blank", "blank", true));
        theme.put("legend_background", element("blank", "blank", true));
        theme.put("axis_title", element("text", "size", SvgText.TITLE_SIZE));
        theme.put("axis_text", element("text", "size", SvgText.LABEL_SIZE));
        theme.put("legend_title", element("text", "size", SvgText.TITLE_SIZE));
        theme.put("legend_text", element("text", "size", SvgText.LABEL_SIZE));
        theme.put("legend_position", "top");
        return theme;
    }

    private static Map<String, Object> element(String name, Object... options) {
        var element = new LinkedHashMap<String, Object>();
        element.put("name", name);
        for (int i = 0; i < options.length; i += 2) {
            element.put((String) options[i], options[i + 1]);
        }
        return element;
    }

    private static void dressLayer(Map<String, Object> plot, Map<String, Object> layer) {
        String geom = String.valueOf(layer.get("geom"));
        String colour = geom.equals("text") ? Palette.INK : Palette.SERIES.get(0);
        boolean filled = List.of("bar", "rect", "tile", "area", "histogram").contains(geom);
        if (geom.equals("text")) {
            layer.putIfAbsent("size", 6.2);
            layer.putIfAbsent("family", "sans-serif");
        }
        if (filled && !isMapped(plot, layer, "fill")) {
            layer.putIfAbsent("fill", colour);
        }
        if (!filled && !isMapped(plot, layer, "color")) {
            layer.putIfAbsent("color", colour);
        }
        if (geom.equals("bar") || geom.equals("rect")) {
            layer.putIfAbsent("alpha", 1.0);
            if (!isMapped(plot, layer, "color")) {
                layer.putIfAbsent("size", 0);
            }
        }
        if (geom.equals("line") || geom.equals("step")) {
            layer.putIfAbsent("size", 1.0);
        }
    }

    /** Series colours for an aesthetic that words drive, unless its scale names colours. */
    private static void colourScale(Map<String, Object> plot, String aesthetic) {
        if (!isDiscrete(plot, aesthetic)) {
            return;
        }
        List<Object> scales = list(plot, "scales");
        Map<String, Object> scale = null;
        for (Object candidate : scales) {
            if (candidate instanceof Map<?, ?> m && aesthetic.equals(m.get("aesthetic"))) {
                scale = map(candidate);
            }
        }
        if (scale == null) {
            scale = element("", "aesthetic", aesthetic);
            scale.remove("name");
            scales.add(scale);
        }
        if (!scale.containsKey("values") && !scale.containsKey("palette")) {
            var colours = new ArrayList<Object>();
            for (int i = 0; i < REPEATS; i++) {
                colours.addAll(Palette.SERIES);
            }
            scale.put("values", colours);
        }
        plot.put("scales", scales);
    }

    private static boolean isDiscrete(Map<String, Object> plot, String aesthetic) {
        var places = new ArrayList<Object>(list(plot, "layers"));
        places.add(plot);
        return places.stream()
                .filter(place -> place instanceof Map<?, ?>)
                .map(HouseStyle::map)
                .anyMatch(
                        place -> {
                            Object column =
                                    map(place.get("mapping"))
                                            .getOrDefault(
                                                    aesthetic,
                                                    map(plot.get("mapping")).get(aesthetic));
                            return hasWords(map(place.get("data")).get(column))
                                    || hasWords(map(plot.get("data")).get(column));
                        });
    }

    private static boolean hasWords(Object column) {
        return column instanceof Collection<?> values
                && values.stream().anyMatch(value -> value instanceof String);
    }

    private static boolean isMapped(
            Map<String, Object> plot, Map<String, Object> layer, String aesthetic) {
        return map(layer.get("mapping")).containsKey(aesthetic)
                || map(plot.get("mapping")).containsKey(aesthetic);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> in, String key) {
        return in.get(key) instanceof List<?> list ? (List<Object>) list : new ArrayList<>();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }
}
