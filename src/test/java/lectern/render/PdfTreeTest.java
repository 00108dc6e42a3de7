package lectern.render;

import static lectern.render.SampleBook.chapter;
import static org.assertj.core.api.Assertions.assertThat;

import lectern.pdf.Elsewhere;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PdfTreeTest {

    private static Document printed(String body) {
        BookTree tree = SampleBook.tree(chapter("a", "1. One", body));
        return SampleBook.printed(tree);
    }

    private static String listing(String code) {
        return "<div class=\"listingblock\"><div class=\"content\"><pre>"
                + code
                + "</pre></div></div>";
    }

    @Test
    void shortCodeIsKeptTogether() {
        assertThat(printed(listing("a\nb")).select(".listingblock").attr("class"))
                .isEqualTo("listingblock keep");
        assertThat(printed(listing("a\n".repeat(40))).select(".listingblock").attr("class"))
                .isEqualTo("listingblock");
    }

    @Test
    void codeWithLongLinesGetsTheMargin() {
        assertThat(printed(listing("x".repeat(81))).select(".listingblock").attr("class"))
                .isEqualTo("listingblock keep wide");
    }

    @Test
    void sourceCardBecomesTable() {
        String card =
                "<div class=\"openblock source-card\"><div class=\"content\"><dl><dt>Read</dt>"
                        + "<dd><p>Austin</p></dd><dt>When</dt></dl></div></div>";
        assertThat(printed(card).select("table.card tr").eachText())
                .containsExactly("Read Austin", "When");
    }

    @Test
    void foldIsOpenInPrint() {
        Document document = printed("<details><summary>Answer</summary><p>42</p></details>");
        assertThat(document.select("details")).isEmpty();
        assertThat(document.select("div.fold").text()).isEqualTo("Answer 42");
    }

    @Test
    void foldsOfCellsAreOpenInPrintWithoutTheirLine() {
        Document document =
                printed(
                        "<div class=\"listingblock fold-code\"><div class=\"content\"><pre>x</pre>"
                                + "</div></div><details class=\"output-fold\"><summary>Output"
                                + "</summary><p>42</p></details>");
        assertThat(document.select("details, summary, .fold")).isEmpty();
        assertThat(document.select("pre, .output-fold p").eachText()).containsExactly("x", "42");
    }

    @Test
    void htmlOfARunIsLeftToScreens() {
        Document document =
                printed(
                        "<div class=\"literalblock output of-x\"><div class=\"content\"><pre>a map"
                                + "</pre></div></div>"
                                + "<div class=\"woven-html\" data-html=\"PHA+bWFwPC9wPg==\"></div>");
        assertThat(document.select(".woven-html")).isEmpty();
        assertThat(document.select(".woven-print").text()).isEqualTo("a map");
    }

    @Test
    void longInlineCodeMayBreakAfterDots() {
        assertThat(
                        printed("<p><code>com.example.internal.Name</code></p>")
                                .select("code")
                                .first()
                                .wholeText())
                .isEqualTo("com.\u200bexample.\u200binternal.\u200bName");
    }

    @Test
    void repeatedFootnoteLeadsToTheFirst() {
        String call =
                "<sup class=\"footnote\"><a class=\"footnote\" href=\"#_footnotedef_1\">1</a></sup>";
        String note =
                "<div class=\"footnote\" id=\"_footnotedef_1\"><a href=\"#_footnoteref_1\">1</a>. Once.</div>";
        BookTree tree =
                SampleBook.tree(
                        chapter("a", "One", "<p>x" + call + " y" + call + "</p>"),
                        note,
                        java.nio.file.Path.of("."));
        Document document = SampleBook.printed(tree);
        assertThat(document.select(".fn").eachText()).containsExactly("Once.");
        assertThat(document.select("sup > a").attr("href")).isEqualTo("#_footnotedef_1");
    }

    @Test
    void everyHeadingIsABookmark() {
        String body = "<div class=\"sect2\"><h3 id=\"s\">1.1. Deep</h3></div>";
        assertThat(printed(body).select("bookmark").eachAttr("name"))
                .containsExactly("1 One", "1.1 Deep");
    }

    @Test
    void linkToAnotherPartHasAnAddressOfItsOwn() {
        BookTree tree =
                SampleBook.tree(
                        chapter("a", "One", "<p><a href=\"#b\">2</a> <a href=\"#a\">1</a></p>")
                                + chapter("b", "Two", "<p>x</p>"));
        assertThat(SampleBook.printed(tree).select("p a").eachAttr("href"))
                .containsExactly(Elsewhere.address(0), "#a");
    }
}
