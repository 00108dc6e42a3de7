package lectern.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads section headings: their number, and their title as plain text. */
final class Headings {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "^((?:Part |Chapter |Appendix )?(?:\\d+|[A-Z]|[IVXLC]+)(?:\\.\\d+)*)[.:]\\s+");

    private Headings() {}

    /** Wrap the number of every numbered heading, so that it can be set apart. */
    static void markNumbers(Document document) {
        // With sectanchors and sectlinks a heading links to itself; the pages have links of their
        // own.
        document.select("h1 > a.anchor, h2 > a.anchor, h3 > a.anchor, h4 > a.anchor, h5 > a.anchor")
                .remove();
        document.select("h1 > a.link, h2 > a.link, h3 > a.link, h4 > a.link, h5 > a.link").unwrap();
        for (Element heading : document.select("#content h1, h2, h3, h4, h5, h6")) {
            if (heading.childNodeSize() == 0 || !(heading.childNode(0) instanceof TextNode text)) {
                continue;
            }
            Matcher number = NUMBER.matcher(text.getWholeText());
            if (number.find()) {
                text.text(text.getWholeText().substring(number.end()));
                heading.prependText(" ");
                heading.prependChild(new Element("span").addClass("secnum").text(number.group(1)));
            }
        }
    }

    /** The heading in one line of plain text, formulas as their source. */
    static String plain(Element heading) {
        StringBuilder plain = new StringBuilder();
        collect(heading, plain);
        return plain.toString().replaceAll("\\s+", " ").strip();
    }

    /** The heading without its number. */
    static String title(Element heading) {
        Element number = heading.selectFirst("> .secnum");
        String plain = plain(heading);
        return number == null ? plain : plain.substring(number.text().length()).strip();
    }

    private static void collect(Node node, StringBuilder plain) {
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode text) {
                plain.append(text.getWholeText());
            } else if (child instanceof Element element) {
                if (element.normalName().equals("svg")) {
                    plain.append(element.attr("aria-label"));
                } else if (!element.is(".footnote, .permalink, .spoken")) {
                    collect(element, plain);
                }
            }
        }
    }
}
