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

    /** Class of a page with something in its margin, after a blank. */
    static final String MARGINS = " has-margin";

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

    /**
     * What stands around the text of a page.
     *
     * @param head before it
     * @param tail after it
     */
    record Frame(String head, String tail) {}

    /** Put into the text what the site adds to it, and make what stands around it. */
    Frame frame(Page page, Element main) {
        if (page.kind() == Page.Kind.PART) {
            navigation.detail(main, page.part());
        } else if (page.kind() == Page.Kind.LANDING) {
            main.prependChild(cover());
            main.appendChild(navigation.contents());
        }
        return frame(page, margin(main));
    }

    /**
     * Make what stands around the text of a page.
     *
     * @param margin class of a page with something in its margin, after a blank; empty for others
     */
    Frame frame(Page page, String margin) {
        StringBuilder html = new StringBuilder();
        String head = "";
        int from = 0;
        Matcher slot = SLOT.matcher(template);
        while (slot.find()) {
            html.append(template, from, slot.start());
            if (slot.group(1).equals("main")) {
                head = html.toString();
                html.setLength(0);
            } else {
                html.append(fill(slot.group(1), page, margin));
            }
            from = slot.end();
        }
        return new Frame(head, html.append(template, from, template.length()).toString());
    }

    private String fill(String name, Page page, String margin) {
        boolean landing = page.kind() == Page.Kind.LANDING;
        String book = tree.meta().title();
        return switch (name) {
            case "lang" -> Escapes.attribute(tree.meta().lang());
            case "book" -> Escapes.html(book);
            case "title" -> Escapes.html(landing ? book : page.fullTitle() + " · " + book);
            case "description" -> Escapes.attribute(head.description(page));
            case "head" -> head.html(page);
            case "kind" -> page.kind().name().toLowerCase(Locale.ROOT) + margin;
            case "map" -> map(page).outerHtml();
            case "trail" -> landing ? "" : navigation.trail(page).outerHtml();
            case "sections" -> sections(page);
            case "previous" -> step(page, -1, "prev", "Previous");
            case "next" -> step(page, 1, "next", "Next");
            case "foot" -> foot(page);
            default -> throw new IllegalStateException("page template has no slot '" + name + "'");
        };
    }

    /** A class for pages with something to set beside the text; empty for others. */
    static String margin(Element main) {
        return main.selectFirst(MARGIN) == null ? "" : MARGINS;
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
