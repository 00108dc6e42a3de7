package lectern.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds things in the maps and lists that a specification is. */
final class Spec {

    private Spec() {}

    /** The list under a key; a new one, not put into the map, when there is none. */
    @SuppressWarnings("unchecked")
    static List<Object> list(Map<String, Object> in, String key) {
        return in.get(key) instanceof List<?> list ? (List<Object>) list : new ArrayList<>();
    }

    /** A value as a map; a new one when it is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    /** The layers that are written as they should be. */
    static List<Map<String, Object>> layers(Map<String, Object> plot) {
        return list(plot, "layers").stream()
                .filter(layer -> layer instanceof Map<?, ?>)
                .map(Spec::map)
                .toList();
    }

    /** The column that drives an aesthetic of a layer, or null. */
    static Object column(Map<String, Object> plot, Map<String, Object> layer, String aesthetic) {
        Object own = map(layer.get("mapping")).get(aesthetic);
        return own != null ? own : map(plot.get("mapping")).get(aesthetic);
    }

    /** The words that drive an aesthetic anywhere in the plot; empty when numbers or nothing do. */
    static Set<String> words(Map<String, Object> plot, String aesthetic) {
        var words = new TreeSet<String>();
        for (Map<String, Object> layer : layers(plot)) {
            Object column = column(plot, layer, aesthetic);
            Object data = map(layer.get("data")).get(column);
            Object values = data != null ? data : map(plot.get("data")).get(column);
            if (values instanceof Collection<?> all) {
                all.stream()
                        .filter(value -> value instanceof String)
                        .forEach(value -> words.add((String) value));
            }
        }
        return words;
    }

    /** Whether a column drives an aesthetic of any layer. */
    static boolean isMapped(Map<String, Object> plot, String aesthetic) {
        return layers(plot).stream().anyMatch(layer -> column(plot, layer, aesthetic) != null);
    }
}
