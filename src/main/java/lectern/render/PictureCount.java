package lectern.render;

import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jsoup.nodes.Element;

/** Counts the vector pictures of a tree: ids within them are numbered through the book. */
final class PictureCount {
    private final BookTree tree;
    private final int elsewhere;
    private final Map<Element, Integer> counted = new WeakHashMap<>();

    /**
     * Count when asked.
     *
     * @param elsewhere pictures that stand before those of the tree, in other parts of the book
     */
    PictureCount(BookTree tree, int elsewhere) {
        this.tree = tree;
        this.elsewhere = elsewhere;
    }

    /** How many stand before the first of some chapters, by the ids of their headings. */
    int before(Set<String> ids) {
        int count = 0;
        for (Element part : tree.content().children()) {
            Element heading = part.hasClass("sect1") ? part.firstElementChild() : null;
            if (heading != null && ids.contains(heading.id())) {
                break;
            }
            count += in(part);
        }
        return count;
    }

    /** Whether the pictures of some chapters have in a tree of these alone the numbers of this. */
    boolean agrees(PictureCount newer, Set<String> ids) {
        return newer.elsewhere == before(ids)
                && newer.before(ids) == 0
                && newer.tree.document().select("#footnotes").select(Pictures.PLACED).isEmpty()
                && ids.stream().allMatch(id -> in(id) == newer.in(id));
    }

    private int in(String id) {
        Element chapter = tree.chapter(id);
        return chapter == null ? 0 : in(chapter);
    }

    private int in(Element part) {
        return counted.computeIfAbsent(part, p -> p.select(Pictures.PLACED).size());
    }
}
