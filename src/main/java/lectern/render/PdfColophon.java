package lectern.render;

import org.jsoup.nodes.Element;

/** Makes the half title and, on its back, the colophon of a printed book. */
final class PdfColophon {
    private static final String EXAMPLES =
            " The examples ran as programs; what they print and draw, and the values in the text,"
                    + " are what they left.";

    private PdfColophon() {}

    static Element halfTitle(BookMeta meta) {
        Element half = new Element("div").addClass("half-title");
        half.appendElement("div").text(meta.title());
        return half;
    }

    /**
     * Say whose the book is and how it was made.
     *
     * @param version of the program, empty when it does not know
     * @param examples whether the book has examples that ran
     */
    static Element colophon(BookMeta meta, PrintSettings print, String version, boolean examples) {
        Element colophon = new Element("div").addClass("colophon");
        colophon.appendElement("p").addClass("colophon-title").text(meta.title());
        line(colophon, String.join(", ", meta.authors()));
        line(colophon, meta.revision());
        line(colophon, print.commit().isEmpty() ? "" : "Made from commit " + print.commit() + ".");
        line(colophon, print.copyright());
        line(colophon, print.license());
        line(
                colophon,
                "Made by Lectern"
                        + (version.isEmpty() ? "" : " " + version)
                        + " from AsciiDoc notes."
                        + (examples ? EXAMPLES : "")
                        + " Formulas are set by JLaTeXMath, the pages by openhtmltopdf.");
        line(
                colophon,
                "Set in Source Serif 4, Source Sans 3, JetBrains Mono and Noto Sans SC, each under"
                        + " the SIL Open Font License 1.1.");
        return colophon;
    }

    private static void line(Element colophon, String text) {
        if (!text.isBlank()) {
            colophon.appendElement("p").text(text);
        }
    }
}
