package lectern.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lectern.model.Digest;
import org.jsoup.nodes.Element;

/**
 * Writes a book as a site: one page per chapter and part, a landing page, lists, the whole book on
 * one page, the examples' sources, a search. Every link inside the book is checked.
 */
public final class SiteWriter {
    private final Theme theme;

    /** Write with the given theme. */
    public SiteWriter(Theme theme) {
        this.theme = theme;
    }

    /**
     * Write the whole site; the tree is only read.
     *
     * @param tree the book
     * @param directory the site's folder; files in it that are not part of the site are removed
     * @return counts and findings
     */
    public SiteReport write(BookTree tree, Path directory) {
        return write(tree, new SiteFiles(directory));
    }

    /**
     * Write the whole site beside what others have written into {@code files}, then remove what
     * nobody wrote.
     *
     * @param tree the book
     * @param files the site's folder, possibly with files of other writers
     * @return counts and findings
     */
    public SiteReport write(BookTree tree, SiteFiles files) {
        return write(tree, files, PageCache.NONE);
    }

    /** Write the whole site, making anew only the pages that are not in a cache. */
    public SiteReport write(BookTree tree, SiteFiles files, PageCache cache) {
        tree.gather();
        return write(BookPages.of(tree, theme, cache), files);
    }

    /** Write the whole site, making anew only the pages that are not in the book's cache. */
    public SiteReport write(BookPages book, SiteFiles files) {
        return new Run(book, files).write();
    }

    /** One site being written. */
    private final class Run {
        private final BookPages book;
        private final BookTree tree;
        private final SiteFiles files;
        private final SitePlan plan;
        private final SitePage template;
        private final SiteAssets assets;
        private final InlineStyles styles = new InlineStyles();
        private final SiteWeight weight = new SiteWeight();
        private final Inventory inventory = new Inventory();
        private final SearchIndex search = new SearchIndex();
        private final PreviewCards cards;
        private final List<Finding> findings = new ArrayList<>();
        private int pages;
        private int links;

        Run(BookPages book, SiteFiles files) {
            this.book = book;
            this.tree = book.tree();
            this.files = files;
            this.plan = book.plan();
            this.template = new SitePage(theme.text("html/page.html"), tree, plan);
            this.assets = new SiteAssets(theme, tree, files);
            this.cards = new PreviewCards(() -> tree.document().body());
            findings.addAll(book.doubled());
        }

        SiteReport write() {
            chapters(new Links(book.anchors(), findings));
            if (plan.lists().isPresent()) {
                Page lists = plan.lists().get();
                Element text = ListsPage.text(lists, tree.lists(), book.anchors());
                files.write(lists.file(), page(lists, text));
            }
            SourcePages sources = new SourcePages(tree, plan);
            scripts(sources);
            PageMemo<WholePiece> memo = book.cache().open("whole", WholePiece::unpack);
            WholeBook whole = new WholeBook(book, memo, sources::complete, styles);
            byte[] text = whole.text(template.cover());
            String margin = whole.margin() ? SitePage.MARGINS : "";
            SitePage.Frame frame = template.frame(plan.whole(), margin);
            files.write(plan.whole().file(), around(frame, text));
            assets.write(styles, weight);
            SiteMap.write(tree, plan, theme, files);
            findings.addAll(weight.findings(tree.site().budget()));
            int removed = files.removeOthers();
            return new SiteReport(
                    pages, links, files.written(), removed, inventory, weight.sizes(), findings);
        }

        private void chapters(Links references) {
            Footnotes footnotes = Footnotes.of(tree.document());
            SourcePages sources = new SourcePages(tree, plan);
            PageMemo<SitePiece> memo = book.cache().open("site", SitePiece::unpack);
            for (Page page : plan.outline().pages()) {
                Optional<Digest> key = book.keys().of(page);
                int found = findings.size();
                SitePiece piece =
                        memo.find(key)
                                .filter(this::apart)
                                .orElseGet(() -> make(page, footnotes, references, sources));
                if (findings.size() == found && apart(piece)) {
                    memo.keep(key, piece);
                }
                take(page, piece);
            }
            memo.close();
            assets.script(SearchIndex.FILE, search.script(), weight);
            cards.scripts().forEach(files::write);
        }

