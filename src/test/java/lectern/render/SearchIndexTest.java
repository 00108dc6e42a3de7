package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
    @TempDir Path site;

    private String documents(String content) throws IOException {
        new SiteWriter(Theme.builtIn()).write(SampleBook.tree(content), site);
        return Files.readString(site.resolve("assets/search-data.js"));
    }

    @Test
    void sectionsAreFoundApartWithTheirBlocksOnLines() throws IOException {
        String section =
                "<div class=sect2><h3 id=s>1.1. Deep</h3>" + paragraph("Two.<br>") + "</div>";
        assertThat(documents(chapter("a", "1. One", paragraph("First.") + section)))
                .isEqualTo(
                        """
                        self.lecternDocuments = [
                        [0,"a.html","","1 One","","First.",""],
                        [1,"a.html","s","1.1 Deep","1 One","Two.",""]
                        ];
                        """);
    }

    @Test
    void codeIsApartAndCalloutsAreGone() throws IOException {
        String listing =
                "<div class=listingblock><div class=content><pre>int a;"
                        + " <i class=conum data-value=1></i></pre></div></div>";
        assertThat(documents(chapter("a", "One", listing)))
                .contains("[0,\"a.html\",\"\",\"One\",\"\",\"\",\"int a;\"]");
    }

    @Test
    void sourceIsFoundByTheTitleThatItNames() throws IOException {
        String list =
                "<div class=\"ulist bibliography\"><ul><li><p><a id=z></a>[z] A. Zhang, <em>Dive"
                        + " In</em>, 2020.</p></li><li><p><a id=y></a>[y] B. Li, \"On <em>x</em>\","
                        + " 2021.</p></li><li><p><a id=x></a><span class=source>Bee, A. (2019). On"
                        + " preprints. <em>Proceedings</em>.</span></p></li></ul></div>";
        assertThat(documents(chapter("bib", "Sources", list)))
                .contains(
                        "[2,\"bib.html\",\"z\",\"Dive In\",\"Sources\",\"[z] A. Zhang, Dive In,"
                                + " 2020.\",\"\"]",
                        "[2,\"bib.html\",\"y\",\"On x\",\"Sources\",",
                        "[2,\"bib.html\",\"x\",\"On preprints\",\"Sources\",");
    }

    @Test
    void termIsFoundWithItsMeaningOnce() throws IOException {
        String list = "<dl><dt><a id=t></a>rank</dt><dd><p>One of many.</p></dd></dl>";
        assertThat(documents(chapter("g", "Words", list)))
                .contains(
                        "[3,\"g.html\",\"t\",\"rank\",\"Words\",\"One of many.\",\"\"]",
                        "[0,\"g.html\",\"\",\"Words\",\"\",\"\",\"\"]");
    }

    @Test
    void longFormulaIsAnEllipsisAndMarkupIsEscaped() throws IOException {
        String long_ = "\uE000" + "x+".repeat(20) + "y\uE001";
        assertThat(
                        documents(
                                chapter(
                                        "a",
                                        "One",
                                        paragraph("a \uE000n\uE001 b " + long_ + " &lt;"))))
                .contains("\"a n b … \\u003c\"");
    }
}
