package lectern.render;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Puts what belongs beside a line beside it: a copy of each footnote after its first call, and the
 * marks by which remarks fold where there is no margin.
 *
 * <p>One of the two copies of a footnote is displayed, never both; a note of a heading, a caption
 * or a table stays at the end of the page.
 */
final class SideNotes {
    private static final String ELSEWHERE =
            "table, figcaption, caption, .title, h1, h2, h3, h4, h5, h6, .source-card, .colist,"
                    + " .annotation, .aside, .footnotes";
    private static final String REMARKS = ".annotation, .aside, figure.margin";

    private SideNotes() {}

    /** Tell an annotation's original from its rendering, so that a reader can have one of them. */
    static void pair(Element content) {
        for (Element rendering : content.select(".annotation.zh + .annotation.en")) {
            rendering.addClass("rendering");
            rendering.previousElementSibling().addClass("translated");
        }
    }

    /** Prepare one page whose footnotes stand at its end and whose links are final. */
    static void place(Element main) {
        main.select(REMARKS).addClass("note");
        Set<String> placed = new HashSet<>();
        for (Element call : main.select("a.footnote[role=doc-noteref][href^=#]")) {
            String id = call.attr("href").substring(1);
            Element note = main.getElementById(id);
            if (note != null && call.closest(ELSEWHERE) == null && placed.add(id)) {
                call.parent().after(beside(note));
                note.addClass("has-side");
            }
        }
        for (Element section : main.select("section.footnotes")) {
            if (section.select("li:not(.has-side)").isEmpty()) {
                section.addClass("beside");
            }
        }
    }

    private static Element beside(Element note) {
        String number = note.attr("value");
        Element side = new Element("span").addClass("sidenote").attr("id", "side_" + number);
        side.attr("role", "note").attr("aria-label", "Footnote " + number);
        side.appendElement("span").addClass("sidenote-number").text(number);
        Element text = note.clone();
        text.select(".footnote-back").remove();
        text.select("[id]").removeAttr("id");
        side.append(text.html().strip());
        return side;
    }
}
