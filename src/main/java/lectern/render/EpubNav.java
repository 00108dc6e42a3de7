package lectern.render;

import java.util.List;
import org.jsoup.nodes.Element;

/** The navigation document: contents two levels deep below the chapters' parts, and landmarks. */
final class EpubNav {
    private final BookOutline outline;
    private final BookMeta meta;

    EpubNav(BookOutline outline, BookMeta meta) {
        this.outline = outline;
        this.meta = meta;
    }

    EpubFile file() {
        Element body = new Element("div");
        body.appendChild(contents());
        body.appendChild(landmarks());
        return EpubFile.xhtml(
                "nav.xhtml", "nav", EpubPage.xhtml("Contents", meta.lang(), "", body));
    }

    private Element contents() {
        Element nav = new Element("nav").attr("epub:type", "toc").attr("role", "doc-toc");
        nav.attr("id", "toc").attr("aria-labelledby", "contents-title");
        nav.appendElement("h1").attr("id", "contents-title").text("Contents");
        Element list = nav.appendElement("ol");
        entry(list, "text/index.xhtml", "", meta.title());
        List<List<Page>> chapters = outline.chaptersByPart();
        chapters.get(0).forEach(chapter -> chapter(list, chapter));
        for (Page part : outline.parts()) {
            Element item = entry(list, "text/" + part.file(), part.number(), part.title());
            List<Page> below = chapters.get(part.part() + 1);
            if (!below.isEmpty()) {
                Element inner = item.appendElement("ol");
                below.forEach(chapter -> chapter(inner, chapter));
            }
        }
        if (!outline.parts().isEmpty()) {
            chapters.get(outline.parts().size() + 1).forEach(chapter -> chapter(list, chapter));
        }
        return nav;
    }

    private static void chapter(Element list, Page chapter) {
        Element item = entry(list, "text/" + chapter.file(), chapter.number(), chapter.title());
        Element inner = new Element("ol");
        for (Element root : chapter.body()) {
            for (Element heading : root.select("div.sect2 > h3[id]")) {
                Page section = Page.of(Page.Kind.CHAPTER, "", heading, -1, List.of());
                String address = "text/" + chapter.file() + "#" + EpubIds.id(heading.id());
                entry(inner, address, section.number(), section.title());
            }
        }
        if (inner.childrenSize() > 0) {
            item.appendChild(inner);
        }
    }

    private static Element entry(Element list, String address, String number, String title) {
        Element item = list.appendElement("li");
        Element link = item.appendElement("a").attr("href", address);
        String name = title.isBlank() ? "Untitled" : title;
        link.text(number.isEmpty() ? name : number + " " + name);
        return item;
    }

    private Element landmarks() {
        Element nav = new Element("nav").attr("epub:type", "landmarks").attr("hidden", "hidden");
        nav.attr("aria-label", "Landmarks");
        Element list = nav.appendElement("ol");
        landmark(list, "cover", "cover.xhtml", "Cover");
        landmark(list, "toc", "#toc", "Contents");
        Page start = start();
        landmark(list, "bodymatter", "text/" + start.file(), "Start of the text");
        for (Page page : outline.pages()) {
            for (String kind : List.of("glossary", "bibliography", "index")) {
                if (page.body().size() == 1 && EpubPage.holds(page.body().get(0), kind)) {
                    landmark(list, kind, "text/" + page.file(), page.title());
                }
            }
        }
        return nav;
    }

    private Page start() {
        return outline.pages().stream()
                .filter(page -> page.kind() != Page.Kind.LANDING)
                .filter(page -> !page.id().equals("preface"))
                .findFirst()
                .orElse(outline.pages().get(0));
    }

    private static void landmark(Element list, String kind, String address, String name) {
        Element link = list.appendElement("li").appendElement("a");
        link.attr("epub:type", kind).attr("href", address).text(name);
    }
}
