package lectern.render;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Writes a book as a PDF, set by the theme's {@code pdf/print.css}. Consumes the tree. */
public final class PdfWriter {
    private final Theme theme;
    private final Runnable fonts;

    /** Set with the given theme; the fonts of pictures must be known to AWT. */
    public PdfWriter(Theme theme) {
        this(theme, () -> {});
    }

    /**
     * Set with the given theme.
     *
     * @param fonts makes fonts known to AWT, before a picture that was not painted yet
     */
    public PdfWriter(Theme theme, Runnable fonts) {
        this.theme = theme;
        this.fonts = fonts;
    }

    /**
     * Write the PDF, whole or not at all; the same tree gives the same bytes.
     *
     * @param tree the book; not to be used afterwards
     * @param file where to write
     * @return page count, size and dead links
     */
    public PdfReport write(BookTree tree, Path file) {
        XRLog.setLoggingEnabled(false);
        List<Finding> findings = new ArrayList<>();
        Document printed = new PdfTree(tree, findings).rebuild();
        for (Element image : printed.select("img[src]")) {
            if (!Pictures.remote(image.attr("src"))) {
                image.attr("src", PdfResources.imageAddress(image.attr("src")));
            }
        }
        Inventory inventory = new Inventory();
        inventory.add(printed.body());
        PdfPictures pictures = new PdfPictures(tree.book().drawn().resolve("painted"), fonts);
        pictures.name(printed);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            int pages;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                pages = set(printed, pictures, tree, out);
            }
            PdfTrailer.correct(fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return new PdfReport(pages, Files.size(file), inventory, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private int set(Document printed, PdfPictures pictures, BookTree tree, OutputStream out)
            throws IOException {
        PdfResources resources = new PdfResources(theme, tree.book().base());
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useSVGDrawer(new PdfDrawer(pictures));
        builder.useProtocolsStreamImplementation(resources, PdfResources.THEME, PdfResources.IMAGE);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl(
                    (address, type) -> PdfResources.allowed(address), when);
        }
        PdfFonts.register(builder, theme);
        builder.useReplacementText("\u25a1");
        builder.withProducer("Lectern");
        builder.withW3cDocument(
                new W3CDom().namespaceAware(true).fromJsoup(printed), PdfResources.THEME + ":/");
        printed.empty(); // the engine has its own copy: two would be a third of the heap
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                PdfIdentity.fix(document, tree.meta());
                PdfApostrophes.correct(document);
                document.save(out);
                return document.getNumberOfPages();
            }
        }
    }
}
