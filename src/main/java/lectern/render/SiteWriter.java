package lectern.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        tree.gather();
        return new Run(tree, files).write();
    }

    /** One site being written. */
    private final class Run {
        private final BookTree tree;
        private final SiteFiles files;
        private final SitePlan plan;
        private final SitePage template;
        private final SiteAssets assets;
        private final InlineStyles styles = new InlineStyles();
        private final SiteWeight weight = new SiteWeight();
        private final Inventory inventory = new Inventory();
        private final List<Finding> findings = new ArrayList<>();
        private int pages;
        private int links;

        Run(BookTree tree, SiteFiles files) {
            this.tree = tree;
            this.files = files;
            this.plan = SitePlan.of(tree);
            this.template = new SitePage(theme.text("html/page.html"), tree, plan);
            this.assets = new SiteAssets(theme, tree, files);
        }

        SiteReport write() {
            Anchors anchors = Anchors.of(plan.outline(), findings);
            chapters(new Links(anchors, findings));
            plan.lists().ifPresent(p -> page(p, ListsPage.text(p, tree.lists(), anchors)));
            SourcePages sources = new SourcePages(tree, plan);
            for (BookSources.ScriptText script : tree.book().sources().scripts()) {
                page(plan.sources().get(script.path()), sources.text(script));
            }
            Element whole = WholeBook.text(tree, plan.whole());
            sources.complete(whole);
            styles.collect(whole);
            whole.prependChild(template.cover());
            page(plan.whole(), whole);
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
            SearchIndex search = new SearchIndex();
            PreviewCards cards = new PreviewCards(tree.document().body());
            for (Page page : plan.outline().pages()) {
                Element main = text(page, footnotes, references);
                search.add(page, main);
                cards.add(page, main);
                finish(page, main, sources);
            }
            assets.script(SearchIndex.FILE, search.script(), weight);
            cards.scripts().forEach(files::write);
        }

        List<Finding> refresh(Set<String> ids) {
            files.read(SiteAssets.INLINE).ifPresent(styles::takeIn);
            Links references = new Links(Anchors.of(plan.outline(), findings), findings);
            Footnotes footnotes = Footnotes.of(tree.document());
            SourcePages sources = new SourcePages(tree, plan);
            for (Page page : plan.outline().pages()) {
                if (ids.contains(page.id())) {
                    finish(page, text(page, footnotes, references), sources);
                }
            }
            assets.refresh(styles);
            return findings;
        }

        private Element text(Page page, Footnotes footnotes, Links references) {
            Element main = PageBody.of(page);
            footnotes.append(main);
            references.rewrite(main, page);
            assets.images(main);
            styles.collect(main);
            inventory.add(main);
            return main;
        }

        private void finish(Page page, Element main, SourcePages sources) {
            sources.complete(main);
            SideNotes.place(main);
            PageBody.permalinks(main);
            page(page, main);
        }

        private void page(Page page, Element main) {
            String html = template.html(page, main);
            files.write(page.file(), html);
            weight.page(page, html, main);
            if (page.kind().ofBook()) {
                pages++;
                links += count(html, "<a href=\"");
            }
        }
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
        return new Run(tree, files).refresh(ids);
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }
}
