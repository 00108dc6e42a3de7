package lectern.render;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes the head of a part of the printed book, and lets the part begin as within the book. */
final class PdfHead {
    /** Ends the last page of a part in print on two sides; its own page is not taken. */
    private static final String NEXT = "page-break-before: right; height: 1px";

    private PdfHead() {}

    static void of(Document document, BookTree tree, PdfPart part) {
        Element head = document.head();
        head.appendElement("title").text(tree.meta().title());
        meta(head, "author", String.join(", ", tree.meta().authors()));
        meta(head, "description", tree.meta().description());
        for (String sheet : sheets(tree.print())) {
            head.appendElement("link")
                    .attr("rel", "stylesheet")
                    .attr("type", "text/css")
                    .attr("href", PdfResources.THEME + ":/" + sheet);
        }
        // where links elsewhere may lead
        head.appendElement("style").text("[id] { -fs-named-destination: create; }");
        Element marks = head.appendElement("bookmarks");
        for (Element heading : headings(document)) {
            marks.appendElement("bookmark")
                    .attr("name", Headings.plain(heading))
                    .attr("href", "#" + heading.id());
        }
        style(document.body(), "counter-reset: footnote " + part.footnotes());
        Element holder = document.body().child(0);
        if (!part.front() && holder.id().equals("content")) {
            style(holder, "page-break-before: auto; -fs-page-sequence: auto");
            holder = holder.childrenSize() == 0 ? holder : holder.child(0);
        }
        style(holder, "page-break-before: auto");
        Element last = document.body().lastElementChild();
        style(last, "page-break-after: auto"); // a page more otherwise
        if (tree.print().press()) {
            document.body().appendElement("div").attr("style", NEXT);
        }
    }

    /** The style sheets of the theme, in order. */
    static List<String> sheets(PrintSettings print) {
        List<String> sheets = new ArrayList<>(List.of("pdf/print.css"));
        if (print.letter()) {
            sheets.add("pdf/letter.css");
        }
        if (print.press()) {
            sheets.add("pdf/press.css");
        }
        return sheets;
    }

    /** What the outline lists, in order. */
    static List<Element> headings(Document document) {
        return document.select("h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]");
    }

    private static void meta(Element head, String name, String content) {
        head.appendElement("meta").attr("name", name).attr("content", content);
    }

    private static void style(Element element, String style) {
        String own = element.attr("style");
        element.attr("style", own.isEmpty() ? style : own + "; " + style);
    }
}
