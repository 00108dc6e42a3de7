package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTML that a run left does not reach the EPUB, where a reader may not know what to do with it. */
class EpubHtmlOutputTest {
    /** {@code <p>map</p>}, as the weaver seals it. */
    private static final String SEALED =
            "<div class=\"woven-html\" data-html=\"PHA+bWFwPC9wPg==\"></div>";

    @TempDir Path folder;

    @Test
    void textStandsInThePlaceOfHtml() throws IOException {
        Document page =
                page(
                        "<div class=\"literalblock output of-ridge-point\"><div class=\"content\">"
                                + "<pre>a map in words</pre></div></div>"
                                + SEALED);
        assertThat(page.select("pre").eachText()).containsExactly("a map in words");
        assertThat(page.select(".woven-html, [data-html], p")).isEmpty();
    }

    @Test
    void pictureStandsInThePlaceOfHtml() throws IOException {
        Document page =
                page(
                        "<div class=\"imageblock of-ridge-point\"><div class=\"content\">"
                                + "<svg class=\"picture\" role=\"img\" aria-label=\"A map\""
                                + " viewBox=\"0 0 2 1\"><path d=\"M0 0h2v1z\"/></svg></div></div>"
                                + SEALED);
        assertThat(page.select("svg[aria-label=A map]")).hasSize(1);
        assertThat(page.select(".woven-html, [data-html], p")).isEmpty();
    }

    private Document page(String body) throws IOException {
        Path file = folder.resolve("book.epub");
        BookTree tree = SampleBook.tree(SampleBook.chapter("a", "One", body));
        assertThat(new EpubWriter(Theme.builtIn()).write(tree, file).findings()).isEmpty();
        assertThat(EpubComplaints.of(file)).isEmpty();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] bytes = zip.getInputStream(zip.getEntry("EPUB/text/a.xhtml")).readAllBytes();
            return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser());
        }
    }
}
