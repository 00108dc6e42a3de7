package lectern.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What the rest of a book needs to know of a chapter: its headings, captions and first paragraph,
 * places that can be linked to, links, terms of the index; the text between them is left out. It
 * stands in the tree for a chapter whose pages are there already.
 */
final class Remains {
    /** On a chapter: the digest of what is printed of it; only what is left of one has it. */
    static final String PRINTED = "data-lectern-printed";

    /** On a chapter: its characters beyond ASCII. */
    static final String TEXT = "data-lectern-text";

    /** On a chapter: its characters beyond ASCII that stand in code. */
    static final String CODE = "data-lectern-code";

    /** On a chapter: how many pictures stand in it. */
    static final String PICTURES = "data-lectern-pictures";

    /** On a place that can be linked to: what a reader would call it. */
    static final String LABEL = "data-lectern-label";

    /** On a term of the index: what {@link IndexTerms} knows of it. */
    static final String TERM = "data-lectern-term";

    private static final Set<String> SAID = Set.of("id", "class", "href");

    private final PdfText printed;
    private final IndexTerms terms;
    private Element opening;

    /**
     * Prepare to leave text out.
     *
     * @param printed digests what is printed
     * @param terms of the tree that the chapters are from
     */
    Remains(PdfText printed, IndexTerms terms) {
        this.printed = printed;
        this.terms = terms;
    }

    /** Whether most of a chapter was left out. */
    static boolean only(Element chapter) {
        return chapter.hasAttr(PRINTED);
    }

    /** What others can refer to in a chapter; names that are given in the end do not count. */
    static List<String> places(Element chapter) {
        List<String> places = new ArrayList<>();
        for (Element place : chapter.select("[id]:not(svg):not(svg [id])")) {
            places.add(place.id().replaceFirst("^" + BookLists.GIVEN + ".*", ""));
        }
        places.addAll(chapter.select(".bibliography [id]").eachAttr("id"));
        return places;
    }

    /** What remains of a chapter; itself where nothing else is left. */
    Element of(Element chapter) {
        if (only(chapter)) {
            return chapter;
        }
        opening = Openings.first(chapter);
        Element left = copy(chapter);
        if (left == null) {
            left = bare(chapter);
        }
        Set<Integer> text = new TreeSet<>();
        Set<Integer> code = new TreeSet<>();
        PdfGlyphs.collect(chapter, text, code);
        left.attr(TEXT, characters(text)).attr(CODE, characters(code));
        left.attr(PICTURES, Integer.toString(chapter.select("svg.picture").size()));
        return left.attr(PRINTED, printed.digest(chapter));
    }

    private static String characters(Set<Integer> points) {
        StringBuilder text = new StringBuilder();
        points.forEach(text::appendCodePoint);
        return text.toString();
    }

    /** What remains of an element; null for nothing. */
    private Element copy(Element element) {
        String name = element.normalName();
        if (name.equals("svg")) {
            return links(element);
        }
        if (note(element)) {
            return element.clone();
        }
        if (element == opening || whole(element, name)) {
            return complete(element);
        }
        Element left = null;
        for (Element child : element.children()) {
            Element below = copy(child);
            if (below != null) {
                left = left == null ? bare(element) : left;
                left.appendChild(below);
            }
        }
        return left != null ? left : named(element, name) ? bare(element) : null;
    }

    /** A cell of a table that is a document has its footnotes in it; they are printed elsewhere. */
    private static boolean note(Element element) {
        return element.hasClass("footnote")
                && element.parent() != null
                && element.parent().id().equals("footnotes");
    }

    /** What remains of a drawing; nobody refers to its ids. */
    private static Element links(Element svg) {
        Element left = null;
        for (Element link : svg.select("a[href^=#]")) {
            left = left == null ? new Element("svg") : left;
            left.appendElement("a").attr("href", link.attr("href"));
        }
        return left;
    }

    private static boolean whole(Element element, String name) {
        Element parent = element.parent();
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> true;
            case "figcaption" -> element.selectFirst("> .caption-label") != null;
            default ->
                    element.hasClass("title")
                            && parent != null
                            && parent.hasClass("cell")
                            && parent.hasClass("listingblock");
        };
    }

    private static boolean named(Element element, String name) {
        return !element.id().isEmpty()
                || name.equals("a") && element.attr("href").startsWith("#")
                || name.equals("span") && element.hasClass("indexterm")
                || element.is(".cell, .ledger, .bibliography, .glossary, .index");
    }

    /** An element without what it holds. */
    private Element bare(Element element) {
        Element bare = new Element(element.normalName());
        element.attributes()
                .forEach(
                        attribute -> {
                            if (SAID.contains(attribute.getKey())) {
                                bare.attr(attribute.getKey(), attribute.getValue());
                            }
                        });
        if (!element.id().isEmpty()) {
            bare.attr(LABEL, Anchors.label(element));
        }
        String term = terms.key(element);
        return term == null ? bare : bare.attr(TERM, term);
    }

    /** An element with all that its text consists of; of drawings what they say. */
    private Element complete(Element element) {
        Element copy = bare(element);
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                copy.appendChild(new TextNode(text.getWholeText()));
            } else if (child instanceof Element below && !below.hasClass("spoken")) {
                copy.appendChild(
                        below.normalName().equals("svg") ? drawing(below) : complete(below));
            }
        }
        return copy;
    }

    private static Element drawing(Element svg) {
        return new Element("svg").attr("aria-label", svg.attr("aria-label"));
    }
}
