package lectern.render;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.text.Escapes;
import org.jsoup.nodes.Element;

/** Fills the theme's page template; slots are written {@code {{name}}}. */
final class SitePage {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");

    private static final String MARGIN = ".annotation, .aside, .sidenote, figure.margin";

    private final String template;
    private final BookTree tree;
    private final SitePlan plan;
    private final SiteNavigation navigation;
    private final SiteHead head;

    SitePage(String template, BookTree tree, SitePlan plan) {
        this.template = template;
        this.tree = tree;
        this.plan = plan;
        this.navigation = new SiteNavigation(plan);
        this.head = new SiteHead(tree, plan);
    }

    /** The whole page around its text. */
    String html(Page page, Element main) {
        if (page.kind() == Page.Kind.PART) {
            navigation.detail(main, page.part());
        } else if (page.kind() == Page.Kind.LANDING) {
            main.prependChild(cover());
            main.appendChild(navigation.contents());
        }
        Matcher slot = SLOT.matcher(template);
        StringBuilder html = new StringBuilder();
        while (slot.find()) {
            slot.appendReplacement(html, Matcher.quoteReplacement(fill(slot.group(1), page, main)));
        }
        return slot.appendTail(html).toString();
    }

    private String fill(String name, Page page, Element main) {
        boolean landing = page.kind() == Page.Kind.LANDING;
        String book = tree.meta().title();
        return switch (name) {
            case "lang" -> Escapes.attribute(tree.meta().lang());
            case "book" -> Escapes.html(book);
            case "title" -> Escapes.html(landing ? book : page.fullTitle() + " · " + book);
            case "description" -> Escapes.attribute(head.description(page));
            case "head" -> head.html(page);
            case "kind" -> kind(page, main);
            case "map" -> map(page).outerHtml();
            case "trail" -> landing ? "" : navigation.trail(page).outerHtml();
            case "main" -> main.outerHtml();
            case "sections" -> sections(page);
            case "previous" -> step(page, -1, "prev", "Previous");
            case "next" -> step(page, 1, "next", "Next");
            case "foot" -> foot(page);
            default -> throw new IllegalStateException("page template has no slot '" + name + "'");
        };
    }

    private static String kind(Page page, Element main) {
        String kind = page.kind().name().toLowerCase(Locale.ROOT);
        return kind + margin(main);
    }

    /** A class for pages with something to set beside the text; empty for others. */
    static String margin(Element main) {
        return main.selectFirst(MARGIN) == null ? "" : " has-margin";
    }

    /** The map where the whole book is one page. */
    String places() {
        return navigation.places().outerHtml();
    }

    private Element map(Page page) {
        return page.kind() == Page.Kind.BOOK ? navigation.places() : navigation.map(page);
    }

    /** Title, description and the ways into the book. */
    Element cover() {
        BookMeta meta = tree.meta();
        Element cover = new Element("header").addClass("cover");
        cover.appendElement("h1").text(meta.title());
        line(cover, "description", meta.description());
        line(cover, "authors", String.join(", ", meta.authors()));
        line(cover, "revision", meta.revision());
        return cover;
    }

    private static void line(Element cover, String style, String text) {
        if (!text.isEmpty()) {
            cover.appendElement("p").addClass(style).text(text);
        }
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

    private String step(Page from, int by, String rel, String label) {
        List<Page> pages = plan.outline().pages();
        int index = pages.indexOf(from) + by;
        if (!pages.contains(from) || index < 0 || index >= pages.size()) {
            return "<span></span>";
        }
        Page page = pages.get(index);
        Element link = new Element("a").attr("href", page.file()).attr("rel", rel);
        link.appendElement("span").addClass("step-label").text(label);
        link.appendText(" ");
        link.appendElement("span").addClass("step-title").text(page.fullTitle());
        return link.addClass("step").addClass(rel).outerHtml();
    }

    /** Where the page can be edited, and when it last changed. */
    private String foot(Page page) {
        String note = tree.book().sources().notes().getOrDefault(page.id(), "");
        if (note.isEmpty()) {
            return "";
        }
        Element foot = new Element("p").addClass("page-foot");
        String changed = tree.book().sources().changed().get(note);
        if (changed != null) {
            Element date = foot.appendElement("span").text("Last changed ");
            date.appendElement("time").attr("datetime", changed).text(changed);
        }
        if (!tree.site().repository().isEmpty()) {
            foot.appendText(" ");
            foot.appendElement("a").attr("href", tree.site().history(note)).text("History");
            foot.appendText(" ");
            foot.appendElement("a").attr("href", tree.site().edit(note)).text("Edit this page");
        }
        return foot.childrenSize() == 0 ? "" : foot.outerHtml();
    }
}
