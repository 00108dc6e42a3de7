package lectern.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The terms of an index where they stand in the text, so that a chapter can replace another. */
final class IndexTerms {
    private static final String TERM = "span.indexterm";

    private final Map<Element, String> known = new IdentityHashMap<>();
    private int given;

    /**
     * Remember a term.
     *
     * @param place names the section that the index leads to
     */
    void add(Element term, String place) {
        StringBuilder key = new StringBuilder(place);
        for (String name : List.of("data-1", "data-2", "data-3", "data-see", "data-see-also")) {
            key.append('\n').append(term.attr(name).strip());
        }
        known.put(term, key.toString());
    }

    /**
     * Terms that a tree had, part of which was left out.
     *
     * @param given how many ids were given
     */
    static IndexTerms in(Element content, int given) {
        IndexTerms terms = new IndexTerms();
        terms.given = given;
        for (Element term : content.select(TERM + "[" + Remains.TERM + "]")) {
            terms.known.put(term, term.attr(Remains.TERM));
        }
        return terms;
    }

    /** What is remembered of a term; null where that is nothing. */
    String key(Element term) {
        return known.get(term);
    }

    /** How many ids were given. */
    int given() {
        return given;
    }

    /** An id that no term has yet. */
    String next() {
        return "_indexterm_" + ++given;
    }

    /**
     * Give the terms of a chapter that replaces another the ids that they had there, and new ones
     * to new terms.
     *
     * @param newer the terms of the tree that {@code fresh} is from
     * @return whether the chapters have the same terms, so that the index is still right
     */
    boolean replace(Element old, Element fresh, IndexTerms newer) {
        List<String> before = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (Element term : old.select(TERM)) {
            String key = known.remove(term);
            if (key != null) {
                before.add(key);
                if (!term.id().isEmpty()) {
                    ids.putIfAbsent(key, term.id());
                }
            }
        }
        List<String> after = new ArrayList<>();
        for (Element term : fresh.select(TERM)) {
            String key = newer.known.get(term);
            if (key != null) {
                after.add(key);
                known.put(term, key);
                if (!term.id().isEmpty()) {
                    String id = ids.remove(key);
                    term.attr("id", id == null ? next() : id);
                }
            }
        }
        return before.equals(after);
    }
}
