package lectern.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lectern.text.Digests;
import org.jsoup.nodes.Document;
import org.w3c.dom.Element;

/**
 * Vector pictures painted for the PDF, each only once: a folder of PDF files of one page, named by
 * the digest of what they were painted from.
 */
final class PdfPictures {
    /** To be raised when the same picture is painted differently. */
    private static final int VERSION = 1;

    /** Names, on an {@code svg} element, the digest of what was there. */
    private static final String DIGEST = "data-painted";

    private final Path folder;
    private final Runnable fonts;

    PdfPictures(Path folder, Runnable fonts) {
        this.folder = folder;
        this.fonts = fonts;
    }

    /** Name the pictures in a tree that is to be printed, and empty those that are kept. */
    void name(Document printed) {
        for (org.jsoup.nodes.Element picture : printed.select("svg:not(.math)")) {
            // the prefix tells pictures on a page apart and moves with their order
            String source = picture.outerHtml().replaceAll("(?<=[\"#])p\\d+-", "");
            String digest = Digests.of(VERSION + "\n" + source).hex();
            picture.attr(DIGEST, digest);
            if (Files.isRegularFile(file(digest))) {
                picture.empty();
            }
        }
    }

    /**
     * The painted picture.
     *
     * @param svg named by {@link #name}
     * @param width in CSS pixels
     * @param height in CSS pixels
     * @return a PDF of one page with a point for each CSS pixel
     */
    byte[] painted(Element svg, float width, float height) {
        Path file = file(svg.getAttribute(DIGEST));
        try {
            try {
                return Files.readAllBytes(file);
            } catch (NoSuchFileException e) {
                fonts.run();
                byte[] page = PdfPainter.paint(svg, width, height);
                keep(file, page);
                return page;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("painting a picture", e);
        }
    }

    private void keep(Path file, byte[] page) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "picture", ".tmp");
        Files.write(draft, page);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(String digest) {
        return folder.resolve(digest + ".pdf");
    }
}
