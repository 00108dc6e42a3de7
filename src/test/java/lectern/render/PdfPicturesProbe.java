package lectern.render;

import java.nio.file.Path;
import java.util.Map;
import lectern.math.MathRenderer;

/** What {@link PdfPicturesTest} runs in a process of its own: writes a PDF with pictures. */
final class PdfPicturesProbe {
    private PdfPicturesProbe() {}

    public static void main(String... args) {
        Path folder = Path.of(args[0]);
        write(folder, folder.resolve("book.pdf"), "A paragraph.");
    }

    /** Write a book with a picture, the same picture again, and a formula. */
    static void write(Path folder, Path file, String paragraph) {
        String image = "<img src=\"bars.svg\" alt=\"Two bars\">";
        String html =
                "<html><head><title>T</title></head><body class=\"book\"><div id=\"content\">"
                        + SampleBook.chapter(
                                "a",
                                "One",
                                SampleBook.paragraph(paragraph + " \uE000x\uE001") + image + image)
                        + "</div></body></html>";
        ConvertedBook book = new ConvertedBook(html, Map.of(), folder, folder.resolve("drawn"));
        Formulas formulas = (latex, display) -> new MathRenderer().render(latex, display).svg();
        new PdfWriter(Theme.builtIn()).write(BookTree.of(book, formulas), file);
    }
}
