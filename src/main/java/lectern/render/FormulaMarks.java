package lectern.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Puts drawings where the converter marked formulas with private-use characters. */
final class FormulaMarks {
    private static final Pattern MARKED =
            Pattern.compile("(?s)\\uE000(.*?)\\uE001|\\uE002(.*?)\\uE003");

    private FormulaMarks() {}

    static void draw(Document document, Formulas formulas, List<Finding> findings) {
        List<TextNode> marked = new ArrayList<>();
        document.body()
                .traverse(
                        (node, depth) -> {
                            if (node instanceof TextNode text && marked(text)) {
                                marked.add(text);
                            }
                        });
        for (TextNode text : marked) {
            replace(text, formulas, findings);
        }
    }

    private static boolean marked(TextNode text) {
        String whole = text.getWholeText();
        return whole.indexOf('\uE000') >= 0 || whole.indexOf('\uE002') >= 0;
    }

    private static void replace(TextNode text, Formulas formulas, List<Finding> findings) {
        String whole = text.getWholeText();
        Matcher matcher = MARKED.matcher(whole);
        int at = 0;
        while (matcher.find()) {
            text.before(new TextNode(whole.substring(at, matcher.start())));
            boolean display = matcher.group(1) == null;
            String latex = (display ? matcher.group(2) : matcher.group(1)).strip();
            Element span = new Element("span").addClass("formula");
            span.addClass(display ? "display" : "inline");
            try {
                span.append(formulas.svg(latex, display));
            } catch (IllegalArgumentException refused) {
                findings.add(Finding.brokenFormula(latex, refused.getMessage()));
                span.addClass("broken").text(latex);
            }
            text.before(span);
            at = matcher.end();
        }
        text.text(whole.substring(at));
    }
}
