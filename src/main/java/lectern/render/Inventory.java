package lectern.render;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Counts what one format holds, from the trees that are written to it. */
public final class Inventory {
    private final Map<Countable, Integer> counts = new EnumMap<>(Countable.class);
    private final Set<String> notes = new HashSet<>();

    Inventory() {
        for (Countable what : Countable.values()) {
            counts.put(what, 0);
        }
    }

    /** Count a page, or the whole book; a footnote that stands on two pages counts once. */
    void add(Element root) {
        add(Tally.of(root, notes));
    }

    /** Take in a page that was counted. */
    void add(Tally page) {
        notes.addAll(page.notes());
        page.counts().forEach((what, found) -> counts.merge(what, found, Integer::sum));
    }

    /** Ids of the footnotes that were counted. */
    Set<String> notes() {
        return notes;
    }

    /** Count what was counted before. */
    void add(Countable what, int more) {
        counts.merge(what, more, Integer::sum);
    }

    /** How many there are of each, in the order of the kinds. */
    public Map<Countable, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
