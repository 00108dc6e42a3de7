package lectern.render;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * What stands around a page's text: the map at the left, the sections at the right, the way there
 * and the way on. Its size does not grow with the book.
 */
final class SiteNavigation {
    private static final int WINDOW = 24;

    private final SitePlan plan;
    private final BookOutline outline;
    private final List<List<Page>> chapters;

    SiteNavigation(SitePlan plan) {
        this.plan = plan;
        this.outline = plan.outline();
        this.chapters = outline.chaptersByPart();
    }

    /** The map: all parts if they are few, the chapters of this part, the sections of this page. */
    Element map(Page page) {
        Element list = new Element("ul").addClass("nav-list");
        Element contents = list.appendElement("li");
        mark(link(contents, "index.html", "", "Contents"), page.kind() == Page.Kind.LANDING);
        if (page.kind() == Page.Kind.LANDING || page.part() < 0) {
            chapters(list, page, -1);
        }
        for (Page part : window(outline.parts(), Math.max(page.part(), 0))) {
            Element item = list.appendElement("li").addClass("nav-part");
            mark(link(item, part.file(), part.number(), part.title()), part == page);
            if (part.part() == page.part()) {
                chapters(item.appendElement("ul"), page, part.part());
            }
        }
        if (!outline.parts().isEmpty() && page.part() == outline.parts().size()) {
            chapters(
                    list.appendElement("li").addClass("nav-part").appendElement("ul"),
                    page,
                    page.part());
        }
        Element more = list.appendElement("li").addClass("nav-part nav-more").appendElement("ul");
        plan.lists().ifPresent(lists -> extra(more, lists, page));
        extra(more, plan.whole(), page);
        return list;
    }

    /** The map where the whole book is one page. */
    Element places() {
        Element list = new Element("ul").addClass("nav-list");
        link(list.appendElement("li"), "#top", "", "Contents");
        for (int part = -1; part <= outline.parts().size(); part++) {
            Element parent = list;
            if (part >= 0) {
                Element item = list.appendElement("li").addClass("nav-part");
                if (part < outline.parts().size()) {
                    place(item, outline.parts().get(part));
                }
                parent = item.appendElement("ul");
            }
            for (Page chapter : chapters.get(part + 1)) {
                place(parent.appendElement("li").addClass("nav-chapter"), chapter);
            }
        }
        list.select("ul:empty").remove();
        return list;
    }

    private static void place(Element item, Page page) {
        link(item, "#" + Links.encode(page.id()), page.number(), page.title());
    }

    private static void extra(Element list, Page extra, Page page) {
        Element item = list.appendElement("li");
        Element link = item.appendElement("a").addClass("extra").attr("href", extra.file());
        link.appendElement("span").addClass("link-title").text(extra.title());
        mark(link, extra == page);
    }

    private void chapters(Element list, Page page, int part) {
        List<Page> all = chapters.get(part + 1);
        List<Page> shown = window(all, Math.max(all.indexOf(page), 0));
        gap(list, !shown.isEmpty() && shown.get(0) != all.get(0));
        for (Page chapter : shown) {
            Element item = list.appendElement("li").addClass("nav-chapter");
            mark(link(item, chapter.file(), chapter.number(), chapter.title()), chapter == page);
            if (chapter == page) {
                sections(item, page, "nav-sections", false);
            }
        }
        gap(list, !shown.isEmpty() && shown.get(shown.size() - 1) != all.get(all.size() - 1));
    }

    private static void gap(Element list, boolean there) {
        if (there) {
            Element item = list.appendElement("li").addClass("nav-gap");
            item.appendElement("a").attr("href", "index.html").text("…");
        }
    }

    private static List<Page> window(List<Page> pages, int current) {
        int from = Math.max(0, Math.min(current - WINDOW / 2, pages.size() - WINDOW - 1));
        return pages.subList(from, Math.min(pages.size(), from + WINDOW + 1));
    }

    /** Links to the sections of a page, two levels deep where asked. */
    static void sections(Element parent, Page page, String style, boolean deep) {
        Element list = new Element("ul").addClass(style);
        Element last = null;
        for (Element root : page.body()) {
            for (Element heading : root.select(deep ? "h3[id], h4[id]" : "h3[id]")) {
                if (heading.normalName().equals("h3") || last == null) {
                    last = list.appendElement("li");
                    sectionLink(last, heading);
                } else {
                    Element below = last.selectFirst("> ul");
                    sectionLink(
                            (below == null ? last.appendElement("ul") : below).appendElement("li"),
                            heading);
                }
            }
        }
        if (last != null) {
            parent.appendChild(list);
        }
    }

