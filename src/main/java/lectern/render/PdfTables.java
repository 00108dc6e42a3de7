package lectern.render;

import java.util.Arrays;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Fits tables to the printed page. A short table is not split; one that would break its words gets
 * the margin too; one that is wider still gets a page turned on its side, and at last smaller
 * letters.
 */
final class PdfTables {
    private static final int ROWS_KEPT = 8;
    // A column wants its longest word and, up to this, its longest cell; in em of 9.2 pt.
    private static final double COMFORT = 9;
    private static final double GAP = 0.93; // 3 mm
    private static final double TEXT = 37; // 120 mm
    private static final double PAGE = 51.5; // 168 mm
    private static final double TURNED = 77; // 251 mm
    private static final double LETTERS = 9.2;
    private static final double SMALLEST = 5.5;

    private PdfTables() {}

    static void fit(Document document) {
        for (Element table : document.select("table.tableblock")) {
            Element frame = table.parent();
            if (frame == null || !frame.hasClass("table-frame") || within(table, ".ledger")) {
                continue; // the ledger has the margin as it is
            }
            if (table.select("tr").size() <= ROWS_KEPT) {
                frame.addClass("keep");
            }
            double words = width(table, 0);
            if (within(table, ".expectations")) {
                frame.addClass("wide");
            } else if (words > PAGE) {
                frame.addClass("turned").removeClass("keep");
                shrink(table, words);
            } else if (words > TEXT || width(table, COMFORT) > TEXT) {
                frame.addClass("wide");
            }
        }
    }

    private static boolean within(Element table, String blocks) {
        return table.closest(blocks) != null;
    }

    private static void shrink(Element table, double words) {
        if (words > TURNED) {
            double size = Math.max(SMALLEST, LETTERS * TURNED / words);
            String style = String.format(Locale.ROOT, "font-size: %.2fpt; ", size);
            table.attr("style", style + table.attr("style"));
        }
    }

    /**
     * What the columns of a table need side by side, in em.
     *
     * @param comfort what a cell may take to stay on one line; 0 for words alone
     */
    private static double width(Element table, double comfort) {
        double[] columns = new double[0];
        for (Element row : table.select("tr")) {
            int at = 0;
            for (Element cell : row.children()) {
                if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
                    continue;
                }
                int span =
                        cell.attr("colspan").matches("\\d{1,3}")
                                ? Integer.parseInt(cell.attr("colspan"))
                                : 1;
                columns = Arrays.copyOf(columns, Math.max(columns.length, at + span));
                if (span == 1) {
                    columns[at] = Math.max(columns[at], GAP + needs(cell, comfort));
                }
                at += span;
            }
        }
        return Arrays.stream(columns).sum();
    }

    private static double needs(Element cell, double comfort) {
        double widest = Math.min(comfort, ems(cell.text(), cell));
        for (String word : cell.text().split("[\\s\\u200b]+|(?<=[-/,])|(?<=\\p{IsHan})")) {
            widest = Math.max(widest, ems(word, cell));
        }
        for (Element drawing : cell.select(".formula > svg[style]")) {
            widest = Math.max(widest, PdfFormulas.width(drawing));
        }
        return widest;
    }

    private static double ems(String text, Element cell) {
        double letter = cell.selectFirst("code") == null ? 0.53 : 0.6;
        return text.codePoints().mapToDouble(c -> c >= 0x2e80 ? 1 : letter).sum();
    }
}
