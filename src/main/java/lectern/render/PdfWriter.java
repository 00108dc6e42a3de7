package lectern.render;

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
import lectern.pdf.FontPieces;
import lectern.pdf.FontShelf;
import lectern.pdf.Frame;
import lectern.pdf.Joiner;
import lectern.pdf.Piece;
import lectern.pdf.PieceShelf;

/**
 * Writes a book as a PDF, set by the theme's {@code pdf/print.css}. Consumes the tree. Each chapter
 * is set by itself, and its pages are kept: those that would be the same are not set again.
 */
public final class PdfWriter {
    static final String PRODUCER = "Lectern";

    private final Theme theme;
    private final Runnable awt;

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
        this.awt = fonts;
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
        PieceShelf shelf = new PieceShelf(tree.book().drawn().resolve("pages"));
        PdfPictures pictures = new PdfPictures(tree.book().drawn().resolve("painted"), awt);
        PdfTree printed = new PdfTree(tree, PdfSettings.of(tree, theme), findings);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FontShelf fonts = PdfFonts.shelf(theme)) {
            PdfTools tools =
                    new PdfTools(
                            new PdfResources(theme, tree.book().base()),
                            pictures,
                            fonts,
                            tree.print().press());
            List<Piece> pieces = new PdfPages(printed, tools, shelf, findings).all();
            Piece cut = FontPieces.of(pieces, fonts, PdfSettings.faces(theme), shelf);
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                Joiner.join(pieces, cut, frame(tree, pieces.get(0)), out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            shelf.tidy();
            int pages = pieces.stream().mapToInt(piece -> piece.pages().size()).sum();
            return new PdfReport(pages, Files.size(file), inventory(pieces), findings);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private static Frame frame(BookTree tree, Piece front) {
        String language = tree.document().child(0).attr("lang");
        return new Frame(
                tree.meta().title(),
                String.join(", ", tree.meta().authors()),
                tree.meta().description(),
                language.isEmpty() ? "en" : language,
                PRODUCER,
                front.pages().size());
    }

    private static Inventory inventory(List<Piece> pieces) {
        Inventory inventory = new Inventory();
        for (Piece piece : pieces) {
            for (Countable what : Countable.values()) {
                inventory.add(what, Integer.parseInt(piece.said().get("count " + what)));
            }
        }
        return inventory;
    }
}
