package lectern.render;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import lectern.text.PackedReader;
import lectern.text.PackedWriter;
import org.jsoup.nodes.Element;

/**
 * What one page holds.
 *
 * @param counts how many of each, without the footnotes that were counted before
 * @param notes ids of its footnotes
 */
record Tally(Map<Countable, Integer> counts, Set<String> notes) {

    /**
     * Count.
     *
     * @param known ids of footnotes that other pages have
     */
    static Tally of(Element root, Set<String> known) {
        Set<String> notes = new LinkedHashSet<>();
        Set<Element> again = new HashSet<>();
        for (Element note : root.select(Countable.FOOTNOTES.selector())) {
            if (!notes.add(note.id()) || known.contains(note.id())) {
                again.addAll(note.getAllElements());
            }
        }
        Map<Countable, Integer> counts = new EnumMap<>(Countable.class);
        for (Countable what : Countable.values()) {
            int found = 0;
            for (Element element : root.select(what.selector())) {
                found += again.contains(element) ? 0 : 1;
            }
            counts.put(what, found);
        }
        return new Tally(counts, notes);
    }

    void pack(PackedWriter out) {
        for (Countable what : Countable.values()) {
            out.number(counts.get(what));
        }
        out.texts(notes);
    }

    static Tally unpack(PackedReader in) {
        Map<Countable, Integer> counts = new EnumMap<>(Countable.class);
        for (Countable what : Countable.values()) {
            counts.put(what, in.number());
        }
        return new Tally(counts, new LinkedHashSet<>(in.texts()));
    }
}
