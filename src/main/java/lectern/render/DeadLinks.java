package lectern.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the links within a book that lead nowhere. */
final class DeadLinks {
    private DeadLinks() {}

    /** The links in the order of the document. */
    static List<Finding> in(Document document) {
        Set<String> ids = new HashSet<>(document.select("[id]").eachAttr("id"));
        List<Finding> dead = new ArrayList<>();
        for (Element link : document.select("#content a[href^=#], #footnotes a[href^=#]")) {
            String id = link.attr("href").substring(1);
            if (!id.isEmpty() && !id.equals("top") && !ids.contains(id)) {
                dead.add(Finding.deadLink(id, Headings.plain(link)));
            }
        }
        return dead;
    }
}
