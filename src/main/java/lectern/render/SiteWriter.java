package lectern.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Writes a book as a site: one page per chapter and part, a landing page, the theme's assets and
 * the pictures. Every link inside the book is checked.
 */
public final class SiteWriter {
    private static final List<String> ASSETS =
            List.of("site.css", "early.js", "lectern.js", "search.js", "minisearch.js");
    private static final Pattern FONT = Pattern.compile("url\\(\"?fonts/([^\")]+)\"?\\)");

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
        List<Finding> findings = new ArrayList<>();
        BookOutline outline = BookOutline.of(tree.content());
        Links links = new Links(Anchors.of(outline, findings), findings);
        SitePage template = new SitePage(theme.text("html/page.html"), tree.meta(), outline);
        Footnotes footnotes = Footnotes.of(tree.document());
        InlineStyles styles = new InlineStyles();
        Set<String> images = new HashSet<>();
        Inventory inventory = new Inventory();
        SearchIndex search = new SearchIndex();
        int linked = 0;
        for (int i = 0; i < outline.pages().size(); i++) {
            Page page = outline.pages().get(i);
            Element main = PageBody.of(page);
            footnotes.append(main);
            links.rewrite(main, page);
            search.add(page, main);
            PageBody.permalinks(main);
            images.addAll(main.select("img[src]").eachAttr("src"));
            styles.collect(main);
            inventory.add(main);
            SideNotes.place(main);
            String html = template.html(i, main);
            linked += count(html, "<a href=\"");
            files.write(page.file(), html);
        }
        files.write(SearchIndex.FILE, search.script());
        copyImages(tree, images, files);
        copyAssets(styles, files);
        int removed = files.removeOthers();
        int pages = outline.pages().size();
        return new SiteReport(pages, linked, files.written(), removed, inventory, findings);
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private static void copyImages(BookTree tree, Set<String> images, SiteFiles files) {
        Path base = tree.book().base().toAbsolutePath().normalize();
        for (String image : images) {
            if (!Pictures.remote(image)) {
                Path source = base.resolve(image).normalize();
                if (source.startsWith(base) && Files.isRegularFile(source)) {
                    files.copy(source, image);
                }
            }
        }
    }

    private void copyAssets(InlineStyles styles, SiteFiles files) {
        files.write("assets/inline.css", styles.css());
        for (String asset : ASSETS) {
            String text = theme.text("html/" + asset);
            files.write("assets/" + asset, text);
            Matcher font = FONT.matcher(text);
            while (font.find()) {
                Optional<byte[]> bytes = theme.find("fonts/" + font.group(1));
                bytes.ifPresent(found -> files.write("assets/fonts/" + font.group(1), found));
            }
        }
    }
}
