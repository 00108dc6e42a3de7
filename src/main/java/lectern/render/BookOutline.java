package lectern.render;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The pages of a book in reading order: the landing page, then parts and chapters.
 *
 * @param pages all pages
 * @param parts the part pages among them
 */
record BookOutline(List<Page> pages, List<Page> parts) {

    /** Read parts and chapters off the children of the content element. */
    static BookOutline of(Element content) {
        Slugs slugs = new Slugs();
        List<Page> pages = new ArrayList<>();
        List<Page> parts = new ArrayList<>();
        List<Element> intro = new ArrayList<>();
        boolean back = false;
        boolean ordinary = false;
        pages.add(new Page(Page.Kind.LANDING, "index.html", "", "", "Contents", -1, intro));
        for (Element child : content.children()) {
            Element heading = child.hasClass("sect1") ? child.selectFirst("> h2") : null;
            if (child.normalName().equals("h1") && child.hasClass("sect0")) {
                intro = new ArrayList<>();
                back = false;
                ordinary = false;
                String file = slugs.slug(child.id()) + ".html";
                Page part = Page.of(Page.Kind.PART, file, child, parts.size(), intro);
                parts.add(part);
                pages.add(part);
            } else if (heading != null) {
                String file = slugs.slug(heading.id()) + ".html";
                List<Element> body = List.of(child);
                back = back || ordinary && appendix(heading);
                ordinary = ordinary || !parts.isEmpty() && !appendix(heading);
                int part = back ? parts.size() : parts.size() - 1;
                pages.add(Page.of(Page.Kind.CHAPTER, file, heading, part, body));
            } else if (!child.id().equals("footnotes")) {
                intro.add(child);
            }
        }
        return new BookOutline(List.copyOf(pages), List.copyOf(parts));
    }

    /** The same pages in files of another kind, such as {@code .xhtml}. */
    BookOutline ending(String ending) {
        List<Page> renamed = pages.stream().map(page -> page.ending(ending)).toList();
        return new BookOutline(
                renamed, renamed.stream().filter(page -> page.kind() == Page.Kind.PART).toList());
    }

    // Asciidoctor's HTML leaves the appendices, and what follows them, in the last part.
    private static boolean appendix(Element heading) {
        Element number = heading.selectFirst("> .secnum");
        return number != null && number.text().startsWith("Appendix");
    }

    /**
     * The chapters of each part in order. Those before the first part come first, those after the
     * last part last, so that part {@code n} is at {@code n + 1}.
     */
    List<List<Page>> chaptersByPart() {
        List<List<Page>> chapters = new ArrayList<>();
        for (int part = -1; part <= parts.size(); part++) {
            chapters.add(new ArrayList<>());
        }
        for (Page page : pages) {
            if (page.kind() == Page.Kind.CHAPTER) {
                chapters.get(page.part() + 1).add(page);
            }
        }
        return chapters;
    }
}
