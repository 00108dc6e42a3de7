package lectern.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the scales of colours the book's colours, and their legend as many rows as it needs. */
final class ColourScale {

    private static final int REPEATS = 4;

    /** Room for a key and the gap after it, and for a letter, in px. */
    private static final double KEY = 45;

    private static final double LETTER = 7;

    private ColourScale() {}

    /** Dress one aesthetic, {@code color} or {@code fill}; what its scale names already stays. */
    static void dress(FigureSpec figure, String aesthetic) {
        Map<String, Object> plot = figure.plot();
        if (!Spec.isMapped(plot, aesthetic)) {
            return;
        }
        Map<String, Object> scale = scale(plot, aesthetic);
        boolean named =
                List.of("values", "palette", "low", "colors", "scale_mapper_kind").stream()
                        .anyMatch(scale::containsKey);
        Set<String> words = Spec.words(plot, aesthetic);
        if (!named && !words.isEmpty()) {
            var colours = new ArrayList<Object>();
            for (int i = 0; i < REPEATS; i++) {
                colours.addAll(Palette.SERIES);
            }
            scale.put("values", colours);
        } else if (!named) {
            scale.put("scale_mapper_kind", "color_gradient");
            scale.put("low", Palette.LOW);
            scale.put("high", Palette.HIGH);
        }
        int rows = rows(figure.width(), String.valueOf(scale.get("name")), words);
        if (rows > 1) {
            scale.putIfAbsent("guide", legend(rows));
        }
    }

    /** The latest scale of an aesthetic, made when missing. */
    private static Map<String, Object> scale(Map<String, Object> plot, String aesthetic) {
        List<Object> scales = Spec.list(plot, "scales");
        plot.put("scales", scales);
        for (int i = scales.size() - 1; i >= 0; i--) {
            if (aesthetic.equals(Spec.map(scales.get(i)).get("aesthetic"))) {
                return Spec.map(scales.get(i));
            }
        }
        var scale = new LinkedHashMap<String, Object>();
        scale.put("aesthetic", aesthetic);
        scales.add(scale);
        return scale;
    }

    /** Columns are as wide as their longest word, so the longest counts for all. */
    private static int rows(int width, String title, Set<String> words) {
        int longest = words.stream().mapToInt(String::length).max().orElse(0);
        double room = width - KEY - LETTER * title.length();
        int columns = Math.max(1, (int) (room / (KEY + LETTER * longest)));
        return (words.size() + columns - 1) / columns;
    }

    private static Map<String, Object> legend(int rows) {
        var legend = new LinkedHashMap<String, Object>();
        legend.put("name", "legend");
        legend.put("nrow", rows);
        legend.put("byrow", true);
        return legend;
    }
}
