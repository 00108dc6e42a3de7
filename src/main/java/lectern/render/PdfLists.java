package lectern.render;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Sets the lists after the contents of a printed book. */
final class PdfLists {
    private PdfLists() {}

    /** The lists on pages of their own, or nothing when the book has nothing to list. */
    static Optional<Element> of(List<BookLists.Group> groups) {
        Element lists = new Element("div").addClass("contents lists");
        for (BookLists.Group group : groups) {
            Element list = lists.appendElement("div").addClass("list");
            list.appendElement("div").addClass("contents-title").text(group.title());
            for (BookLists.Entry entry : group.entries()) {
                line(list.appendElement("div").addClass("toc-entry"), entry);
            }
        }
        return groups.isEmpty() ? Optional.empty() : Optional.of(lists);
    }

    private static void line(Element line, BookLists.Entry entry) {
        Element link = line.appendElement("a").attr("href", "#" + entry.id());
        if (!entry.number().isEmpty()) {
            link.appendElement("span").addClass("toc-number").text(entry.number());
            link.appendText(" ");
        }
        link.appendElement("span").text(entry.text());
    }
}