    private static void sectionLink(Element item, Element heading) {
        Page section = Page.of(Page.Kind.CHAPTER, "", heading, -1, List.of());
        link(item, "#" + Links.encode(heading.id()), section.number(), section.title());
    }

    /** The whole book on the landing page: parts and chapters. */
    Element contents() {
        Element all = new Element("nav").addClass("contents");
        all.attr("aria-label", "Contents").attr("id", "contents");
        list(all, -1);
        for (Page part : outline.parts()) {
            Element section = all.appendElement("section").addClass("contents-part");
            Element head = section.appendElement("div").addClass("contents-head");
            link(head.appendElement("h2"), part.file(), part.number(), part.title());
            introduce(head, part);
            list(section, part.part());
        }
        if (!outline.parts().isEmpty() && !chapters.get(outline.parts().size() + 1).isEmpty()) {
            Element section = all.appendElement("section").addClass("contents-part");
            section.appendElement("div").addClass("contents-head");
            list(section, outline.parts().size());
        }
        ask(all);
        return all;
    }

    /** Under each chapter the question that it opens with. */
    private void ask(Element all) {
        for (Element link : all.select(".contents-chapters > li > a")) {
            outline.pages().stream()
                    .filter(page -> page.file().equals(link.attr("href")))
                    .findFirst()
                    .map(Openings::question)
                    .filter(question -> !question.isEmpty())
                    .ifPresent(
                            question ->
                                    link.parent()
                                            .appendElement("p")
                                            .addClass("contents-question")
                                            .text(question));
        }
    }

    private static void introduce(Element section, Page part) {
        for (Element root : part.body()) {
            Element first = root.selectFirst(".paragraph > p, > .content");
            if (first != null) {
                section.appendElement("p").addClass("part-intro").text(Headings.plain(first));
                return;
            }
        }
    }

    /** The chapters of one part with what is in them, for the part's own page. */
    void detail(Element parent, int part) {
        list(parent, part);
        List<Element> items = parent.select("> ol.contents-chapters > li");
        for (int i = 0; i < items.size(); i++) {
            List<Element> headings = sections(chapters.get(part + 1).get(i));
            if (!headings.isEmpty()) {
                Element line = items.get(i).appendElement("p").addClass("contents-sections");
                line.text(String.join(" · ", headings.stream().map(Headings::title).toList()));
            }
        }
    }

    private static List<Element> sections(Page chapter) {
        return chapter.body().get(0).select("> .sectionbody > .sect2 > h3");
    }

    /** The chapters of one part as a list; nothing when it has none. */
    void list(Element parent, int part) {
        List<Page> all = chapters.get(part + 1);
        if (all.isEmpty()) {
            return;
        }
        Element list = parent.appendElement("ol").addClass("contents-chapters");
        for (Page chapter : all) {
            link(list.appendElement("li"), chapter.file(), chapter.number(), chapter.title());
        }
    }

    /** Contents, part, chapter: where the reader is. */
    Element trail(Page page) {
        Element list = new Element("ol").addClass("trail");
        link(list.appendElement("li"), "index.html", "", "Contents");
        if (page.kind() == Page.Kind.SOURCE) {
            plan.lists().ifPresent(l -> link(list.appendElement("li"), l.file(), "", "Examples"));
        }
        boolean inPart = page.part() >= 0 && page.part() < outline.parts().size();
        if (inPart && page.kind() == Page.Kind.CHAPTER) {
            Page part = outline.parts().get(page.part());
            link(list.appendElement("li"), part.file(), part.number(), part.title());
        }
        list.appendElement("li").attr("aria-current", "page").text(page.fullTitle());
        return list;
    }

    static Element link(Element parent, String href, String number, String title) {
        Element link = parent.appendElement("a").attr("href", href);
        if (!number.isEmpty()) {
            link.appendElement("span").addClass("secnum").text(number);
            link.appendText(" ");
        }
        link.appendElement("span").addClass("link-title").text(title);
        return link;
    }

    private static void mark(Element link, boolean current) {
        if (current) {
            link.attr("aria-current", "page");
        }
    }
}
