package lectern.render;

import org.jsoup.nodes.Element;

/**
 * The cover: a picture, in pixels as not every reader's shelf can draw another, and a page for it.
 */
final class EpubCover {
    private static final String PATH = "cover.png";

    private EpubCover() {}

    static EpubFile picture(BookMeta meta, Theme theme) {
        return EpubFile.of(PATH, "image/png", "cover-image", TitlePicture.cover(meta, theme));
    }

    static EpubFile page(BookMeta meta) {
        Element section = new Element("section").addClass("cover-page").attr("epub:type", "cover");
        Element image = section.appendElement("img").attr("src", PATH);
        image.attr("alt", "Cover: " + meta.title());
        return EpubFile.xhtml(
                "cover.xhtml", "", EpubPage.xhtml(meta.title(), meta.lang(), "", section));
    }
}
