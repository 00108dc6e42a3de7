package lectern.render;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Tells citations from other links: they lead into a bibliography. */
final class Citations {
    private Citations() {}

    static void mark(Document document) {
        Set<String> sources = new HashSet<>(document.select(".bibliography [id]").eachAttr("id"));
        for (Element link : document.select("#content a[href^=#], #footnotes a[href^=#]")) {
            if (sources.contains(link.attr("href").substring(1))) {
                link.addClass("citation");
            }
        }
    }
}
