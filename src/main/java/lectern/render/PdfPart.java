package lectern.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lectern.model.Digest;
import org.jsoup.nodes.Element;

/**
 * A part of the printed book that begins on a page of its own and is set by itself: what stands
 * before the text, the page of a part, a chapter.
 */
final class PdfPart {
    private final Page page;
    private final List<Element> elements;
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<String> links = new ArrayList<>();
    private int footnotes;
    private Digest digest;

    /**
     * Begin.
     *
     * @param page what it shows; null for what stands before the text
     * @param elements of the tree, in order
     */
    PdfPart(Page page, List<Element> elements) {
        this.page = page;
        this.elements = elements;
    }

    /** Whether it stands before the text. */
    boolean front() {
        return page == null;
    }

    /** The chapter that it is. */
    Optional<Page> chapter() {
        return Optional.ofNullable(page).filter(p -> p.kind() == Page.Kind.CHAPTER);
    }

    /** The page of a part that it is. */
    Optional<Page> opening() {
        return Optional.ofNullable(page).filter(p -> p.kind() == Page.Kind.PART);
    }

    List<Element> elements() {
        return elements;
    }

    /** Ids of the footnotes that stand here, in order. */
    Set<String> notes() {
        return notes;
    }

    /** Ids in other parts that it leads to, in the order in which it names them first. */
    List<String> links() {
        return links;
    }

    /** The index of an id in another part. */
    int link(String id) {
        int known = links.indexOf(id);
        if (known < 0) {
            links.add(id);
            return links.size() - 1;
        }
        return known;
    }

    /** How many footnotes stand in the parts before. */
    int footnotes() {
        return footnotes;
    }

    void footnotes(int before) {
        footnotes = before;
    }

    /** Of everything it is made from but the numbers of pages. */
    Digest digest() {
        return digest;
    }

    void digest(Digest of) {
        digest = of;
    }
}
