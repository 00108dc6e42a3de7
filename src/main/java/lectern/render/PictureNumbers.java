package lectern.render;

import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jsoup.nodes.Element;

/**
 * How the vector pictures of a tree are numbered: through the whole book, as the ids within them
 * must differ.
 */
final class PictureNumbers {
    private static final String PLACED = "svg.picture";

    private final int start;
    private final Map<Element, Integer> counted = new WeakHashMap<>();

    /**
     * The numbers of a tree.
     *
     * @param start how many pictures of the book stand before those of the tree
     */
    PictureNumbers(int start) {
        this.start = start;
    }

    /** How many pictures stand before the first of some chapters. */
    int before(BookTree tree, Set<String> ids) {
        int count = 0;
        for (Element part : tree.content().children()) {
            Element heading = BodyPart.heading(part);
            if (heading != null && ids.contains(heading.id())) {
                break;
            }
            count += in(part);
        }
        return count;
    }

    private int in(Element part) {
        return counted.computeIfAbsent(part, p -> p.select(PLACED).size());
    }

    /**
     * Whether chapters of a newer tree, made of a part of the book, can take the place of these and
     * all pictures have the numbers that they would have in the whole book.
     */
    boolean same(BookTree tree, Set<String> ids, BookTree newer) {
        PictureNumbers others = newer.numbers();
        for (String id : ids) {
            Element old = tree.chapter(id);
            Element fresh = newer.chapter(id);
            if (old == null || fresh == null || in(old) != others.in(fresh)) {
                return false;
            }
        }
        return others.start == before(tree, ids)
                && others.before(newer, ids) == 0
                && newer.document().select("#footnotes").select(PLACED).isEmpty();
    }
}
