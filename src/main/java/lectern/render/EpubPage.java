package lectern.render;

import lectern.text.Escapes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** One XHTML document of an EPUB: its frame, and what kind of text it holds. */
final class EpubPage {
    private EpubPage() {}

    /**
     * Print a document.
     *
     * @param title plain text
     * @param lang language of the book
     * @param up way from the document to the style sheets, empty or ending in a slash
     * @param body the only child of the body
     */
    static String xhtml(String title, String lang, String up, Element body) {
        String tag = EpubLang.tag(lang);
        Document printer = Document.createShell("");
        printer.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        printer.body().appendChild(body);
        String page =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"\
                 lang="%1$s" xml:lang="%1$s">
                <head>
                <meta charset="UTF-8"/>
                <title>%2$s</title>
                <link rel="stylesheet" type="text/css" href="%3$sbook.css"/>
                <link rel="stylesheet" type="text/css" href="%3$sinline.css"/>
                </head>
                <body>
                """
                        .formatted(tag, escaped(title), up);
        return readable(page + body.outerHtml() + "\n</body>\n</html>\n");
    }

    /** Wrap the text of a page in a section that says what it is. */
    static Element section(Page page, Element main) {
        Element section = new Element("section").addClass("text");
        String kind = kind(page);
        section.attr("epub:type", kind);
        if (!kind.equals("titlepage")) {
            section.attr("role", "doc-" + kind);
        }
        Element heading = main.selectFirst("h1[id]");
        if (heading != null) {
            section.attr("aria-labelledby", heading.id());
        }
        section.appendChildren(main.childNodesCopy());
        return section;
    }

    // EPUB 3 Structural Semantics Vocabulary 1.1; each word but titlepage is a DPUB-ARIA role too.
    private static String kind(Page page) {
        if (page.kind() != Page.Kind.CHAPTER) {
            return page.kind() == Page.Kind.PART ? "part" : "titlepage";
        }
        if (page.number().startsWith("Appendix")) {
            return "appendix";
        }
        for (String special : new String[] {"bibliography", "glossary", "index"}) {
            if (holds(page.body().get(0), special)) {
                return special;
            }
        }
        return page.id().equals("preface") && page.number().isEmpty() ? "preface" : "chapter";
    }

    /** Whether a chapter is a glossary, a bibliography or an index. */
    static boolean holds(Element chapter, String special) {
        return chapter.hasClass("section-" + special)
                || chapter.selectFirst("> .sectionbody > ." + special) != null;
    }

    /** Text for XML. */
    static String escaped(String text) {
        return readable(Escapes.attribute(text));
    }

    // XML 1.0, production 2: the characters that a document may hold.
    private static String readable(String text) {
        return text.replaceAll(
                "&#x(?:[0-8bcef]|1[0-9a-f]);|[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]",
                "");
    }
}