        /** Whether a page has footnotes of its own only, so that they are counted with it. */
        private boolean apart(SitePiece piece) {
            return Collections.disjoint(inventory.notes(), piece.tally().notes());
        }

        List<Finding> refresh(Set<String> ids) {
            files.read(SiteAssets.INLINE).ifPresent(styles::takeIn);
            Links references = new Links(book.anchors(), findings);
            Footnotes footnotes = Footnotes.of(tree.document());
            SourcePages sources = new SourcePages(tree, plan);
            for (Page page : plan.outline().pages()) {
                if (ids.contains(page.id())) {
                    Element main = text(page, footnotes, references);
                    assets.images(main.select("img[src]").eachAttr("src"));
                    styles.collect(main);
                    SitePage.Frame frame = finished(page, main, sources);
                    files.write(page.file(), frame.head() + main.outerHtml() + frame.tail());
                }
            }
            assets.refresh(styles);
            return findings;
        }

        private Element text(Page page, Footnotes footnotes, Links references) {
            Element main = PageBody.of(tree.full(page));
            footnotes.append(main);
            references.rewrite(main, page);
            return main;
        }

        private SitePiece make(
                Page page, Footnotes footnotes, Links references, SourcePages sources) {
            Element main = text(page, footnotes, references);
            List<String> images = main.select("img[src]").eachAttr("src");
            InlineStyles own = new InlineStyles();
            own.collect(main);
            Tally tally = Tally.of(main, inventory.notes());
            List<String> documents = search.documents(page, main);
            String script = cards.script(page, main);
            SitePage.Frame frame = finished(page, main, sources);
            String html = frame.head() + main.outerHtml() + frame.tail();
            return new SitePiece(
                    html.getBytes(StandardCharsets.UTF_8),
                    weight.page(page, frame, main),
                    count(html, "<a href=\""),
                    tally,
                    documents,
                    script,
                    own.rules(),
                    images);
        }

        private SitePage.Frame finished(Page page, Element main, SourcePages sources) {
            sources.complete(main);
            SideNotes.place(main);
            PageBody.permalinks(main);
            return template.frame(page, main);
        }

        private void take(Page page, SitePiece piece) {
            files.write(page.file(), piece.html());
            assets.images(piece.images());
            styles.takeIn(piece.styles());
            inventory.add(piece.tally());
            search.add(piece.documents());
            cards.add(page, piece.cards());
            weight.known(page, piece.weight());
            pages++;
            links += piece.links();
        }

        private void scripts(SourcePages sources) {
            PageMemo<KeptFile> memo = book.cache().open("sources", KeptFile::unpack);
            for (BookSources.ScriptText script : tree.book().sources().scripts()) {
                Page page = plan.sources().get(script.path());
                Optional<Digest> key = book.keys().of(script);
                KeptFile piece =
                        memo.find(key)
                                .orElseGet(() -> new KeptFile(page(page, sources.text(script))));
                memo.keep(key, piece);
                files.write(page.file(), piece.bytes());
            }
            memo.close();
        }

        /** A page that the site adds to those of the book. */
        private byte[] page(Page page, Element main) {
            SitePage.Frame frame = template.frame(page, main);
            return around(frame, main.outerHtml().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] around(SitePage.Frame frame, byte[] text) {
        byte[] head = frame.head().getBytes(StandardCharsets.UTF_8);
        byte[] tail = frame.tail().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + text.length + tail.length)
                .put(head)
                .put(text)
                .put(tail)
                .array();
    }

    /**
     * Write some pages of a site that is there; what other pages show of them, such as their titles
     * in the navigation, stays as it is until the whole site is written.
     *
     * @param tree the book
     * @param files the site's folder
     * @param ids of the headings of the chapters to write
     * @return what is wrong with these pages
     */
    public List<Finding> refresh(BookTree tree, SiteFiles files, Set<String> ids) {
        return new Run(BookPages.of(tree, theme, PageCache.NONE), files).refresh(ids);
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }
}
