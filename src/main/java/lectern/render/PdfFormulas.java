package lectern.render;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Fits formulas that are wider than the printed text by making them smaller. */
final class PdfFormulas {
    // 120 mm of text in em of 10.4 pt; a number takes 11 mm on both sides, a list 5 mm.
    private static final double TEXT = 32.7;
    private static final double NUMBER = 6;
    private static final double INDENT = 1.37;

    private static final Pattern SIZE =
            Pattern.compile("(width|height|vertical-align):(-?[\\d.]+)em");

    private PdfFormulas() {}

    static void fit(Document document) {
        for (Element drawing : document.select(".formula > svg[style]")) {
            Element block = drawing.closest(".stemblock");
            double room =
                    TEXT - INDENT * drawing.parents().stream().filter(p -> p.is("li, dd")).count();
            if (block != null && block.hasClass("numbered")) {
                room -= NUMBER;
            }
            double width = width(drawing);
            if (width > room) {
                drawing.attr("style", scaled(drawing.attr("style"), room / width));
            }
        }
    }

    /** Width of a drawn formula, in em of the text around it; 0 when it does not say. */
    static double width(Element drawing) {
        Matcher size = SIZE.matcher(drawing.attr("style").replace(" ", ""));
        while (size.find()) {
            if (size.group(1).equals("width")) {
                return Double.parseDouble(size.group(2));
            }
        }
        return 0;
    }

    private static String scaled(String style, double by) {
        return SIZE.matcher(style.replace(" ", ""))
                .replaceAll(
                        size ->
                                String.format(
                                        Locale.ROOT,
                                        "%s:%.3fem",
                                        size.group(1),
                                        by * Double.parseDouble(size.group(2))));
    }
}
