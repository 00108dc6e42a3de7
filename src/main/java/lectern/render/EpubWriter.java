package lectern.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lectern.model.Digest;
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
        return write(BookPages.of(tree, theme, PageCache.NONE), file);
    }

    /** Write the EPUB, making anew only the pages that are not in the book's cache. */
    public EpubReport write(BookPages book, Path file) {
        List<Finding> findings = new ArrayList<>(book.doubled());
        Inventory inventory = new Inventory();
        List<EpubFile> files = files(book, inventory, findings);
        byte[] container = CONTAINER.getBytes(StandardCharsets.UTF_8);
        byte[] opf = EpubPackage.opf(book.tree().meta(), files).getBytes(StandardCharsets.UTF_8);
        List<byte[]> zip = new ArrayList<>();
        zip.add(EpubZip.packed("META-INF/container.xml", container));
        zip.add(EpubZip.packed("EPUB/package.opf", opf));
        files.forEach(part -> zip.add(part.zipped()));
        try {
            EpubZip.write(file, zip);
            int pages = (int) files.stream().filter(EpubFile::page).count();
            return new EpubReport(pages, Files.size(file), inventory, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private List<EpubFile> files(BookPages book, Inventory inventory, List<Finding> findings) {
        BookTree tree = book.tree();
        List<Page> sitePages = book.plan().outline().pages();
        BookOutline outline = book.plan().outline().ending(".xhtml");
        Links links = new Links(book.anchors().on(sitePages, outline.pages()), findings);
        Footnotes footnotes = Footnotes.of(tree.document());
        InlineStyles styles = new InlineStyles();
        EpubImages images = new EpubImages(tree.book());
        BookMeta meta = tree.meta();
        PageMemo<EpubPiece> memo = book.cache().open("epub", EpubPiece::unpack);
        List<EpubFile> pages = new ArrayList<>();
        for (Page page : outline.pages()) {
            Optional<Digest> key = book.keys().of(page);
            Optional<EpubPiece> known =
                    memo.find(key).filter(piece -> apart(inventory, piece.tally()));
            if (known.isPresent()) {
                memo.keep(key, known.get());
                pages.add(take(known.get(), inventory, styles));
                continue;
            }
            int found = findings.size();
            Element main = PageBody.of(tree.full(page));
            if (page.kind() == Page.Kind.LANDING) {
                title(main, meta);
            }
            footnotes.append(main);
            links.rewrite(main, page);
            EpubMarkup.adapt(main);
            // the pictures of the container are numbered in the order of the pages
            boolean pictured = main.selectFirst("img[src]") != null;
            images.place(main);
            InlineStyles own = new InlineStyles();
            own.collect(main);
            Tally tally = Tally.of(main, inventory.notes());
            EpubPiece piece = new EpubPiece(file(page, main, meta), tally, own.rules());
            if (!pictured && findings.size() == found && apart(inventory, tally)) {
                memo.keep(key, piece);
            }
            pages.add(take(piece, inventory, styles));
        }
        memo.close();
        List<EpubFile> files = new ArrayList<>();
        files.add(EpubCover.page(meta));
        files.add(pages.remove(0));
        files.add(new EpubNav(outline, meta).file());
        files.addAll(pages);
        files.add(cover(book));
        files.add(EpubFile.css("book.css", theme.text("epub/book.css")));
        files.add(EpubFile.css("inline.css", styles.css()));
        images.files().forEach(files::add);
        return files;
    }

    /** The cover; drawing it takes longer than all that an edited chapter needs. */
    private EpubFile cover(BookPages book) {
        BookMeta meta = book.tree().meta();
        PageMemo<KeptFile> memo = book.cache().open("cover", KeptFile::unpack);
        Optional<Digest> key = book.keys().cover(meta, theme);
        KeptFile cover =
                memo.find(key).orElseGet(() -> new KeptFile(TitlePicture.cover(meta, theme)));
        memo.keep(key, cover);
        memo.close();
        return EpubCover.picture(cover.bytes());
    }

    private static EpubFile take(EpubPiece piece, Inventory inventory, InlineStyles styles) {
        inventory.add(piece.tally());
        styles.takeIn(piece.styles());
        return piece.file();
    }

    /** Whether a page has footnotes of its own only, so that they are counted with it. */
    private static boolean apart(Inventory inventory, Tally page) {
        return Collections.disjoint(inventory.notes(), page.notes());
    }

    private static EpubFile file(Page page, Element main, BookMeta meta) {
        List<String> kinds = new ArrayList<>(List.of("mathml", "svg"));
        kinds.removeIf(kind -> main.selectFirst(kind.replace("mathml", "math")) == null);
        Element section = EpubPage.section(page, main);
        String title = page.kind() == Page.Kind.LANDING ? meta.title() : page.fullTitle();
        String text = EpubPage.xhtml(title, meta.lang(), "../", section);
        return EpubFile.xhtml("text/" + page.file(), String.join(" ", kinds), text);
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
