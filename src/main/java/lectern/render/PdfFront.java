package lectern.render;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes what stands before the text of a printed book: head, bookmarks, cover and contents. */
final class PdfFront {
    private PdfFront() {}

    static Element cover(BookMeta meta) {
        Element cover = new Element("div").addClass("cover");
        cover.appendElement("div").addClass("cover-title").text(meta.title());
        if (!meta.description().isEmpty()) {
            cover.appendElement("div").addClass("cover-description").text(meta.description());
        }
        Element foot = cover.appendElement("div").addClass("cover-foot");
        for (String author : meta.authors()) {
            foot.appendElement("div").addClass("cover-author").text(author);
        }
        if (!meta.revision().isEmpty()) {
            foot.appendElement("div").addClass("cover-revision").text(meta.revision());
        }
        if (foot.childrenSize() == 0) {
            foot.remove();
        }
        return cover;
    }

    static Element contents(BookOutline outline, Element content) {
        Element contents = new Element("div").addClass("contents");
        contents.appendElement("div").addClass("contents-title").text("Contents");
        for (Page page : outline.pages()) {
            if (page.kind() == Page.Kind.LANDING || page.id().isEmpty()) {
                continue;
            }
            line(contents, page, page.kind() == Page.Kind.PART ? "toc-part" : "toc-chapter");
            for (Element root : page.body()) {
                for (Element heading : root.select("div.sect2 > h3[id]")) {
                    Page section =
                            Page.of(Page.Kind.CHAPTER, "", heading, page.part(), page.body());
                    line(contents, section, "toc-section");
                }
            }
        }
        return contents;
    }

    private static void line(Element contents, Page page, String style) {
        Element line = contents.appendElement("div").addClass(style);
        Element link = line.appendElement("a").attr("href", "#" + page.id());
        if (!page.number().isEmpty()) {
            link.appendElement("span").addClass("toc-number").text(page.number());
            link.appendText(" ");
        }
        link.appendElement("span").text(page.title());
    }

    static void head(Document document, BookMeta meta, PrintSettings print, Element content) {
        Element head = document.head();
        head.appendElement("title").text(meta.title());
        head.appendElement("meta").attr("name", "author");
        head.child(1).attr("content", String.join(", ", meta.authors()));
        head.appendElement("meta").attr("name", "description");
        head.child(2).attr("content", meta.description());
        sheet(head, "print");
        if (print.letter()) {
            sheet(head, "letter");
        }
        if (print.press()) {
            sheet(head, "press");
        }
        bookmarks(head.appendElement("bookmarks"), content);
    }

    private static void sheet(Element head, String name) {
        head.appendElement("link")
                .attr("rel", "stylesheet")
                .attr("type", "text/css")
                .attr("href", PdfResources.THEME + ":/pdf/" + name + ".css");
    }

    private static void bookmarks(Element root, Element content) {
        Element[] open = new Element[7];
        open[0] = root;
        for (Element heading : content.select("h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]")) {
            int level = heading.normalName().charAt(1) - '0';
            Element parent = root;
            for (int above = level - 1; above > 0 && parent == root; above--) {
                parent = open[above] == null ? root : open[above];
            }
            Element mark = parent.appendElement("bookmark");
            mark.attr("name", Headings.plain(heading)).attr("href", "#" + heading.id());
            open[level] = mark;
            for (int below = level + 1; below < open.length; below++) {
                open[below] = null;
            }
        }
    }
}
