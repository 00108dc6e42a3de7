package lectern.render;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Lists what a book has: figures, examples, published numbers; the same for every format. */
final class BookLists {

    /**
     * One list.
     *
     * @param title of the list
     * @param entries never empty
     */
    record Group(String title, List<Entry> entries) {}

    /**
     * One line of a list.
     *
     * @param id of what it leads to
     * @param number as the caption prints it, without its word and dot; may be empty
     * @param text of the caption without its number
     */
    record Entry(String id, String number, String text) {}

    /** Start of the ids that what is listed gets where it has none. */
    static final String GIVEN = "_listed_";

    private int named;

    private BookLists() {}

    /** Read the lists off the book's text; what is listed gets an id where it has none. */
    static List<Group> of(Element content) {
        BookLists lists = new BookLists();
        content.select("[id^=" + GIVEN + "]").removeAttr("id");
        List<Group> groups = new ArrayList<>();
        List<Entry> figures = new ArrayList<>();
        for (Element figure : content.select("figure:has(> figcaption > .caption-label)")) {
            figures.add(lists.entry(figure, figure.selectFirst("> figcaption")));
        }
        append(groups, "Figures", figures);
        List<Entry> examples = new ArrayList<>();
        for (Element cell : content.select("div.listingblock.cell:has(> .title)")) {
            examples.add(lists.entry(cell, cell.selectFirst("> .title")));
        }
        append(groups, "Examples", examples);
        Element ledger = content.selectFirst(".ledger");
        if (ledger != null) {
            String all = "Every published number and what was computed";
            append(groups, "Published numbers", List.of(new Entry(lists.id(ledger), "", all)));
        }
        return List.copyOf(groups);
    }

    private static void append(List<Group> groups, String title, List<Entry> entries) {
        if (!entries.isEmpty()) {
            groups.add(new Group(title, List.copyOf(entries)));
        }
    }

    private Entry entry(Element target, Element caption) {
        Element label = caption.selectFirst("> .caption-label");
        String text = Headings.plain(caption);
        if (label == null) {
            return new Entry(id(target), "", text);
        }
        String number = label.text().replaceFirst("^\\p{L}+ ", "").replaceFirst("\\.$", "");
        return new Entry(id(target), number, text.substring(label.text().strip().length()).strip());
    }

    private String id(Element target) {
        if (target.id().isEmpty()) {
            target.attr("id", GIVEN + ++named);
        }
        return target.id();
    }
}
