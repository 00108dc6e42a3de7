package lectern.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives a plain specification the looks of the book; what the author set stays. */
final class HouseStyle {

    private HouseStyle() {}

    /** Change a specification in place. */
    static void dress(FigureSpec figure) {
        Map<String, Object> plot = figure.plot();
        plot.put("kind", "plot");
        plot.put("ggsize", Map.of("width", figure.width(), "height", figure.height()));
        plot.put("theme", theme());
        for (Map<String, Object> layer : Spec.layers(plot)) {
            dressLayer(plot, layer);
        }
        ColourScale.dress(figure, "color");
        ColourScale.dress(figure, "fill");
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
        if (filled && Spec.column(plot, layer, "fill") == null) {
            layer.putIfAbsent("fill", colour);
        }
        if (!filled && Spec.column(plot, layer, "color") == null) {
            layer.putIfAbsent("color", colour);
        }
        if (geom.equals("bar") || geom.equals("rect")) {
            if (Spec.column(plot, layer, "color") == null && !layer.containsKey("size")) {
                layer.put("size", 0);
                layer.putIfAbsent("color", "rgba(0,0,0,0)");
            }
        }
        if (geom.equals("line") || geom.equals("step")) {
            layer.putIfAbsent("size", 1.0);
        }
    }
}
