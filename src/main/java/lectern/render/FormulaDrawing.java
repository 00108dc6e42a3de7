package lectern.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.text.FormulaMarks;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Puts drawings where the converter marked formulas with private-use characters. */
final class FormulaDrawing {
    private static final Pattern MARKED =
            Pattern.compile(
                    "(?s)"
                            + between(FormulaMarks.INLINE_OPEN, FormulaMarks.INLINE_CLOSE)
                            + "|"
                            + between(FormulaMarks.DISPLAY_OPEN, FormulaMarks.DISPLAY_CLOSE));

    private FormulaDrawing() {}

    private static String between(char open, char close) {
        return open + "(.*?)" + close;
    }

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

    /**
     * Beside the picture, for readers who listen or copy; the style sheets keep it out of sight.
     */
    private static void speak(Element formula, String mathml) {
        if (!mathml.isEmpty()) {
            formula.appendElement("span").addClass("spoken").append(mathml);
        }
    }

    private static boolean marked(TextNode text) {
        String whole = text.getWholeText();
        return whole.indexOf(FormulaMarks.INLINE_OPEN) >= 0
                || whole.indexOf(FormulaMarks.DISPLAY_OPEN) >= 0;
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
                speak(span, formulas.mathml(latex, display));
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
