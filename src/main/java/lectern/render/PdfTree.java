package lectern.render;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Turns the tree of a book into the tree of a printed book. */
final class PdfTree {
    private static final String BREAKABLE = "(?<=[./,(:_=])(?=[\\p{L}\\p{N}(\\[{\"'-])";

    private final Document document;
    private final BookTree tree;
    private final List<Finding> findings;

    PdfTree(BookTree tree, List<Finding> findings) {
        this.document = tree.document();
        this.tree = tree;
        this.findings = findings;
    }

    /** Rebuild the tree in place. */
    Document rebuild() {
        BookOutline outline = BookOutline.of(tree.content());
        Element content = tree.content();
        placeFootnotes();
        openFolds();
        cardsAsTables();
        PdfCode.fit(document);
        PdfTables.fit(document);
        PdfFormulas.fit(document);
        document.select(".formula > .spoken").remove();
        for (Element drawing : document.select("svg[aria-label]")) {
            drawing.attr("alt", drawing.attr("aria-label")); // what the engine tells readers aloud
        }
        for (Element picture : document.select("svg.picture")) {
            PictureSize size = PictureSize.of(picture, PictureSize.PRINTED);
            size.within(PictureSize.PRINTED).applyTo(picture);
        }
        softenCode();
        runningHeads(outline);
        partPages(outline, content);
        references(content);
        document.select("#header, #toc, #footnotes, #footer, body > script").remove();
        document.head().html("");
        PdfLists.of(tree.lists()).ifPresent(lists -> document.body().prependChild(lists));
        document.body().prependChild(PdfFront.contents(outline, content));
        document.body()
                .prependChild(
                        PdfColophon.colophon(
                                tree.meta(),
                                tree.print(),
                                version(),
                                content.selectFirst(".cell") != null));
        document.body().prependChild(PdfColophon.halfTitle(tree.meta()));
        document.body().prependChild(PdfFront.cover(tree.meta()));
        PdfFront.head(document, tree.meta(), tree.print(), content);
        return document;
    }

    private static String version() {
        String version = PdfTree.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    private void placeFootnotes() {
        Footnotes footnotes = Footnotes.of(document);
        Set<String> placed = new HashSet<>();
        for (Element call : document.select("sup > a.footnote[href^=#_footnotedef_]")) {
            String id = call.attr("href").substring(1);
            Element mark = call.parent();
            if (placed.add(id)) {
                Element note = footnotes.body(id).addClass("fn").attr("id", id);
                mark.replaceWith(note);
            } else {
                mark.html("").appendElement("a").attr("href", "#" + id).text(call.text());
            }
        }
    }

    private void openFolds() {
        document.select("div.woven-html, .output-fold > summary, .code-fold > summary").remove();
        for (Element fold : document.select(".output-fold, .code-fold")) {
            fold.tagName("div");
        }
        for (Element fold : document.select("details")) {
            fold.tagName("div").addClass("fold");
            Element summary = fold.selectFirst("> summary");
            if (summary != null) {
                summary.tagName("div");
            }
        }
    }

    /** The engine has no grid, and floats drift apart where an entry is long. */
    private void cardsAsTables() {
        for (Element list : document.select(".source-card dl")) {
            Element table = new Element("table").addClass("card");
            Element body = table.appendElement("tbody");
            for (Element term : list.select("> dt")) {
                Element row = body.appendElement("tr");
                row.appendElement("th").attr("scope", "row").append(term.html());
                Element entry = term.nextElementSibling();
                boolean described = entry != null && entry.normalName().equals("dd");
                row.appendElement("td").append(described ? entry.html() : "");
            }
            list.replaceWith(table);
        }
    }

    /** Long words of code may break after a dot, a slash or a bracket. */
    private void softenCode() {
        for (Element code : document.select("p code, li code, td code, dd code, a")) {
            if (code.closest("pre") == null) {
                for (TextNode text : code.textNodes()) {
                    String whole = text.getWholeText();
                    if (whole.length() > 16) {
                        text.text(whole.replaceAll(BREAKABLE, "\u200b"));
                    }
                }
            }
        }
    }

    private void runningHeads(BookOutline outline) {
        for (Page page : outline.pages()) {
            for (Element root : page.body()) {
                if (page.kind() == Page.Kind.CHAPTER) {
                    Element head = new Element("div").addClass("running-chapter");
                    head.text(page.fullTitle());
                    root.prependChild(head);
                }
            }
        }
    }

    /** A part's heading and its introduction share a page. */
    private static void partPages(BookOutline outline, Element content) {
        for (Page page : outline.parts()) {
            Element heading = content.selectFirst("> h1.sect0");
            if (heading != null) {
                Element holder = new Element("div").addClass("part");
                heading.before(holder);
                holder.appendChild(heading.removeClass("sect0"));
                page.body().forEach(holder::appendChild);
            }
        }
    }

    private void references(Element content) {
        Set<String> ids = new HashSet<>(document.select("[id]").eachAttr("id"));
        for (Element link : content.select("a[href^=#]")) {
            String id = link.attr("href").substring(1);
            if (!ids.contains(id)) {
                findings.add(Finding.deadLink(id, Headings.plain(link)));
                link.removeAttr("href");
            } else if (link.hasClass("index-ref")) {
                link.empty(); // the style sheet puts the page there
            } else if (!link.is(".val, .index-see") && !id.startsWith("_footnote")) {
                if (!link.hasClass("citation")) {
                    link.addClass("xr");
                }
            }
            link.removeAttr("title");
        }
    }
}
