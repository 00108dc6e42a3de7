package lectern.render;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Fits code to the printed page. Code that takes part of a page is not split; code with long lines
 * gets the margin too; what is longer still is broken where a reader would break it, and marked.
 */
final class PdfCode {
    private static final int LINES_KEPT = 18;
    private static final int COLUMNS = 80;
    // 168 mm of letters 0.6 em wide at 7.7 pt; output is set in by 5 mm.
    private static final int LISTING = 102;
    private static final int OUTPUT = 98;
    private static final double HAN = 1 / 0.6;
    private static final int MARK = 2;

    /** A character of a line and where it stands. */
    private record Place(TextNode node, int offset, char character) {}

    private PdfCode() {}

    static void fit(Document document) {
        for (Element code : document.select("pre")) {
            Element block = code.closest(".listingblock, .literalblock");
            if (block == null) {
                continue;
            }
            List<String> lines = code.wholeText().strip().lines().toList();
            if (lines.size() <= LINES_KEPT) {
                block.addClass("keep");
            }
            if (lines.stream().anyMatch(line -> width(line) > COLUMNS)) {
                block.addClass("wide");
                wrap(code, block.hasClass("literalblock") ? OUTPUT : LISTING);
            }
        }
    }

    private static void wrap(Element code, int columns) {
        List<List<Place>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        code.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text) {
                        String whole = text.getWholeText();
                        for (int i = 0; i < whole.length(); i++) {
                            if (whole.charAt(i) == '\n') {
                                lines.add(new ArrayList<>());
                            } else {
                                Place place = new Place(text, i, whole.charAt(i));
                                lines.get(lines.size() - 1).add(place);
                            }
                        }
                    }
                });
        List<Place> breaks = new ArrayList<>();
        List<Integer> indents = new ArrayList<>();
        for (List<Place> line : lines) {
            int indent = Math.min(indent(line), columns / 2);
            int from = 0;
            int room = columns;
            for (int at = cut(line, from, room); at < line.size(); at = cut(line, from, room)) {
                breaks.add(line.get(at));
                indents.add(indent);
                from = at;
                room = columns - indent - MARK;
            }
        }
        // from the end, since splitting a text leaves the offsets before it alone
        for (int i = breaks.size() - 1; i >= 0; i--) {
            Place place = breaks.get(i);
            Element mark = new Element("span").addClass("wrapped");
            mark.appendChild(new TextNode("\n" + " ".repeat(indents.get(i))));
            if (place.offset() == 0) {
                place.node().before(mark);
            } else {
                place.node().splitText(place.offset()).before(mark);
            }
        }
    }

    /** Where the line must break, at best after a blank or a mark; its size when it fits. */
    private static int cut(List<Place> line, int from, int room) {
        double width = 0;
        int at = from;
        while (at < line.size()) {
            width += width(line.get(at).character());
            if (width > room) {
                break;
            }
            at++;
        }
        if (at == line.size()) {
            return at;
        }
        for (int best = at; best > from + room / 2; best--) {
            if (" ,;(&|+=/".indexOf(line.get(best - 1).character()) >= 0) {
                return best;
            }
        }
        boolean pair = Character.isLowSurrogate(line.get(at).character());
        return Math.max(pair ? at - 1 : at, from + 1);
    }

    private static int indent(List<Place> line) {
        int indent = 0;
        while (indent < line.size() && line.get(indent).character() == ' ') {
            indent++;
        }
        return indent;
    }

    private static double width(String line) {
        return line.chars().mapToDouble(c -> width((char) c)).sum();
    }

    private static double width(char character) {
        return character >= 0x2e80 ? HAN : 1;
    }
}
