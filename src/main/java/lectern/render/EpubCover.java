package lectern.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** Draws the cover: title, description and authors, as the printed book's. */
final class EpubCover {
    static final String PATH = "cover.svg";

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 2400;
    private static final int MARGIN = 150;
    private static final int MOST_LINES = 7;

    private EpubCover() {}

    static EpubFile picture(BookMeta meta) {
        byte[] bytes = svg(meta).getBytes(StandardCharsets.UTF_8);
        return EpubFile.of(PATH, "image/svg+xml", "cover-image", bytes);
    }

    static String svg(BookMeta meta) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 2400" width="1600"\
                 height="2400" font-family="'Source Sans 3', 'Helvetica Neue', Arial,\
                 'Noto Sans SC', 'PingFang SC', sans-serif">
                """);
        svg.append("<title>").append(EpubPage.escaped(meta.title())).append("</title>\n");
        svg.append("<rect width=\"1600\" height=\"2400\" fill=\"#fffdf9\"/>\n");
        svg.append("<rect x=\"150\" y=\"300\" width=\"96\" height=\"96\" fill=\"#a3372a\"/>\n");
        int y = lines(svg, meta.title(), 168, 640, "font-weight=\"700\" fill=\"#1f1d1a\"");
        lines(svg, meta.description(), 64, y + 40, "fill=\"#655f57\"");
        if (!meta.authors().isEmpty() || !meta.revision().isEmpty()) {
            svg.append(
                    "<rect x=\"150\" y=\"1990\" width=\"1300\" height=\"4\" fill=\"#24211d\"/>\n");
        }
        String authors = String.join(", ", meta.authors());
        int foot = lines(svg, authors, 60, 2100, "fill=\"#1f1d1a\"");
        lines(svg, meta.revision(), 52, foot, "fill=\"#655f57\"");
        return svg.append("</svg>\n").toString();
    }

    static EpubFile page(BookMeta meta) {
        Element section = new Element("section").addClass("cover-page").attr("epub:type", "cover");
        Element image = section.appendElement("img").attr("src", PATH);
        image.attr("alt", "Cover: " + meta.title());
        return EpubFile.xhtml(
                "cover.xhtml", "", EpubPage.xhtml(meta.title(), meta.lang(), "", section));
    }

    /** Set a text in lines and return where the next one goes. */
    private static int lines(StringBuilder svg, String text, int size, int top, String style) {
        int y = top;
        for (String line : broken(text, (WIDTH - 2.0 * MARGIN) / size)) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%d\" y=\"%d\" font-size=\"%d\" %s>%s</text>\n",
                            MARGIN,
                            Math.min(y, HEIGHT - 40),
                            size,
                            style,
                            EpubPage.escaped(line)));
            y += size * 6 / 5;
        }
        return y;
    }

    private static List<String> broken(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("(?<=\\s)|(?<=\\p{IsHan})(?=\\p{IsHan})")) {
            if (line.length() > 0 && ems(line + word) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines.subList(0, Math.min(lines.size(), MOST_LINES));
    }

    /** About how wide a text is: a full square for Chinese, a little over half for the rest. */
    private static double ems(String text) {
        return text.strip().codePoints().mapToDouble(c -> c >= 0x2e80 ? 1 : 0.54).sum();
    }
}
