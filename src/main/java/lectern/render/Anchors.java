package lectern.render;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;

/** Where each id of the book stands, and what is there. */
final class Anchors {

    /**
     * One place that can be linked to.
     *
     * @param page the page it is on
     * @param id its id
     * @param name gives what a reader would call it; most are never asked
     */
    record Anchor(Page page, String id, Supplier<String> name) {

        /** What a reader would call it: a heading, a caption, the start of an entry. */
        String label() {
            return name.get();
        }
    }

    private static final int LONGEST_LABEL = 160;

    private final Map<String, Anchor> byId = new HashMap<>();
    private final Set<String> doubled = new HashSet<>();

    static Anchors of(BookOutline outline, List<Finding> findings) {
        Anchors anchors = new Anchors();
        for (Page page : outline.pages()) {
            if (page.kind() == Page.Kind.PART) {
                anchors.add(page, page.id(), page::fullTitle, findings);
            }
            for (Element root : page.body()) {
                for (Element element : root.select("[id]")) {
                    if (!element.id().startsWith("_footnoteref_") && !inPicture(element)) {
                        anchors.add(page, element.id(), () -> label(element), findings);
                    }
                }
            }
        }
        return anchors;
    }

    /** The same places on pages of another format, which stand in the same order. */
    Anchors on(List<Page> old, List<Page> pages) {
        Map<Page, Page> renamed = new IdentityHashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            renamed.put(old.get(i), pages.get(i));
        }
        Anchors moved = new Anchors();
        byId.forEach(
                (id, a) -> moved.byId.put(id, new Anchor(renamed.get(a.page()), id, a.name())));
        return moved;
    }

    /** The same places where all parts of a book are one page. */
    Anchors on(Page whole, Element content) {
        Anchors moved = new Anchors();
        byId.forEach((id, a) -> moved.byId.put(id, new Anchor(whole, id, a.name())));
        for (Element part : content.select("> h1.sect0[id]")) {
            moved.byId.put(part.id(), new Anchor(whole, part.id(), () -> Headings.plain(part)));
        }
        return moved;
    }

    /** A line for each place, in the order of the ids. */
    List<String> lines() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Anchor::id))
                .map(a -> a.id() + "\t" + a.page().file() + "\t" + a.label())
                .toList();
    }

    private static boolean inPicture(Element element) {
        return element.parents().stream().anyMatch(p -> p.normalName().equals("svg"))
                || element.normalName().equals("svg");
    }

    private void add(Page page, String id, Supplier<String> name, List<Finding> findings) {
        if (byId.putIfAbsent(id, new Anchor(page, id, name)) != null) {
            if (doubled.add(id)) {
                findings.add(Finding.duplicateId(id));
            }
        }
    }

    /** The place a fragment names, written plainly or percent-encoded. */
    Optional<Anchor> find(String fragment) {
        Anchor anchor = byId.get(fragment);
        if (anchor == null && fragment.indexOf('%') >= 0) {
            try {
                anchor = byId.get(URLDecoder.decode(fragment, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(anchor);
    }

    /** What a reader would call a place; as it was noted where the text around it was left out. */
    static String label(Element element) {
        if (element.hasAttr(Remains.LABEL)) {
            return element.attr(Remains.LABEL);
        }
        if (element.normalName().matches("h[1-6]")) {
            return Headings.plain(element);
        }
        Element title = element.selectFirst("> .title, > figcaption, > caption, > h2, > h3");
        Element named = title != null ? title : element;
        if (element.normalName().equals("a") && element.parent() != null) {
            named = element.parent();
        }
        String text =
                title == null && element.is("div, aside, figure") ? "" : Headings.plain(named);
        return text.length() <= LONGEST_LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL / 2)) + "…";
    }
}
