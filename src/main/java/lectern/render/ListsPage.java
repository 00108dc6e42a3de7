package lectern.render;

import java.util.List;
import org.jsoup.nodes.Element;

/** The lists that print has after its contents, as a page. */
final class ListsPage {
    private ListsPage() {}

    static Element text(Page page, List<BookLists.Group> groups, Anchors anchors) {
        Element main = new Element("div").addClass("text");
        main.appendElement("h1").text(page.title());
        for (BookLists.Group group : groups) {
            Element section = main.appendElement("section").addClass("list");
            String id = "list-" + Slugs.plain(group.title());
            section.appendElement("h2").attr("id", id).text(group.title());
            Element list = section.appendElement("ol").addClass("list-entries");
            for (BookLists.Entry entry : group.entries()) {
                anchors.find(entry.id()).ifPresent(place -> line(list, entry, place));
            }
        }
        return main;
    }

    private static void line(Element list, BookLists.Entry entry, Anchors.Anchor place) {
        Element item = list.appendElement("li");
        String href = place.page().file() + "#" + Links.encode(entry.id());
        SiteNavigation.link(item, href, entry.number(), entry.text());
        item.appendText(" ");
        item.appendElement("span").addClass("list-within").text(place.page().fullTitle());
    }
}
