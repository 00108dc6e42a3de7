package lectern.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.jsoup.nodes.Document;

/** Converted books in one line each, for tests. */
final class SampleBook {
    static final Formulas FORMULAS =
            (latex, display) -> {
                if (latex.contains("\\broken")) {
                    throw new IllegalArgumentException("unknown command \\broken");
                }
                String text = latex.replace("&", "&amp;").replace("<", "&lt;");
                return "<svg role=\"img\" aria-label=\""
                        + text
                        + "\" viewBox=\"0 0 10 10\" style=\"width:1em;height:1em;"
                        + "vertical-align:-0.25em\"><path d=\"M0 0h9v9z\"/></svg>";
            };
    static final CellCard CARD =
            new CellCard(
                    "ridge-point",
                    "scripts/hardware/RidgePoint.java",
                    "jbang ridge-point --chip v5e",
                    "Ridge point of one chip.",
                    "linux x86-64");

    private static final Path DRAWN = Path.of("target/test-drawn");

    private SampleBook() {}

    static BookTree tree(String content) {
        return tree(content, "", Path.of("."));
    }

    static BookTree tree(String content, String footnotes, Path base) {
        return BookTree.of(converted(content, footnotes, base), FORMULAS);
    }

    static ConvertedBook converted(String content) {
        return converted(content, "", Path.of("."));
    }

    private static ConvertedBook converted(String content, String footnotes, Path base) {
        String html =
                """
                <!doctype html><html lang="en"><head><title>Systems</title>
                <meta name="description" content="What bounds what."></head>
                <body class="book"><div id="header"><h1>Systems</h1><div class="details">
                <span class="author">Ada Writer</span><br>
                <span id="revnumber">version 0.1,</span></div></div>
                <div id="content">"""
                        + content
                        + "</div><div id=\"footnotes\">"
                        + footnotes
                        + "</div></body></html>";
        return new ConvertedBook(html, Map.of("ridge-point", CARD), base, DRAWN);
    }

    /** The first part of the text as it is printed. */
    static Document printed(BookTree tree) {
        PdfTree printed = new PdfTree(tree, "", new ArrayList<>());
        return printed.document(printed.parts().get(1));
    }

    static String chapter(String id, String title, String body) {
        return "<div class=\"sect1\"><h2 id=\""
                + id
                + "\">"
                + title
                + "</h2><div class=\"sectionbody\">"
                + body
                + "</div></div>\n";
    }

    static String part(String id, String title) {
        return "<h1 id=\"" + id + "\" class=\"sect0\">" + title + "</h1>\n";
    }

    static String paragraph(String text) {
        return "<div class=\"paragraph\"><p>" + text + "</p></div>\n";
    }
}
