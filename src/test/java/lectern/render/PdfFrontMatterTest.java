package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfFrontMatterTest {
    private static final String LISTED =
            chapter(
                    "a",
                    "1. One",
                    "<div class=\"imageblock\"><div class=\"content\">x</div><div"
                            + " class=\"title\">Figure 1. A wide road</div></div>"
                            + "<div id=\"ridge-point\" class=\"listingblock cell\"><div"
                            + " class=\"title\">Listing 1. Halves of one</div><div"
                            + " class=\"content\"><pre>x</pre></div></div>"
                            + "<div class=\"openblock ledger\">All</div>");

    @TempDir Path folder;

    private List<String> pages(BookTree tree) throws IOException {
        Path file = folder.resolve("x.pdf");
        new PdfWriter(Theme.builtIn()).write(tree, file);
        List<String> pages = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf).replaceAll("[\\s\u00a0]+", " ");
                pages.add(text.replaceAll("( \\.)+ ", " … ").strip());
            }
        }
        return pages;
    }

    private BookTree withHead(String head, String body) {
        String html =
                "<html><head><title>T</title>"
                        + head
                        + "</head><body><div id=\"content\">"
                        + body
                        + "</div></body></html>";
        return BookTree.of(new ConvertedBook(html, Map.of(), folder, folder), SampleBook.FORMULAS);
    }

    private float[] size(String head) throws IOException {
        pages(withHead(head, chapter("a", "1. One", paragraph("x"))));
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("x.pdf").toFile())) {
            var box = pdf.getPage(4).getMediaBox();
            return new float[] {Math.round(box.getWidth()), Math.round(box.getHeight())};
        }
    }

    @Test
    void halfTitleAndColophonFollowTheCover() throws IOException {
        List<String> pages = pages(SampleBook.tree(chapter("a", "1. One", paragraph("x"))));
        assertThat(pages.get(1)).isEqualTo("Systems");
        assertThat(pages.get(2))
                .startsWith("Systems Ada Writer version 0.1 Made by Lectern")
                .doesNotContain("commit", "The examples ran")
                .endsWith("each under the SIL Open Font License 1.1.");
    }

    @Test
    void colophonSaysWhatTheBookSaysOfItself() throws IOException {
        String head =
                "<meta name=\"copyright\" content=\"2026 A. Writer\">"
                        + "<meta name=\"lectern-license\" content=\"CC BY 4.0\">"
                        + "<meta name=\"lectern-commit\" content=\"abc1234\">";
        assertThat(pages(withHead(head, chapter("a", "1. One", paragraph("x")))).get(2))
                .contains("Made from commit abc1234. 2026 A. Writer CC BY 4.0 Made by Lectern");
    }

    @Test
    void listsNameFiguresExamplesAndTheLedgerWithTheirPages() throws IOException {
        List<String> pages = pages(SampleBook.tree(LISTED));
        assertThat(pages.get(2)).contains("The examples ran as programs;");
        assertThat(pages.get(4))
                .startsWith("Figures 1 A wide road … 1 Examples 1 Halves of one … 1")
                .contains("Published numbers Every published number and what was computed … 1");
    }

    @Test
    void titlesOfEveryLengthFitTheContentsAndTheLists() throws IOException {
        StringBuilder book = new StringBuilder();
        for (int length = 40; length < 240; length++) {
            String title = "long words ".repeat(30).substring(0, length);
            book.append(
                    chapter(
                            "c" + length,
                            length + ". " + title,
                            "<div class=\"sect2\"><h3 id=\"s"
                                    + length
                                    + "\">"
                                    + title
                                    + "</h3></div><div class=\"imageblock\"><div"
                                    + " class=\"content\">x</div><div class=\"title\">Figure "
                                    + length
                                    + ". "
                                    + title
                                    + "</div></div>"));
        }
        assertThat(pages(SampleBook.tree(book.toString()))).hasSizeGreaterThan(200);
    }

    @Test
    void bookWithNothingToListHasNoLists() throws IOException {
        List<String> pages = pages(SampleBook.tree(chapter("a", "1. One", paragraph("x"))));
        assertThat(pages).hasSize(5);
        assertThat(pages.get(4)).contains("One x");
    }

    @Test
    void pageIsA4UnlessTheBookSaysLetter() throws IOException {
        assertThat(size("")).containsExactly(595, 842);
        assertThat(size("<meta name=\"lectern-pdf-page-size\" content=\"Letter\">"))
                .containsExactly(612, 792);
    }

    @Test
    void chaptersForThePressOpenOnTheRight() throws IOException {
        String body =
                chapter("a", "1. One", paragraph("x")) + chapter("b", "2. Two", paragraph("y"));
        String press = "<meta name=\"lectern-pdf-media\" content=\"press\">";
        assertThat(opening(pages(withHead("", body)), "2 Two y")).isEqualTo(6);
        List<String> pages = pages(withHead(press, body));
        assertThat(opening(pages, "1 One x")).isEqualTo(7);
        assertThat(opening(pages, "2 Two y")).isEqualTo(9);
        assertThat(pages.get(6)).startsWith("1 One 1");
        assertThat(pages.get(7)).startsWith("2");
    }

    /** Number of the page that ends in a text. */
    private static int opening(List<String> pages, String text) {
        for (int page = 0; page < pages.size(); page++) {
            if (pages.get(page).endsWith(text)) {
                return page + 1;
            }
        }
        throw new AssertionError("no page ends in '" + text + "': " + pages);
    }
}
