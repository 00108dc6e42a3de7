package lectern.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Makes the text of a page plain XHTML: what only a browser understands goes. */
final class EpubMarkup {
    private static final String ACTIVE =
            "script, noscript, style, link, meta, base, iframe, object, embed, form, input, button,"
                    + " select, textarea, video, audio, canvas, template";
    private static final String OUTDATED = "font, center, big, tt, nobr, acronym, strike";
    private static final Pattern KEPT =
            Pattern.compile(
                    "id|class|lang|dir|title|role|style|href|src|alt|width|height|colspan|rowspan"
                            + "|scope|start|reversed|value|open|cite|datetime|(aria|data)-[a-z-]+");

    private EpubMarkup() {}

    static void adapt(Element main) {
        main.select("div.woven-html").remove(); // what print shows stands after it
        for (Element style : main.select("svg style")) {
            style.tagName("kept-style");
        }
        main.select(ACTIVE).remove();
        main.select("kept-style").tagName("style");
        main.select(OUTDATED).tagName("span");
        comments(main);
        Set<String> ids = new HashSet<>();
        for (Element element : main.getAllElements()) {
            boolean picture = element.closest("svg, math") != null;
            if (!picture) {
                attributes(element);
                element(element);
            } else if (element.normalName().equals("math")) {
                element.attr("xmlns", "http://www.w3.org/1998/Math/MathML");
            } else if (element.normalName().equals("svg")) {
                vector(element);
            }
            language(element);
            identify(element, picture, ids);
        }
        footnotes(main);
        main.select("a[href]").forEach(EpubMarkup::address);
        numberCallouts(main);
    }

    private static void comments(Element main) {
        main.getAllElements().forEach(e -> List.copyOf(e.childNodes()).forEach(EpubMarkup::drop));
    }

    private static void drop(Node node) {
        if (node instanceof Comment) {
            node.remove();
        }
    }

    private static void attributes(Element element) {
        boolean list = element.normalName().equals("ol");
        for (Attribute attribute : element.attributes().asList()) {
            String name = attribute.getKey();
            if (!KEPT.matcher(name).matches() && !(list && name.equals("type"))) {
                element.removeAttr(name);
            }
        }
    }

    private static void element(Element element) {
        if (!element.tag().isKnownTag() || element.normalName().contains(":")) {
            element.tagName("span");
        }
        switch (element.normalName()) {
            case "img" -> picture(element);
            case "li" -> {
                if (!element.attr("value").matches("-?\\d+")) {
                    element.removeAttr("value");
                }
            }
            case "div" -> {
                if (element.hasClass("table-frame")) {
                    element.removeAttr("role").removeAttr("aria-label");
                }
            }
            default -> {}
        }
    }

    private static void picture(Element image) {
        if (!image.hasAttr("alt")) {
            image.attr("alt", "");
        }
        for (String side : List.of("width", "height")) {
            String size = image.attr(side).strip();
            if (!size.isEmpty() && !size.matches("\\d+")) {
                image.removeAttr(side);
                if (size.matches("[\\d.]+(%|px|pt|em|mm|cm|in)")) {
                    image.attr("style", image.attr("style") + side + ": " + size + ";");
                }
            }
        }
    }

    private static void vector(Element svg) {
        svg.attr("xmlns", "http://www.w3.org/2000/svg");
        if (svg.html().contains("xlink:")) {
            svg.attr("xmlns:xlink", "http://www.w3.org/1999/xlink");
        }
    }

    private static void language(Element element) {
        if (element.hasAttr("lang") && !element.attr("lang").isEmpty()) {
            String tag = EpubLang.tag(element.attr("lang"));
            element.attr("lang", tag).attr("xml:lang", tag);
        } else {
            element.removeAttr("xml:lang");
        }
    }

    private static void identify(Element element, boolean picture, Set<String> ids) {
        if (element.hasAttr("id")) {
            String id = picture ? element.id() : EpubIds.id(element.id());
            if (element.id().isEmpty() || !ids.add(id)) {
                element.removeAttr("id");
            } else {
                element.attr("id", id);
            }
        }
    }

    private static void footnotes(Element main) {
        main.select("a[role=doc-noteref]").attr("epub:type", "noteref");
        for (Element section : main.select("section.footnotes")) {
            section.attr("epub:type", "footnotes").removeAttr("role");
            for (Element note : section.select("> ol > li")) {
                Element aside = section.appendElement("aside").attr("id", note.id());
                aside.attr("epub:type", "footnote").attr("role", "doc-footnote");
                Element text = aside.appendElement("div").addClass("note");
                text.appendElement("span").addClass("note-number").text(note.attr("value") + ".");
                text.appendText(" ");
                text.append(note.html());
                text.select("> a.footnote-back").attr("role", "doc-backlink");
            }
            section.select("> ol").remove();
        }
    }

    /** A link to what the book does not hold and the network cannot give is only text. */
    private static void address(Element link) {
        String href = link.attr("href").strip();
        if (!href.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            boolean inside = href.matches("([a-z0-9-]+\\.xhtml)?(#.+)?") && !href.isEmpty();
            if (href.equals("#top") || !inside) {
                link.removeAttr("href");
            } else {
                link.attr("href", EpubIds.address(href));
            }
        } else if (href.toLowerCase(Locale.ROOT).matches("(https?|mailto|tel|doi|urn):.*")) {
            outside(link, href);
        } else {
            link.removeAttr("href");
        }
    }

    private static void outside(Element link, String href) {
        try {
            String coded = href.replaceAll("[\\s<>\"{}|\\\\^`]", "_");
            URI address = new URI(href.equals(coded) ? href : coded);
            boolean named = !href.startsWith("http") || address.getHost() != null;
            if (named && coded.equals(href)) {
                link.attr("href", address.toASCIIString());
            } else {
                link.removeAttr("href");
            }
        } catch (URISyntaxException malformed) {
            link.removeAttr("href");
        }
    }

    /** Generated content is not everywhere shown; a callout is its number. */
    private static void numberCallouts(Element main) {
        for (Element mark : main.select("span.conum[data-value]")) {
            mark.text(mark.attr("data-value"));
        }
    }
}
