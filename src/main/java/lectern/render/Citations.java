package lectern.render;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tells citations from other links: they lead into a bibliography. */
final class Citations {
    private Citations() {}

    /** The ids that a bibliography has. */
    static Set<String> sources(Element content) {
        return new HashSet<>(content.select(".bibliography").select("[id]").eachAttr("id"));
    }

    /** Mark the citations in parts of a book. */
    static void mark(Set<String> sources, Elements parts) {
        for (Element link : parts.select("a[href^=#]")) {
            if (sources.contains(link.attr("href").substring(1))) {
                link.addClass("citation");
            }
        }
    }
}
