package lectern.render;

import java.util.ArrayList;
import java.util.List;

/** What all writers of pages need to know of a book: which pages there are, and what is where. */
public final class BookPages {
    private final BookTree tree;
    private final SitePlan plan;
    private final Anchors anchors;
    private final PageKeys keys;
    private final PageCache cache;
    private final List<Finding> doubled = new ArrayList<>();

    private BookPages(BookTree tree, Theme theme, PageCache cache) {
        this.tree = tree;
        this.plan = SitePlan.of(tree);
        this.anchors = Anchors.of(plan.outline(), doubled);
        this.keys = cache.keeps() ? PageKeys.of(tree, plan, anchors, theme) : PageKeys.NONE;
        this.cache = cache;
    }

    /**
     * Look at a book.
     *
     * @param tree not to be changed while the pages are written
     * @param cache takes what is made of the pages
     */
    public static BookPages of(BookTree tree, Theme theme, PageCache cache) {
        return new BookPages(tree, theme, cache);
    }

    BookTree tree() {
        return tree;
    }

    SitePlan plan() {
        return plan;
    }

    Anchors anchors() {
        return anchors;
    }

    PageKeys keys() {
        return keys;
    }

    PageCache cache() {
        return cache;
    }

    /** Ids that several elements carry. */
    List<Finding> doubled() {
        return doubled;
    }
}
