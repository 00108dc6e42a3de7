package lectern.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lectern.model.Digest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The tree that every format is written from: Asciidoctor's HTML with formulas drawn, vector
 * pictures in place and the parts that HTML has elements for turned into those elements.
 *
 * <p>The writers of the site and the EPUB only read it; the PDF writer consumes it, so it comes
 * last.
 *
 * <pre>{@code
 * BookTree tree = BookTree.of(book, formulas);
 * new SiteWriter(theme).write(tree, Path.of("target/book/site"));
 * new EpubWriter(theme).write(tree, Path.of("target/book/book.epub"));
 * new PdfWriter(theme).write(tree, Path.of("target/book/book.pdf"));
 * }</pre>
 */
public final class BookTree {
    private final Document document;
    private final BookMeta meta;
    private final PrintSettings print;
    private final SiteSettings site;
    private List<BookLists.Group> lists;
    private Set<String> sources;
    private boolean listed = true;
    private PictureNumbers numbers = new PictureNumbers(0);
    private ConvertedBook book;
    private final List<Finding> findings;
    private final IndexTerms terms;
    private final Supplier<BookTree> whole;
    private BookTree made;

    private BookTree(
            Document document,
            BookMeta meta,
            ConvertedBook book,
            List<Finding> findings,
            IndexTerms terms,
            Set<String> sources) {
        this.document = document;
        this.meta = meta;
        this.print = PrintSettings.of(document);
        this.site = SiteSettings.of(document);
        this.lists = BookLists.of(content());
        this.book = book;
        this.findings = findings;
        this.terms = terms;
        this.sources = sources;
        this.whole = () -> this;
    }

    private BookTree(KeptTree kept, BookTree part, ConvertedBook book, Supplier<BookTree> whole) {
        this.document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(kept.html());
        this.meta = part.meta;
        this.print = part.print;
        this.site = part.site;
        this.book = book;
        this.findings = part.findings;
        this.terms = IndexTerms.in(content(), kept.terms());
        this.sources = Citations.sources(document);
        this.whole = whole;
        this.listed = false;
    }

    /** Parse and prepare one book; what is wrong with it is found in {@link #findings()}. */
    public static BookTree of(ConvertedBook book, Formulas formulas) {
        return of(book, formulas, Set.of(), 0);
    }

    /**
     * Parse and prepare a part of a book.
     *
     * @param elsewhere ids in the rest of the book, so that what leads there is known
     * @param pictures how many vector pictures of the book stand before those of the part, see
     *     {@link #picturesBefore}
     */
    public static BookTree of(
            ConvertedBook book, Formulas formulas, Set<String> elsewhere, int pictures) {
        Document document = Jsoup.parse(book.html());
        document.outputSettings().prettyPrint(false);
        BookMeta meta = BookMeta.of(document);
        List<Finding> findings = new ArrayList<>();
        HanLines.join(document);
        FormulaDrawing.draw(document, formulas, findings);
        Blocks.rebuild(document);
        CellViews.apply(document, findings);
        Headings.markNumbers(document);
        new Pictures(book, pictures, findings).place(document);
        ExampleCards.place(document, book.cells(), elsewhere, findings);
        Set<String> sources = Citations.sources(document);
        Citations.mark(sources, document.select("#content, #footnotes"));
        SideNotes.pair(document);
        IndexTerms terms = BookIndex.build(document);
        BookTree tree = new BookTree(document, meta, withoutText(book), findings, terms, sources);
        tree.numbers = new PictureNumbers(pictures);
        return tree;
    }

    /**
     * The tree of a book of which only a few chapters have changed. Of the others it has what the
     * rest of the book needs to know; who asks for their text has the whole tree made.
     *
     * @param kept what the last build knew; not to be used afterwards
     * @param part made of the changed chapters, and of all that stands outside of chapters; not to
     *     be used afterwards
     * @param ids of the changed chapters
     * @param book the whole of it; its text is not looked at
     * @param whole makes the tree of the whole book
     * @return nothing where an edit shows in other chapters
     */
    public static Optional<BookTree> of(
            KeptTree kept,
            BookTree part,
            Set<String> ids,
            ConvertedBook book,
            Supplier<BookTree> whole) {
        BookTree tree = new BookTree(kept, part, withoutText(book), whole);
        List<String> before = tree.places(ids);
        if (!part.findings.isEmpty() || !tree.take(ids, part) || !before.equals(tree.places(ids))) {
            return Optional.empty();
        }
        tree.gather();
        return Optional.of(tree);
    }

