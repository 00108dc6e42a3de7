package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import lectern.math.MathCache;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers who listen get of a formula: MathML beside a picture that is silent. */
class SpokenFormulaTest {
    private static final String BOOK =
            SampleBook.chapter(
                    "a",
                    "Of \uE000x^2\uE001",
                    "<p>Is \uE000\\frac{1}{2}\uE001 or \uE000\\phantom{x}y\uE001?</p>"
                            + "<div class=\"stemblock\"><div class=\"content\">\uE002"
                            + "\\begin{aligned} \\hat y &= \\mathbf{W} x \\\\ z &< \\Bigl\\lVert"
                            + " \\text{if } 10{,}000 \\Bigr\\rVert_2 \\end{aligned}"
                            + "\uE003</div></div>");

    @TempDir Path folder;

    private BookTree tree() {
        ConvertedBook book = SampleBook.converted(BOOK);
        return BookTree.of(book, Formulas.drawnBy(new MathCache(folder.resolve("math"), () -> {})));
    }

    @Test
    void pictureIsSilentWhereMathMlSpeaks() throws IOException {
        new SiteWriter(Theme.builtIn()).write(tree(), folder.resolve("site"));
        String html = Files.readString(folder.resolve("site/a.html"), StandardCharsets.UTF_8);
        Document page = Jsoup.parse(html);
        assertThat(page.select(".text .formula")).hasSize(4);
        assertThat(page.select(".text .formula > svg[aria-hidden=true] + .spoken > math"))
                .extracting(Element::text)
                .startsWith("x2", "12")
                .hasSize(3);
        assertThat(page.select(".text .formula").eachAttr("data-latex"))
                .startsWith("x^2", "\\frac{1}{2}")
                .hasSize(3);
        assertThat(page.select(".text svg[role=img]").eachAttr("aria-label"))
                .containsExactly("\\phantom{x}y");
        assertThat(page.title()).startsWith("Of x^2 ");
    }

    @Test
    void pagesOfTheEpubAreValidAndSaySoInTheManifest() throws IOException {
        Path file = folder.resolve("book.epub");
        new EpubWriter(Theme.builtIn()).write(tree(), file);
        assertThat(EpubComplaints.of(file)).isEmpty();
        Document page = parse(file, "EPUB/text/a.xhtml");
        assertThat(page.select("math[xmlns=http://www.w3.org/1998/Math/MathML]")).hasSize(3);
        Document opf = parse(file, "EPUB/package.opf");
        assertThat(opf.select("item[href=text/a.xhtml]").attr("properties"))
                .isEqualTo("mathml svg");
    }

    @Test
    void printHasTheSourceAndNoSecondText() {
        Document printed = SampleBook.printed(tree());
        assertThat(printed.select(".formula > svg").eachAttr("alt"))
                .hasSize(4)
                .contains("\\frac{1}{2}");
        assertThat(printed.select(".spoken, math")).isEmpty();
    }

    private static Document parse(Path epub, String name) throws IOException {
        try (ZipFile zip = new ZipFile(epub.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return Jsoup.parse(in, "UTF-8", "", Parser.xmlParser());
        }
    }
}
