package lectern.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds links inside a book that lead nowhere. */
final class DeadLinks {
    private DeadLinks() {}

    static List<Finding> in(Document book) {
        Set<String> ids = new HashSet<>(book.select("[id]").eachAttr("id"));
        List<Finding> dead = new ArrayList<>();
        for (Element link : book.select("#content a[href^=#], #footnotes a[href^=#]")) {
            String id = link.attr("href").substring(1);
            if (!id.isEmpty() && !id.equals("top") && !ids.contains(id)) {
                dead.add(Finding.deadLink(id, Headings.plain(link)));
            }
        }
        return dead;
    }
}
