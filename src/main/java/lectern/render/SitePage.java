package lectern.render;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Fills the theme's page template; slots are written {@code {{name}}}. */
final class SitePage {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");

    private static final String MARGIN = ".annotation, .aside, .sidenote, figure.margin";
    private static final int LONGEST_DESCRIPTION = 160;

    private final String template;
    private final BookMeta meta;
    private final BookOutline outline;
    private final SiteNavigation navigation;

    SitePage(String template, BookMeta meta, BookOutline outline) {
        this.template = template;
        this.meta = meta;
        this.outline = outline;
        this.navigation = new SiteNavigation(outline);
    }

    /** The whole page at {@code index} of the outline around its text. */
    String html(int index, Element main) {
        Page page = outline.pages().get(index);
        frame(page, main);
        Matcher slot = SLOT.matcher(template);
        StringBuilder html = new StringBuilder();
        while (slot.find()) {
            slot.appendReplacement(
                    html, Matcher.quoteReplacement(fill(slot.group(1), page, index, main)));
        }
        return slot.appendTail(html).toString();
    }

    private String fill(String name, Page page, int index, Element main) {
        boolean landing = page.kind() == Page.Kind.LANDING;
        return switch (name) {
            case "lang" -> text(meta.lang());
            case "book" -> text(meta.title());
            case "title" -> text(landing ? meta.title() : page.fullTitle() + " · " + meta.title());
            case "description" -> text(description(page));
            case "kind" -> kind(page, main);
            case "map" -> print(navigation.map(page));
            case "trail" -> landing ? "" : print(navigation.trail(page));
            case "main" -> print(main);
            case "sections" -> sections(page);
            case "previous" -> step(index - 1, "prev", "Previous");
            case "next" -> step(index + 1, "next", "Next");
            default -> throw new IllegalStateException("page template has no slot '" + name + "'");
        };
    }

    private static String kind(Page page, Element main) {
        String kind = page.kind().name().toLowerCase(Locale.ROOT);
        return main.selectFirst(MARGIN) == null ? kind : kind + " has-margin";
    }

    private void frame(Page page, Element main) {
        if (page.kind() == Page.Kind.PART) {
            navigation.detail(main, page.part());
        } else if (page.kind() == Page.Kind.LANDING) {
            Element cover = new Element("header").addClass("cover");
            cover.appendElement("h1").text(meta.title());
            if (!meta.description().isEmpty()) {
                cover.appendElement("p").addClass("description").text(meta.description());
            }
            if (!meta.authors().isEmpty()) {
                String authors = String.join(", ", meta.authors());
                cover.appendElement("p").addClass("authors").text(authors);
            }
            if (!meta.revision().isEmpty()) {
                cover.appendElement("p").addClass("revision").text(meta.revision());
            }
            main.prependChild(cover);
            main.appendChild(navigation.contents());
        }
    }

    private String description(Page page) {
        for (Element root : page.body()) {
            Element first = root.selectFirst(".paragraph > p");
            if (first != null) {
                return shortened(Headings.plain(first));
            }
        }
        return meta.description();
    }

    /** Cut at a word's end where there is one. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST_DESCRIPTION) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST_DESCRIPTION);
        int end = space < LONGEST_DESCRIPTION / 2 ? LONGEST_DESCRIPTION : space;
        return text.substring(0, end) + "…";
    }

    private static String sections(Page page) {
        Element holder = new Element("div");
        SiteNavigation.sections(holder, page, "section-list", true);
        if (holder.childrenSize() == 0) {
            return "";
        }
        holder.prependElement("p").addClass("sections-title").text("On this page");
        return holder.html();
    }

    private String step(int index, String rel, String label) {
        List<Page> pages = outline.pages();
        if (index < 0 || index >= pages.size()) {
            return "<span></span>";
        }
        Page page = pages.get(index);
        Element link = new Element("a").attr("href", page.file()).attr("rel", rel);
        link.appendElement("span").addClass("step-label").text(label);
        link.appendText(" ");
        link.appendElement("span").addClass("step-title").text(page.fullTitle());
        return print(link.addClass("step").addClass(rel));
    }

    private static String print(Element element) {
        return element.outerHtml();
    }

    private static String text(String text) {
        return Entities.escape(text);
    }
}