    private List<String> places(Set<String> ids) {
        return ids.stream()
                .map(this::chapter)
                .filter(Objects::nonNull)
                .flatMap(chapter -> Remains.places(chapter).stream())
                .toList();
    }

    /** The text is in the tree now; holding on to it would double the memory. */
    private static ConvertedBook withoutText(ConvertedBook book) {
        return new ConvertedBook(
                "", book.cells(), book.base(), book.drawn(), book.sources(), book.digests());
    }

    /**
     * Take over chapters, with their footnotes, from a tree of the same book that was made of a
     * part of it. What the whole book decides, such as the index, stays as it was.
     *
     * @param ids of the headings of the chapters
     * @return whether the tree is now as if made of the whole book: both trees have these chapters,
     *     the index names the same terms in them, and the pictures in them are numbered as those
     *     were; the chapter of the index itself is never taken over
     */
    public boolean replace(Set<String> ids, BookTree newer) {
        boolean numbered = numbers.same(this, ids, newer);
        return take(ids, newer) && numbered;
    }

    private boolean take(Set<String> ids, BookTree newer) {
        Map<Element, Element> chapters = new LinkedHashMap<>();
        for (String id : ids) {
            Element old = chapter(id);
            Element fresh = newer.chapter(id);
            if (old == null || fresh == null || old.selectFirst("div.index") != null) {
                return false;
            }
            chapters.put(old, fresh);
        }
        boolean same = true;
        // several chapters may call the same note
        chapters.keySet().forEach(old -> Footnotes.remove(document, old));
        for (Map.Entry<Element, Element> chapter : chapters.entrySet()) {
            same &= terms.replace(chapter.getKey(), chapter.getValue(), newer.terms);
            replace(chapter.getKey(), chapter.getValue(), newer);
        }
        listed = false;
        return same;
    }

    /** How many vector pictures stand before the first of some chapters. */
    public int picturesBefore(Set<String> ids) {
        return numbers.before(this, ids);
    }

    PictureNumbers numbers() {
        return numbers;
    }

    /** Take the digests of chapters that have replaced others: of those that have one. */
    public void digest(Set<String> ids, Map<String, Digest> chapters) {
        Map<String, Digest> all = new LinkedHashMap<>(book.digests());
        all.keySet().removeAll(ids);
        all.putAll(chapters);
        book = book.with(all);
    }

    /** Make right what is gathered from the whole book, before all of it is written. */
    void gather() {
        if (!listed) {
            lists = BookLists.of(content());
            sources = Citations.sources(document);
            Citations.mark(sources, document.select("#content, #footnotes"));
            listed = true;
        }
    }

    /** A chapter by the id of its heading; null when there is none. */
    Element chapter(String id) {
        return BodyPart.chapter(content(), id);
    }

    private void replace(Element old, Element fresh, BookTree newer) {
        Footnotes.add(document, fresh, newer.document);
        old.replaceWith(fresh);
        sources.addAll(Citations.sources(fresh));
        Citations.mark(sources, new Elements(fresh));
        Citations.mark(sources, document.select("#footnotes"));
    }

    /**
     * Look for what a reader would stumble over, before anything is written: links that lead
     * nowhere.
     */
    public List<Finding> deadLinks() {
        return DeadLinks.in(document);
    }

    /** Look for characters that no font of the printed book has. */
    public List<Finding> missingGlyphs(Theme theme) {
        return new PdfGlyphs(theme).missing(document);
    }

    /** A chapter with its text, which may be that of another tree; another element as it is. */
    Element full(Element element) {
        if (!Remains.only(element)) {
            return element;
        }
        if (made == null) {
            made = whole.get();
        }
        return made.chapter(element.selectFirst("> h2").id());
    }

    /** A page with the text of its chapter. */
    Page full(Page page) {
        return page.with(page.body().stream().map(this::full).toList());
    }

    IndexTerms terms() {
        return terms;
    }

    /** The title page facts. */
    public BookMeta meta() {
        return meta;
    }

    /** What was found while the tree was prepared, in document order of each step. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    Document document() {
        return document;
    }

    PrintSettings print() {
        return print;
    }

    SiteSettings site() {
        return site;
    }

    /** The figures, examples and published numbers of the book, as last gathered. */
    List<BookLists.Group> lists() {
        return lists;
    }

    /** The element that holds the book's text. */
    Element content() {
        Element content = BodyPart.of(document, "content");
        return content == null ? document.body() : content;
    }

    ConvertedBook book() {
        return book;
    }
}
