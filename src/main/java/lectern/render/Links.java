package lectern.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Rewrites references inside the book to the page their target is on. */
final class Links {
    private final Anchors anchors;
    private final List<Finding> findings;

    Links(Anchors anchors, List<Finding> findings) {
        this.anchors = anchors;
        this.findings = findings;
    }

    /** Rewrite all links below {@code root}, which is to be shown on {@code page}. */
    void rewrite(Element root, Page page) {
        for (Element link : root.select("a[href^=#]")) {
            String fragment = link.attr("href").substring(1);
            if (fragment.startsWith("_footnote") || link.hasClass("permalink")) {
                continue;
            }
            Optional<Anchors.Anchor> found = anchors.find(fragment);
            if (found.isPresent()) {
                point(link, page, found.get());
            } else if (fragment.isEmpty() || fragment.equals("top")) {
                link.attr("href", "#top");
            } else {
                findings.add(Finding.deadLink(fragment, Headings.plain(link)));
                link.removeAttr("href").addClass("dead-link");
            }
        }
    }

    private static void point(Element link, Page page, Anchors.Anchor anchor) {
        link.attr("href", href(page, anchor));
        boolean says = anchor.label().isEmpty() || anchor.label().equals(link.text());
        if (!link.hasAttr("title") && !says) {
            link.attr("title", anchor.label());
        }
    }

    private static String href(Page from, Anchors.Anchor anchor) {
        boolean same = anchor.page() == from;
        if (!same && anchor.id().equals(anchor.page().id())) {
            return anchor.page().file();
        }
        return (same ? "" : anchor.page().file()) + "#" + encode(anchor.id());
    }

    /** An id as the fragment of an address. */
    static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
