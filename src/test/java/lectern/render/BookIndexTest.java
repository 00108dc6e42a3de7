package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookIndexTest {
    private static final String INDEX =
            "<div class=\"sect1 section-index\"><h2 id=\"index\">Index</h2>"
                    + "<div class=\"sectionbody\"></div></div>";
    private static final String BOOK =
            chapter(
                            "one",
                            "1. One",
                            paragraph(term("all-reduce", "ring") + "A " + term("bandwidth"))
                                    + paragraph("again " + term("bandwidth"))
                                    + "<div class=\"sect2\"><h3 id=\"deep\">1.1. Deep</h3>"
                                    + paragraph(
                                            term("bandwidth")
                                                    + term("带宽")
                                                    + term("通道")
                                                    + term("3D"))
                                    + paragraph(term("<code>a&amp;b</code>", "x", "y"))
                                    + "</div>")
                    + chapter(
                            "two",
                            "2. Two",
                            paragraph(
                                    "<span class=\"indexterm\" data-1=\"throughput\""
                                            + " data-see=\"bandwidth\"></span>"
                                            + "<span class=\"indexterm\" data-1=\"all-reduce\""
                                            + " data-see-also=\"bandwidth\nnowhere\"></span>"
                                            + "<a href=\"#one\">"
                                            + term("not from a link")
                                            + "</a>"))
                    + INDEX;

    @TempDir Path folder;

    private static String term(String... words) {
        StringBuilder span = new StringBuilder("<span class=\"indexterm\"");
        for (int i = 0; i < words.length; i++) {
            span.append(" data-" + (i + 1) + "=\"" + words[i] + "\"");
        }
        return span + "></span>";
    }

    private static Element index(String book) {
        return SampleBook.tree(book).content().selectFirst(".section-index .index");
    }

    @Test
    void entriesStandUnderTheirLettersWithTheirSections() {
        Element index = index(BOOK);
        assertThat(index.select("> p").eachText()).containsExactly("#", "A", "B", "T", "汉");
        assertThat(index.select("> ul > li").eachText())
                .containsExactly(
                        "3D, 1.1",
                        "a&b x y, 1.1",
                        "all-reduce, 2, see also bandwidth; nowhere ring, 1",
                        "bandwidth, 1, 1.1",
                        "throughput, see bandwidth",
                        "带宽, 1.1",
                        "通道, 1.1");
    }

    @Test
    void everyLinkOfTheIndexLeadsToItsTermOrEntry() {
        BookTree tree = SampleBook.tree(BOOK);
        assertThat(tree.deadLinks()).isEmpty();
        List<String> places = tree.content().select(".index a").eachAttr("href");
        assertThat(places).hasSizeGreaterThan(6);
    }

    @Test
    void bookWithoutTermsOrWithoutAnIndexHasNoEntries() {
        assertThat(index(chapter("one", "1. One", paragraph("x")) + INDEX)).isNull();
        BookTree tree = SampleBook.tree(chapter("one", "1. One", paragraph(term("x"))));
        assertThat(tree.content().select(".index")).isEmpty();
    }

    @Test
    void siteLinksToTheSection() throws Exception {
        new SiteWriter(Theme.builtIn()).write(SampleBook.tree(BOOK), folder);
        Element page = Jsoup.parse(folder.resolve("index-2.html").toFile(), "UTF-8");
        assertThat(page.select(".index-list a.index-ref").eachAttr("href"))
                .contains("one.html#_indexterm_1");
        assertThat(page.select(".index-list a.index-ref").eachAttr("title")).contains("Deep");
    }

    @Test
    void epubWithAnIndexIsValidAndSaysWhereItIs() {
        Path file = folder.resolve("x.epub");
        new EpubWriter(Theme.builtIn()).write(SampleBook.tree(BOOK), file);
        assertThat(EpubComplaints.of(file)).isEmpty();
    }

    @Test
    void printNamesThePages() throws Exception {
        Path file = folder.resolve("x.pdf");
        new PdfWriter(Theme.builtIn()).write(SampleBook.tree(BOOK), file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String text = stripper.getText(pdf).replaceAll("[\\s\u00a0]+", " ");
            assertThat(text)
                    .contains("bandwidth, 1, 1", "all-reduce, 2, see also bandwidth; nowhere");
        }
    }
}
