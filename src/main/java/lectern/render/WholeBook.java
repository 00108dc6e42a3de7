package lectern.render;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Makes the text of the whole book as one page: every reference leads to a place on it. */
final class WholeBook {
    private WholeBook() {}

    /**
     * The text, with its styles still inline.
     *
     * @param shell what says how the page is called
     */
    static Element text(BookTree tree, Page shell) {
        List<Element> body = new ArrayList<>(tree.content().children());
        body.removeIf(child -> child.id().equals("footnotes"));
        Page page = new Page(shell.kind(), shell.file(), "", "", shell.title(), shell.part(), body);
        BookOutline outline = new BookOutline(List.of(page), List.of());
        Element main = PageBody.of(page);
        Footnotes.of(tree.document()).append(main);
        // what is wrong with the links was found on the pages already
        List<Finding> known = new ArrayList<>();
        new Links(Anchors.of(outline, known), known).rewrite(main, page);
        SideNotes.place(main);
        PageBody.permalinks(main);
        return main;
    }
}
