package lectern.render;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.pdf.Elsewhere;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Turns the tree of a book into the trees of the parts of a printed book. Consumes it part by part.
 */
final class PdfTree {
    private static final String BREAKABLE = "(?<=[./,(:_=])(?=[\\p{L}\\p{N}(\\[{\"'-])";

    /** What the style sheet prints behind the number of the page that a link leads to. */
    static final String AFTER = "data-after";

    private final BookTree tree;
    private final PdfParts parts;
    private final Footnotes footnotes;
    private final List<Finding> findings;

    /**
     * Find the parts.
     *
     * @param settings everything that all parts depend on beside the tree
     * @param findings takes links that lead nowhere
     */
    PdfTree(BookTree tree, String settings, List<Finding> findings) {
        this.tree = tree;
        this.parts = new PdfParts(tree, PdfFront.of(tree), settings);
        this.footnotes = Footnotes.of(tree.document());
        this.findings = findings;
    }

    /** The parts in order. */
    List<PdfPart> parts() {
        return parts.all();
    }

    /** The part that an id is in; null when it is in none. */
    PdfPart home(String id) {
        return parts.home(id);
    }

    /** The tree of one part, ready to be set; to be asked for once. */
    Document document(PdfPart part) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        Element html = tree.document().selectFirst("html");
        document.child(0).attributes().addAll(html.attributes());
        document.body().attributes().addAll(tree.document().body().attributes());
        Element holder = document.body();
        if (!part.front() && !tree.content().normalName().equals("body")) {
            holder = document.body().appendElement("div");
            holder.attributes().addAll(tree.content().attributes());
        }
        for (Element element : part.elements()) {
            holder.appendChild(tree.full(element));
        }
        if (!part.front()) {
            place(document, part);
            fit(document);
            if (part.chapter().isPresent()) {
                runningHead(part.chapter().get(), holder);
            }
            if (part.opening().isPresent()) {
                opening(holder);
            }
        }
        references(document, part);
        BoundMarks.bind(document);
        PdfHead.of(document, tree, part);
        return document;
    }

    private void fit(Document document) {
        openFolds(document);
        cardsAsTables(document);
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
        softenCode(document);
    }

    private void place(Document document, PdfPart part) {
        Set<String> placed = new HashSet<>();
        for (Element call : document.select("sup > a.footnote[href^=#_footnotedef_]")) {
            String id = call.attr("href").substring(1);
            Element mark = call.parent();
            if (part.notes().contains(id) && placed.add(id)) {
                Element note = footnotes.body(id).addClass("fn").attr("id", id);
                mark.replaceWith(note);
            } else {
                mark.html("").appendElement("a").attr("href", "#" + id).text(call.text());
            }
        }
    }

    private static void openFolds(Document document) {
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
    private static void cardsAsTables(Document document) {
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
    private static void softenCode(Document document) {
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

    private static void runningHead(Page page, Element holder) {
        Element head = new Element("div").addClass("running-chapter");
        holder.selectFirst("> .sect1").prependChild(head.text(page.fullTitle()));
    }

    /** A part's heading and its introduction share a page. */
    private static void opening(Element holder) {
        Element opening = new Element("div").addClass("part");
        holder.children().forEach(opening::appendChild);
        opening.child(0).removeClass("sect0");
        holder.appendChild(opening);
    }

    private void references(Document document, PdfPart part) {
        for (Element link : document.select("a[href^=#]")) {
            String id = link.attr("href").substring(1);
            PdfPart home = parts.home(id);
            if (home == null) {
                findings.add(Finding.deadLink(id, Headings.plain(link)));
                link.removeAttr("href");
            } else if (link.hasClass("index-ref")) {
                link.empty(); // the style sheet puts the page there
            } else if (!part.front()
                    && !link.is(".val, .index-see, .citation")
                    && !id.startsWith("_footnote")) {
                link.addClass("xr").attr(AFTER, ")");
            }
            if (home != null && home != part) {
                link.attr("href", Elsewhere.address(part.link(id)));
            }
            link.removeAttr("title");
        }
    }
}
