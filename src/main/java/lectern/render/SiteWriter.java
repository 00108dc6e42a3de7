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
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/**
 * Writes a book as a site: one page per chapter and part, a landing page, the theme's assets and
 * the pictures. Every link inside the book is checked.
 */
public final class SiteWriter {
    private static final List<String> ASSETS = List.of("site.css", "lectern.js");
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
        int linked = 0;
        for (int i = 0; i < outline.pages().size(); i++) {
            Page page = outline.pages().get(i);
            Element main = PageBody.of(page);
            footnotes.append(main);
            links.rewrite(main, page);
            PageBody.permalinks(main);
            images.addAll(main.select("img[src]").eachAttr("src"));
            styles.collect(main);
            inventory.add(main);
            String html = template.html(i, main);
            linked += count(html, "<a href=\"");
            files.write(page.file(), html);
        }
        copyImages(tree, images, files);
        copyAssets(styles, files);
        int removed = files.removeOthers();
        int pages = outline.pages().size();
        return new SiteReport(pages, linked, files.written(), removed, inventory, findings);
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
        List<Finding> findings = new ArrayList<>();
        BookOutline outline = BookOutline.of(tree.content());
        Links links = new Links(Anchors.of(outline, findings), findings);
        SitePage template = new SitePage(theme.text("html/page.html"), tree.meta(), outline);
        Footnotes footnotes = Footnotes.of(tree.document());
        InlineStyles styles = new InlineStyles();
        files.read("assets/inline.css").ifPresent(styles::takeIn);
        Set<String> images = new HashSet<>();
        List<Integer> meant =
                IntStream.range(0, outline.pages().size())
                        .filter(i -> ids.contains(outline.pages().get(i).id()))
                        .boxed()
                        .toList();
        for (int i : meant) {
            Page page = outline.pages().get(i);
            Element main = PageBody.of(page);
            footnotes.append(main);
            links.rewrite(main, page);
            PageBody.permalinks(main);
            images.addAll(main.select("img[src]").eachAttr("src"));
            styles.collect(main);
            files.write(page.file(), template.html(i, main));
        }
        copyImages(tree, images, files);
        files.write("assets/inline.css", styles.css());
        return findings;
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
