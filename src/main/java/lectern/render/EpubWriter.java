package lectern.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Writes a book as an EPUB 3: one document per page of the site, formulas and figures as vectors in
 * the colour of the text, the reader's own fonts.
 */
public final class EpubWriter {
    private static final String CONTAINER =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
            <rootfiles>
            <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
            </rootfiles>
            </container>
            """;

    private final Theme theme;

    /** Write with the given theme. */
    public EpubWriter(Theme theme) {
        this.theme = theme;
    }

    /**
     * Write the EPUB, whole or not at all; the tree is only read, and the same tree gives the same
     * bytes.
     *
     * @param tree the book
     * @param file where to write
     * @return counts and findings
     */
    public EpubReport write(BookTree tree, Path file) {
        List<Finding> findings = new ArrayList<>();
        Inventory inventory = new Inventory();
        List<EpubFile> files = files(tree, inventory, findings);
        Map<String, byte[]> zip = new LinkedHashMap<>();
        zip.put("META-INF/container.xml", CONTAINER.getBytes(StandardCharsets.UTF_8));
        String opf = EpubPackage.opf(tree.meta(), files);
        zip.put("EPUB/package.opf", opf.getBytes(StandardCharsets.UTF_8));
        files.forEach(part -> zip.put("EPUB/" + part.path(), part.bytes()));
        try {
            EpubZip.write(file, zip);
            int pages = (int) files.stream().filter(EpubFile::page).count();
            return new EpubReport(pages, Files.size(file), inventory, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private List<EpubFile> files(BookTree tree, Inventory inventory, List<Finding> findings) {
        BookOutline outline = BookOutline.of(tree.content()).ending(".xhtml");
        Links links = new Links(Anchors.of(outline, findings), findings);
        Footnotes footnotes = Footnotes.of(tree.document());
        InlineStyles styles = new InlineStyles();
        EpubImages images = new EpubImages(tree.book());
        BookMeta meta = tree.meta();
        List<EpubFile> pages = new ArrayList<>();
        for (Page page : outline.pages()) {
            Element main = PageBody.of(page);
            if (page.kind() == Page.Kind.LANDING) {
                title(main, meta);
            }
            footnotes.append(main);
            links.rewrite(main, page);
            EpubMarkup.adapt(main);
            images.place(main);
            styles.collect(main);
            inventory.add(main);
            List<String> kinds = new ArrayList<>(List.of("mathml", "svg"));
            kinds.removeIf(kind -> main.selectFirst(kind.replace("mathml", "math")) == null);
            Element section = EpubPage.section(page, main);
            String title = page.kind() == Page.Kind.LANDING ? meta.title() : page.fullTitle();
            String text = EpubPage.xhtml(title, meta.lang(), "../", section);
            pages.add(EpubFile.xhtml("text/" + page.file(), String.join(" ", kinds), text));
        }
        List<EpubFile> files = new ArrayList<>();
        files.add(EpubCover.page(meta));
        files.add(pages.remove(0));
        files.add(new EpubNav(outline, meta).file());
        files.addAll(pages);
        files.add(EpubCover.picture(meta, theme));
        files.add(EpubFile.css("book.css", theme.text("epub/book.css")));
        files.add(EpubFile.css("inline.css", styles.css()));
        images.files().forEach(files::add);
        return files;
    }

    private static void title(Element main, BookMeta meta) {
        Element head = new Element("header").addClass("title-page");
        head.appendElement("h1").text(meta.title());
        if (!meta.description().isEmpty()) {
            head.appendElement("p").addClass("description").text(meta.description());
        }
        if (!meta.authors().isEmpty()) {
            head.appendElement("p").addClass("authors").text(String.join(", ", meta.authors()));
        }
        if (!meta.revision().isEmpty()) {
            head.appendElement("p").addClass("revision").text(meta.revision());
        }
        main.prependChild(head);
    }
}
