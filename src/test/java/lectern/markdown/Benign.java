package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What two converters may say differently of the same document.
 *
 * <p>Benign, and the same on both sides afterwards:
 *
 * <ul>
 *   <li>elements that only group: div, section, thead, tbody, details' inner div, colgroup
 *   <li>a paragraph around the text of a list item, cell, description or quotation
 *   <li>classes, ids, widths and styles; comments; b for strong, i for em, s for del
 *   <li>white space that a browser would not show; a line end between two full-width characters
 *   <li>percent escapes in addresses; .md and .adoc as .html
 *   <li>the spelling of a link within the page: that it leads somewhere is measured by itself
 *   <li>how a footnote, a box to tick, a callout's label and a formula's signs are spelled
 *   <li>the code element in a listing without a language; blanks at the ends of code in a line
 *   <li>a style with nothing in it: a browser opens one that was not closed again in each block
 *   <li>several descriptions of a term, which AsciiDoc puts into one
 *   <li>the order and numbers of footnotes; the title of code, which flexmark drops
 *   <li>an id in braces after a heading, which flexmark shows
 *   <li>what follows the language of code after a comma; that a diagram's source is in a language
 *   <li>a wiki link, which flexmark shows to the letter
 *   <li>a blank line between pictures in HTML: they are two blocks
 *   <li>the title in front matter of a note that begins with a title of its own
 * </ul>
 */
final class Benign {
    private static final Pattern CALLOUT =
            Pattern.compile(
                    "\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\][+-]?[ \\t]*([^\\n]*)(?:\\n|$)",
                    Pattern.CASE_INSENSITIVE);

    /** Languages of diagrams; without its extension Asciidoctor shows their source as text. */
    static final Set<String> DIAGRAMS = Set.of("mermaid", "plantuml", "ditaa", "dot", "graphviz");

    private static final Pattern WIKI =
            Pattern.compile(
                    "(?<![!\\[])\\[\\[([\\p{L}\\p{N}][^\\[\\]|#\\n]*)(#[^\\[\\]|\\n]*)?(?:\\|([^\\[\\]\\n]+))?\\]\\]");

    private Benign() {}

    /** Make a page say these things in one way. */
    static void remove(Element body) {
        body.select(
                        "colgroup, script, style, .listingblock > .title, #footnotes hr, div.footnotes hr, section.footnotes hr")
                .remove();
        wikiLinks(body);
        for (Element box : body.select("input[type=checkbox]")) {
            if (box.nextSibling() instanceof TextNode text) {
                text.text(text.getWholeText().replaceFirst("^[\\s\u00A0]+", ""));
            }
            box.replaceWith(new TextNode(box.hasAttr("checked") ? "[x] " : "[ ] "));
        }
        for (Element p : body.select("ul.checklist > li > p")) {
            if (p.childNodeSize() > 0 && p.childNode(0) instanceof TextNode text) {
                text.text(
                        text.getWholeText()
                                .replaceFirst("^\u2713 ?", "[x] ")
                                .replaceFirst("^\u274F ?", "[ ] "));
            }
        }
        footnotes(body);
        for (Element description : body.select("dd + dd")) {
            Element before = description.previousElementSibling();
            before.appendElement("div").append(description.html());
            description.remove();
        }
        callouts(body);
        for (Element block : body.select("div.admonitionblock")) {
            Element label = block.selectFirst("td.icon");
            Element content = block.selectFirst("td.content");
            Element made =
                    new Element("admonition").attr("label", label.text().toUpperCase(Locale.ROOT));
            content.childNodesCopy().forEach(made::appendChild);
            block.replaceWith(made);
        }
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            if (lastText(heading) instanceof TextNode text) {
                text.text(text.getWholeText().replaceFirst(" *\\{#[^\\s{}]+\\}$", ""));
            }
        }
        for (Element span : body.select("span.line-through")) {
            span.tagName("del").clearAttributes();
        }
        for (Element span : body.select("span.underline")) {
            span.tagName("u").clearAttributes();
        }
    }

    private static Node lastText(Node node) {
        return node.childNodeSize() == 0
                ? node
                : lastText(node.childNode(node.childNodeSize() - 1));
    }

    private static void wikiLinks(Element body) {
        for (Element element : body.select("*:not(a, code, pre)")) {
            for (TextNode text : List.copyOf(element.textNodes())) {
                Matcher link = WIKI.matcher(text.getWholeText());
                if (!link.find() || element.closest("a, code, pre") != null) {
                    continue;
                }
                String html =
                        link.replaceAll(
                                found -> {
                                    String fragment =
                                            found.group(2) == null
                                                    ? ""
                                                    : "#" + Slugs.of(found.group(2));
                                    String words =
                                            found.group(3) == null
                                                    ? found.group(1)
                                                    : found.group(3);
                                    return Matcher.quoteReplacement(
                                            "<a href=\""
                                                    + found.group(1)
                                                    + ".html"
                                                    + fragment
                                                    + "\">"
                                                    + words
                                                    + "</a>");
                                });
                text.before(html);
                text.remove();
            }
        }
    }

    /** Footnotes of both kinds: a mark, and at the end an item for each, in order of words. */
    private static void footnotes(Element body) {
        body.select("a.footnote-backref").remove();
        for (Element mark : body.select("sup:has(a.footnote-ref), sup.footnote, sup.footnoteref")) {
            mark.replaceWith(new TextNode("[*]"));
        }
        body.select("#footnotes > div.footnote > a:first-of-type").remove();
        List<String> notes = new ArrayList<>();
        for (Element note : body.select("div.footnotes > ol > li, #footnotes > div.footnote")) {
            notes.add(note.html().replaceFirst("^\\s*\\. ", "").replaceAll("</?p>", "").strip());
        }
        body.select("div.footnotes, #footnotes").remove();
        notes.stream().sorted().forEach(note -> body.appendElement("li").html(note));
    }

    /** A quotation that begins with a label is what Asciidoctor shows as an admonition. */
    private static void callouts(Element body) {
        for (Element quote : body.select("blockquote")) {
            Element first = quote.firstElementChild();
            if (first == null
                    || !first.normalName().equals("p")
                    || first.childNodeSize() == 0
                    || !(first.childNode(0) instanceof TextNode words)) {
                continue;
            }
            Matcher label = CALLOUT.matcher(words.getWholeText());
            if (!label.lookingAt()) {
                continue;
            }
            quote.tagName("admonition").attr("label", label.group(1).toUpperCase(Locale.ROOT));
            words.text(words.getWholeText().substring(label.end()));
            if (!label.group(2).isBlank()) {
                quote.prependChild(new Element("p").text(label.group(2)));
            }
        }
    }
}
