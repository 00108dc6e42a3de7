package lectern.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Keeps brackets, commas and stops on the line of the link, code or formula that they touch. The
 * layout engine may break a line wherever an inline element begins or ends, and would begin lines
 * with a comma.
 */
final class BoundMarks {
    private static final Pattern OPENING =
            Pattern.compile("(?<=^|[\\s\u200b])[(\\[\u201c\u2018]+$");
    private static final Pattern CLOSING = Pattern.compile("^[)\\].,;:!?\u201d\u2019%]+");
    private static final Pattern LAST_WORD = Pattern.compile("[^\\s\u200b]+$");

    private static final String INLINE = "p a, p code, p span, p em, p strong, td > a";

    /** Longest text, in characters, that is kept on one line as a whole. */
    private static final int SHORT = 24;

    /** Longest last word, in characters, that a mark is kept with; cells of tables are narrow. */
    private static final int SHORT_WORD = 12;

    private BoundMarks() {}

    /** Bind the marks below an element. */
    static void bind(Element root) {
        for (Element element : List.copyOf(root.select(INLINE))) {
            if (element.parent() != null
                    && element.closest(".bound, svg") == null
                    && !element.hasClass("fn")) {
                bindTo(element);
            }
        }
    }

    private static void bindTo(Element element) {
        String before = found(OPENING, element.previousSibling());
        String after = found(CLOSING, element.nextSibling());
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        if (element.hasClass("xr")) {
            within(element, before, after);
        } else if (element.text().length() <= SHORT && element.closest("td") == null) {
            around(element, before, after);
        } else if (!after.isEmpty()) {
            atEnd(element, after);
        }
    }

    /** The style sheet puts the number of a page behind these, and then the marks. */
    private static void within(Element element, String before, String after) {
        if (!before.isEmpty()) {
            shorten(element.previousSibling(), 0, before.length());
            if (element.childNode(0) instanceof TextNode text) {
                text.text(before + text.getWholeText()); // one text: a line may break between two
            } else {
                element.prependText(before);
            }
        }
        if (!after.isEmpty()) {
            shorten(element.nextSibling(), after.length(), 0);
            element.attr(PdfTree.AFTER, element.attr(PdfTree.AFTER) + after);
        }
    }

    private static void around(Element element, String before, String after) {
        Element bound = new Element("span").addClass("bound");
        element.before(bound);
        if (!before.isEmpty()) {
            shorten(bound.previousSibling(), 0, before.length());
            bound.appendText(before);
        }
        bound.appendChild(element);
        if (!after.isEmpty()) {
            shorten(bound.nextSibling(), after.length(), 0);
            bound.appendText(after);
        }
    }

    /** Keep the marks with the last word only, where the element ends with one. */
    private static void atEnd(Element element, String after) {
        List<TextNode> texts = new ArrayList<>(element.textNodes());
        if (texts.isEmpty() || element.lastChild() != texts.get(texts.size() - 1)) {
            return;
        }
        TextNode last = texts.get(texts.size() - 1);
        Matcher word = LAST_WORD.matcher(last.getWholeText());
        if (!word.find() || word.group().length() > SHORT_WORD) {
            return;
        }
        shorten(element.nextSibling(), after.length(), 0);
        Element bound = new Element("span").addClass("bound").text(word.group() + after);
        shorten(last, 0, word.group().length());
        last.after(bound);
    }

    private static void shorten(Node node, int atStart, int atEnd) {
        TextNode text = (TextNode) node;
        String whole = text.getWholeText();
        text.text(whole.substring(atStart, whole.length() - atEnd));
    }

    private static String found(Pattern marks, Node node) {
        if (!(node instanceof TextNode text)) {
            return "";
        }
        Matcher matcher = marks.matcher(text.getWholeText());
        return matcher.find() ? matcher.group() : "";
    }
}
