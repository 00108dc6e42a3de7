package lectern.render;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Escapes;

/**
 * What a page says about itself to machines: its own address, a preview for those who share it, and
 * what kind of work it is.
 */
final class SiteHead {
    /** Picture of a page that is shared, from the root of the site. */
    static final String PICTURE = "assets/cover.png";

    private final BookTree tree;
    private final SitePlan plan;

    SiteHead(BookTree tree, SitePlan plan) {
        this.tree = tree;
        this.plan = plan;
    }

    /** One or two sentences on the page; where it has none, on the book. */
    String description(Page page) {
        String own =
                switch (page.kind()) {
                    case PART, CHAPTER -> Openings.shortly(page);
                    case LANDING -> "";
                    case LISTS, BOOK, SOURCE -> page.title() + ": " + tree.meta().title();
                };
        return own.isEmpty() ? book() : own;
    }

    /** A sentence on the book; where it has none, how it begins. */
    String book() {
        return tree.meta().description().isEmpty()
                ? plan.outline().pages().stream()
                        .map(Openings::shortly)
                        .filter(opening -> !opening.isEmpty())
                        .findFirst()
                        .orElse("")
                : tree.meta().description();
    }

    /** Elements for the head of the page. */
    String html(Page page) {
        List<String> lines = new ArrayList<>();
        boolean landing = page.kind() == Page.Kind.LANDING;
        if (!tree.site().url().isEmpty()) {
            String address = Escapes.attribute(tree.site().address(page.file()));
            lines.add("<link rel=\"canonical\" href=\"" + address + "\">");
            property(lines, "og:url", tree.site().address(page.file()));
            property(lines, "og:type", landing ? "book" : "article");
            property(lines, "og:site_name", tree.meta().title());
            property(lines, "og:title", landing ? tree.meta().title() : page.fullTitle());
            property(lines, "og:description", description(page));
            property(lines, "og:image", tree.site().url() + PICTURE);
            property(lines, "og:image:alt", tree.meta().title());
        }
        if (landing || page.kind() == Page.Kind.CHAPTER) {
            lines.add("<script type=\"application/ld+json\">" + json(page) + "</script>");
        }
        return String.join("\n", lines);
    }

    private static void property(List<String> lines, String name, String content) {
        lines.add(
                "<meta property=\"" + name + "\" content=\"" + Escapes.attribute(content) + "\">");
    }

    private String json(Page page) {
        List<String> members = new ArrayList<>();
        member(members, "@context", "https://schema.org");
        if (page.kind() == Page.Kind.LANDING) {
            book(members, page);
        } else {
            member(members, "@type", "Chapter");
            member(members, "name", page.title());
            if (page.number().matches("\\d+")) {
                member(members, "position", page.number());
            }
            member(members, "abstract", description(page));
            address(members, page);
            String note = tree.book().sources().notes().getOrDefault(page.id(), "");
            String changed = tree.book().sources().changed().getOrDefault(note, "");
            member(members, "dateModified", changed);
            List<String> whole = new ArrayList<>();
            book(whole, plan.outline().pages().get(0));
            members.add("\"isPartOf\":{" + String.join(",", whole) + "}");
        }
        return "{" + String.join(",", members) + "}";
    }

    private void book(List<String> members, Page landing) {
        member(members, "@type", "Book");
        member(members, "name", tree.meta().title());
        member(members, "description", book());
        member(members, "inLanguage", tree.meta().lang());
        member(members, "license", tree.print().license());
        address(members, landing);
        if (!tree.meta().authors().isEmpty()) {
            List<String> authors =
                    tree.meta().authors().stream()
                            .map(
                                    name ->
                                            "{\"@type\":\"Person\",\"name\":"
                                                    + Escapes.json(name)
                                                    + "}")
                            .toList();
            members.add("\"author\":[" + String.join(",", authors) + "]");
        }
    }

    private void address(List<String> members, Page page) {
        if (!tree.site().url().isEmpty()) {
            member(members, "url", tree.site().address(page.file()));
        }
    }

    private static void member(List<String> members, String name, String value) {
        if (!value.isEmpty()) {
            members.add(Escapes.json(name) + ":" + Escapes.json(value));
        }
    }
}
