package lectern.render;

import org.jsoup.nodes.Element;

/** Makes the text of one page from the elements of the tree, on a copy. */
final class PageBody {
    private static final String LINKED =
            "h1[id], h2[id], h3[id], h4[id], h5[id], figcaption, caption, .listingblock > .title,"
                    + " .stemblock[id]";

    private PageBody() {}

    static Element of(Page page) {
        Element main = new Element("div").addClass("text");
        for (Element element : page.body()) {
            main.appendChild(element.clone());
        }
        // The chapter's heading is the page's first: every level moves up by one.
        if (page.kind() == Page.Kind.CHAPTER) {
            for (int level = 2; level <= 6; level++) {
                main.select("h" + level).tagName("h" + (level - 1));
            }
        } else if (page.kind() == Page.Kind.PART) {
            Element heading = new Element("h1").attr("id", page.id());
            if (!page.number().isEmpty()) {
                heading.appendElement("span").addClass("secnum").text(page.number());
                heading.appendText(" ");
            }
            main.prependChild(heading.appendText(page.title()));
        }
        for (Element frame : main.select(".table-frame")) {
            frame.attr("tabindex", "0").attr("role", "group").attr("aria-label", "Table");
        }
        for (Element drawing : main.select(".formula > svg:has(+ .spoken)")) {
            drawing.removeAttr("role").removeAttr("aria-label").attr("aria-hidden", "true");
        }
        for (Element code : main.select("pre")) {
            code.attr("tabindex", "0");
        }
        for (Element image : main.select("img")) {
            image.attr("loading", "lazy");
        }
        return main;
    }

    /** Give headings and captions a link to themselves. */
    static void permalinks(Element main) {
        for (Element place : main.select(LINKED)) {
            Element holder = place.hasAttr("id") ? place : place.parent();
            if (holder == null || !holder.hasAttr("id") || holder.id().startsWith("_footnote")) {
                continue;
            }
            Element number = place.selectFirst("> .equation-number");
            if (number != null) {
                String text = number.text();
                number.empty()
                        .appendElement("a")
                        .attr("href", "#" + Links.encode(holder.id()))
                        .attr("aria-label", "Link to equation " + text)
                        .text(text);
                continue;
            }
            Element link = place.appendElement("a").addClass("permalink");
            link.attr("href", "#" + Links.encode(holder.id())).text("#");
            link.attr("aria-label", "Link to " + name(place));
        }
    }

    private static String name(Element place) {
        String name = place.hasClass("stemblock") ? "this formula" : Headings.plain(place);
        return name.endsWith("#") ? name.substring(0, name.length() - 1) : name;
    }
}
