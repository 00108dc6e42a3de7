package lectern.render;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Joins lines of Chinese: a soft line break between two Han characters or full-width marks is not a
 * space.
 */
final class HanLines {
    private static final String HAN = "[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]";
    // Quotes, dash and ellipsis are shared with Latin: they count beside a Han character only.
    private static final String SHARED =
            "[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef\\u2018\\u2019\\u201c\\u201d\\u2026\\u2014]";
    private static final String GAP = "[ \\t]*\\n[ \\t]*";
    private static final Pattern BREAK =
            Pattern.compile(
                    "(?<=" + HAN + ")" + GAP + "(?=" + SHARED + ")|(?<=" + SHARED + ")" + GAP
                            + "(?=" + HAN + ")");
    private static final Pattern HAN_CHAR = Pattern.compile(HAN);

    private HanLines() {}

    static void join(Document document) {
        document.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && text.getWholeText().indexOf('\n') >= 0) {
                        joinLines(text);
                    }
                });
        for (Element block : document.select(".zh")) {
            block.attr("lang", "zh-Hans");
        }
        for (Element block : document.select(".annotation.en")) {
            block.attr("lang", "en");
        }
    }

    private static void joinLines(TextNode text) {
        if (preformatted(text)) {
            return;
        }
        String whole = text.getWholeText();
        String joined = BREAK.matcher(whole).replaceAll("");
        // The break may stand at an inline element's edge: 好，\n<strong>…
        if (joined.endsWith("\n")
                && joined.length() > 1
                && han(joined.charAt(joined.length() - 2))
                && han(firstChar(text.nextSibling()))) {
            joined = joined.substring(0, joined.length() - 1);
        }
        if (joined.startsWith("\n")
                && joined.length() > 1
                && han(joined.charAt(1))
                && han(lastChar(text.previousSibling()))) {
            joined = joined.substring(1);
        }
        if (joined.length() != whole.length()) {
            text.text(joined);
        }
    }

    private static boolean preformatted(Node node) {
        for (Node at = node.parent(); at instanceof Element element; at = at.parent()) {
            String name = element.normalName();
            if (name.equals("pre") || name.equals("svg") || name.equals("script")) {
                return true;
            }
            if (element.isBlock()) {
                return false;
            }
        }
        return false;
    }

    private static boolean han(char c) {
        return HAN_CHAR.matcher(String.valueOf(c)).matches();
    }

    private static char firstChar(Node node) {
        String text = inlineText(node);
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static char lastChar(Node node) {
        String text = inlineText(node);
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }

    private static String inlineText(Node node) {
        if (node instanceof TextNode text) {
            return text.getWholeText();
        }
        return node instanceof Element element && !element.isBlock() ? element.wholeText() : "";
    }
}
