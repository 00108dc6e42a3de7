package lectern.render;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes the text of one page from the elements of the tree, on a copy. */
final class PageBody {
    private static final String NAMED =
            "h1[id], h2[id], h3[id], h4[id], h5[id], figcaption, caption, .listingblock > .title,"
                    + " .literalblock > .title, .exampleblock > .title";
    private static final String BLOCKS =
            "div[id], aside[id], figure[id], details[id], section[id], p[id], ul[id], ol[id], dl[id]";
    private static final String ENTRIES =
            ".bibliography li > p > a[id]:first-child, dt > a[id]:first-child";

    private PageBody() {}

    /** A holder of text that prints it as it is: a line break beside a formula would be a blank. */
    static Element empty() {
        Document shell = Document.createShell("");
        shell.outputSettings().prettyPrint(false);
        return shell.body().appendElement("div").addClass("text");
    }

    static Element of(Page page) {
        Element main = empty();
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
        serve(main);
        return main;
    }

    /** Serve those who read with the keyboard, by ear, or on a slow line. */
    static void serve(Element main) {
        for (Element frame : main.select(".table-frame")) {
            frame.attr("tabindex", "0").attr("role", "group").attr("aria-label", "Table");
        }
        for (Element drawing : main.select(".formula > svg:has(+ .spoken)")) {
            drawing.parent().attr("data-latex", drawing.attr("aria-label"));
            drawing.removeAttr("role").removeAttr("aria-label").attr("aria-hidden", "true");
        }
        for (Element code : main.select("pre")) {
            code.attr("tabindex", "0");
        }
        for (Element image : main.select("img")) {
            image.attr("loading", "lazy");
        }
    }

    /** Let the number of a formula be the link to it. */
    private static void number(Element number, String id) {
        String text = number.text();
        number.empty()
                .appendElement("a")
                .attr("href", "#" + Links.encode(id))
                .attr("aria-label", "Link to equation " + text)
                .text(text);
    }

    /** Give every block that has an id a link to itself: in its title, or else beside it. */
    static void permalinks(Element main) {
        Set<String> linked = new HashSet<>();
        for (Element place : main.select(NAMED)) {
            Element holder = place.hasAttr("id") ? place : place.parent();
            if (holder != null && holder.hasAttr("id") && linked.add(holder.id())) {
                link(place, holder.id(), Headings.plain(place));
            }
        }
        for (Element number : main.select("[id] > .equation-number")) {
            if (linked.add(number.parent().id())) {
                number(number, number.parent().id());
            }
        }
        for (Element block : main.select(BLOCKS)) {
            if (block.closest("table, svg") == null && linked.add(block.id())) {
                Element holder = block.is("ul, ol, dl") ? block.child(0) : block;
                link(holder, block.id(), "this " + kind(block)).addClass("beside");
            }
        }
        for (Element frame : main.select(".table-frame:has(> table[id])")) {
            String id = frame.selectFirst("> table").id();
            if (linked.add(id)) {
                link(frame, id, "this table").addClass("beside");
            }
        }
        for (Element entry : main.select(ENTRIES)) {
            if (linked.add(entry.id())) {
                link(entry.parent(), entry.id(), "this entry");
            }
        }
    }

    private static Element link(Element place, String id, String name) {
        Element link = place.appendElement("a").addClass("permalink");
        link.attr("href", "#" + Links.encode(id)).text("#");
        return link.attr("aria-label", "Link to " + name);
    }

    private static String kind(Element block) {
        if (block.hasClass("stemblock")) {
            return "formula";
        }
        return block.is("figure") ? "figure" : block.is(".listingblock") ? "listing" : "passage";
    }
}
