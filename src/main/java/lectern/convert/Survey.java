package lectern.convert;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the rest of a book needs to know of some of its notes to be converted without them: where
 * they left the engine's counters, and how references to their anchors read.
 *
 * @param counters by note, then by the name of the engine's attribute, such as {@code
 *     figure-number}; only what a note moved on
 * @param references how an automatic reference reads, as HTML, by id
 */
public record Survey(Map<String, Map<String, String>> counters, Map<String, String> references) {
    private static final String OPEN = "\n<!--lectern-survey\n";

    /** Keep copies. */
    public Survey {
        counters = Map.copyOf(counters);
        references = Map.copyOf(references);
    }

    /** A survey of nothing. */
    public static final Survey NOTHING = new Survey(Map.of(), Map.of());

    /** The page without what the engine noted at its end. */
    static String page(String html) {
        int at = html.lastIndexOf(OPEN);
        return at < 0 ? html : html.substring(0, at);
    }

    /** What the engine noted at the end of a page. */
    static Survey of(String html) {
        int at = html.lastIndexOf(OPEN);
        if (at < 0) {
            return NOTHING;
        }
        Map<String, Map<String, String>> counters = new LinkedHashMap<>();
        Map<String, String> references = new LinkedHashMap<>();
        for (String line : html.substring(at + OPEN.length()).split("\n")) {
            String[] fields = line.split("\t", 4);
            if (fields[0].equals("reference")) {
                references.put(fields[1], fields[2]);
            } else if (fields[0].equals("counter")) {
                counters.computeIfAbsent(fields[1], note -> new LinkedHashMap<>())
                        .put(fields[2], fields[3]);
            }
        }
        return new Survey(counters, references);
    }

    /** This survey with newer knowledge of some notes. */
    public Survey with(Survey newer) {
        Map<String, Map<String, String>> allCounters = new LinkedHashMap<>(counters);
        allCounters.putAll(newer.counters);
        Map<String, String> allReferences = new LinkedHashMap<>(references);
        allReferences.putAll(newer.references);
        return new Survey(allCounters, allReferences);
    }
}
