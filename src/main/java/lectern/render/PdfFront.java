package lectern.render;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Makes what stands before the text of a printed book. */
final class PdfFront {
    private PdfFront() {}

    /** All of it, in order. */
    static List<Element> of(BookTree tree) {
        Element content = tree.content();
        List<Element> front = new ArrayList<>();
        front.add(cover(tree.meta()));
        front.add(PdfColophon.halfTitle(tree.meta()));
        boolean examples = content.selectFirst(".cell") != null;
        front.add(PdfColophon.colophon(tree.meta(), tree.print(), version(), examples));
        front.add(contents(BookOutline.of(content)));
        PdfLists.of(tree.lists()).ifPresent(front::add);
        return front;
    }

    private static String version() {
        String version = PdfFront.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    private static Element cover(BookMeta meta) {
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

    private static Element contents(BookOutline outline) {
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
}
