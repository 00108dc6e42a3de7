package lectern.render;

import org.jsoup.nodes.Document;

/**
 * What a book says about its printed form, by Asciidoctor PDF's attribute names.
 *
 * @param letter whether {@code pdf-page-size} is US Letter; A4 otherwise
 * @param press whether {@code pdf-media} is {@code press} or {@code prepress}: two-sided, black
 *     links; one-sided for the screen otherwise
 * @param copyright as the header prints it; may be empty
 * @param license one sentence; may be empty
 * @param commit the edition's commit, if the build was told; may be empty
 */
record PrintSettings(
        boolean letter, boolean press, String copyright, String license, String commit) {

    static PrintSettings of(Document document) {
        return new PrintSettings(
                meta(document, "lectern-pdf-page-size").equalsIgnoreCase("letter"),
                meta(document, "lectern-pdf-media")
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches("(pre)?press"),
                meta(document, "copyright"),
                meta(document, "lectern-license"),
                meta(document, "lectern-commit"));
    }

    private static String meta(Document document, String name) {
        return document.head().select("meta[name=" + name + "]").attr("content").strip();
    }
}
