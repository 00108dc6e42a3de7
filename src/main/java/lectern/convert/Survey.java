package lectern.convert;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the rest of a book needs to know of some of its notes to be converted without them: where
 * they left the engine's counters, and how references to their anchors read.
 *
 * @param counters by note, then by the name of the engine's attribute, such as {@code
 *     figure-number}; only what a note moved on
 * @param references how an automatic reference reads, as HTML, by id
 * @param anchors the note that an id stands in, by id; a footnote with a name is {@code
 *     footnote:name}
 * @param settings attributes that text after the header of the book sets: whoever stands below it
 *     sees them, so no chapter can be converted without those before it
 */
public record Survey(
        Map<String, Map<String, String>> counters,
        Map<String, String> references,
        Map<String, String> anchors,
        Set<String> settings) {
    private static final String OPEN = "\n<!--lectern-survey\n";

    /** Keep copies. */
    public Survey {
        counters = Map.copyOf(counters);
        references = Map.copyOf(references);
        anchors = Map.copyOf(anchors);
        settings = Set.copyOf(settings);
    }

    /** A survey of nothing. */
    public static final Survey NOTHING = new Survey(Map.of(), Map.of(), Map.of(), Set.of());

    /** The page without what the engine noted at its end. */
    static MarkedPage page(String html) {
        int at = html.lastIndexOf(OPEN);
        return new MarkedPage(at < 0 ? html : html.substring(0, at));
    }

    /** What the engine noted at the end of a page. */
    static Survey of(String html) {
        int at = html.lastIndexOf(OPEN);
        if (at < 0) {
            return NOTHING;
        }
        Map<String, Map<String, String>> counters = new LinkedHashMap<>();
        Map<String, String> references = new LinkedHashMap<>();
        Map<String, String> anchors = new LinkedHashMap<>();
        Set<String> settings = new LinkedHashSet<>();
        for (String line : html.substring(at + OPEN.length()).split("\n")) {
            String[] fields = line.split("\t", 4);
            if (fields[0].equals("reference")) {
                references.put(fields[1], fields[2]);
            } else if (fields[0].equals("anchor")) {
                anchors.put(fields[2], fields[1]);
            } else if (fields[0].equals("set")) {
                settings.add(fields[1]);
            } else if (fields[0].equals("counter")) {
                counters.computeIfAbsent(fields[1], note -> new LinkedHashMap<>())
                        .put(fields[2], fields[3]);
            }
        }
        return new Survey(counters, references, anchors, settings);
    }

    /** This survey with newer knowledge of some notes. */
    public Survey with(Survey newer) {
        Map<String, Map<String, String>> allCounters = new LinkedHashMap<>(counters);
        allCounters.putAll(newer.counters);
        Map<String, String> allReferences = new LinkedHashMap<>(references);
        allReferences.putAll(newer.references);
        Map<String, String> allAnchors = new LinkedHashMap<>(anchors);
        allAnchors.putAll(newer.anchors);
        Set<String> allSettings = new LinkedHashSet<>(settings);
        allSettings.addAll(newer.settings);
        return new Survey(allCounters, allReferences, allAnchors, allSettings);
    }

    private Survey part(Predicate<String> notes) {
        Map<String, Map<String, String>> someCounters = new LinkedHashMap<>(counters);
        someCounters.keySet().removeIf(notes.negate());
        Map<String, String> someAnchors = new LinkedHashMap<>(anchors);
        someAnchors.values().removeIf(notes.negate());
        Map<String, String> someReferences = new LinkedHashMap<>(references);
        someReferences.keySet().removeIf(id -> !notes.test(anchors.getOrDefault(id, "")));
        return new Survey(someCounters, someReferences, someAnchors, settings);
    }

    /** What is known of some notes alone. */
    public Survey of(Set<String> notes) {
        return part(notes::contains);
    }

    /** What is known of all other notes. */
    public Survey without(Set<String> notes) {
        return part(note -> !notes.contains(note));
    }
}
