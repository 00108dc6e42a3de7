package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static lectern.render.SampleBook.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWriterTest {
    @TempDir Path site;

    private SiteReport write(String content) {
        return write(SampleBook.tree(content));
    }

    private SiteReport write(BookTree tree) {
        return new SiteWriter(Theme.builtIn()).write(tree, site);
    }

    private Document page(String file) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(file), StandardCharsets.UTF_8));
    }

    private TreeMap<String, String> files() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(site)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(path, StandardCharsets.ISO_8859_1);
                files.put(site.relativize(path).toString(), text);
            }
        }
        return files;
    }

    @Test
    void bookWithPartsGetsOnePageEach() throws IOException {
        SiteReport report =
                write(
                        chapter("preface", "Preface", paragraph("Before."))
                                + part("hardware", "Hardware")
                                + chapter("roofline", "1. Rooflines", paragraph("Bounds."))
                                + chapter("memory", "2. Memory", paragraph("Costs."))
                                + chapter("how", "Appendix A: How", paragraph("Made.")));
        assertThat(report.pages()).isEqualTo(6);
        assertThat(report.findings()).isEmpty();
        assertThat(page("roofline.html").title()).isEqualTo("1 Rooflines · Systems");
        assertThat(page("roofline.html").select(".way li").eachText())
                .containsExactly("Contents", "Hardware", "1 Rooflines");
        assertThat(page("how.html").select(".way li").eachText())
                .containsExactly("Contents", "Appendix A: How");
        assertThat(page("roofline.html").select("a[rel=prev]").attr("href"))
                .isEqualTo("hardware.html");
        assertThat(page("roofline.html").select("a[rel=next]").attr("href"))
                .isEqualTo("memory.html");
        assertThat(page("index.html").select(".contents a").eachAttr("href"))
                .containsExactly(
                        "preface.html",
                        "hardware.html",
                        "roofline.html",
                        "memory.html",
                        "how.html");
    }

    @Test
    void partOfAppendicesKeepsThem() throws IOException {
        write(part("about", "About") + chapter("how", "Appendix A: How", paragraph("Made.")));
        assertThat(page("how.html").select(".way li").eachText())
                .containsExactly("Contents", "About", "Appendix A: How");
    }

    @Test
    void referenceAcrossPagesNamesItsTarget() throws IOException {
        write(
                chapter("a", "1. One", paragraph("See <a href=\"#s\">Section 2.1</a>."))
                        + chapter("b", "2. Two", "<div class=sect2><h3 id=s>2.1. Deep</h3></div>"));
        assertThat(page("a.html").select("main p a").outerHtml())
                .isEqualTo("<a href=\"b.html#s\" title=\"2.1 Deep\">Section 2.1</a>");
    }

    @Test
    void referenceToChapterIsItsPage() throws IOException {
        write(
                chapter("a", "1. One", paragraph("See <a href=\"#b\">Chapter 2</a>."))
                        + chapter("b", "2. Two", paragraph("Text.")));
        assertThat(page("a.html").select("main p a").attr("href")).isEqualTo("b.html");
    }

    @Test
    void deadLinkIsReportedAndUnlinked() throws IOException {
        SiteReport report =
                write(chapter("a", "One", paragraph("See <a href=\"#gone\">that</a>.")));
        assertThat(report.findings())
                .extracting(Finding::message)
                .containsExactly("link 'that' points to '#gone', which no element has");
        assertThat(page("a.html").select("main p a").hasAttr("href")).isFalse();
    }

    @Test
    void hostileIdsStayReachable() throws IOException {
        SiteReport report =
                write(
                        chapter("index", "Index", paragraph("<a href=\"#显存\">a</a>"))
                                + chapter("显存", "显存", paragraph("<a href=\"#a b\">b</a>"))
                                + chapter("a b", "Spaced", paragraph("<a href=\"#index\">c</a>")));
        assertThat(report.findings()).isEmpty();
        assertThat(page("index-2.html").select("main p a").attr("href"))
                .isEqualTo("663e-5b58.html");
        assertThat(page("663e-5b58.html").select("main p a").attr("href")).isEqualTo("a-b.html");
        assertThat(page("a-b.html").select("main p a").attr("href")).isEqualTo("index-2.html");
        assertThat(page("a-b.html").select("h1 .permalink").attr("href")).isEqualTo("#a%20b");
        assertThat(page("index.html").select(".cover h1").text()).isEqualTo("Systems");
    }

    @Test
    void doubledIdIsReportedOnce() {
        String twice = "<p id=x>1</p><p id=x>2</p><p id=x>3</p>";
        assertThat(write(chapter("a", "One", twice)).findings())
                .extracting(Finding::message)
                .containsExactly("id 'x' is carried by more than one element");
    }

    @Test
    void footnoteStandsOnThePageOfItsReference() throws IOException {
        String call =
                "text<sup class=\"footnote\">[<a id=\"_footnoteref_1\" class=\"footnote\""
                        + " href=\"#_footnotedef_1\">1</a>]</sup>";
        String note =
                "<div class=\"footnote\" id=\"_footnotedef_1\"><a href=\"#_footnoteref_1\">1</a>."
                        + " After <a href=\"#b\">two</a>.</div>";
        SiteReport report =
                write(
                        SampleBook.tree(
                                chapter("a", "One", paragraph(call)) + chapter("b", "Two", ""),
                                note,
                                Path.of(".")));
        assertThat(report.findings()).isEmpty();
        assertThat(page("a.html").select("#_footnotedef_1").text()).isEqualTo("After two. ↩");
        assertThat(page("a.html").select("#_footnotedef_1 a").attr("href")).isEqualTo("b.html");
        assertThat(page("b.html").select(".footnotes")).isEmpty();
    }

    @Test
    void secondRunWritesNothingAndChangesNothing() throws IOException {
        String content =
                chapter("a", "One", paragraph("A \uE000x\uE001.")) + chapter("b", "Two", "");
        write(content);
        TreeMap<String, String> first = files();
        SiteReport again = write(content);
        assertThat(again.written()).isZero();
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void pageThatNoLongerExistsIsRemoved() {
        write(chapter("a", "One", "") + chapter("b", "Two", ""));
        SiteReport report = write(chapter("a", "One", ""));
        assertThat(report.removed()).isEqualTo(1);
        assertThat(site.resolve("b.html")).doesNotExist();
        assertThat(site.resolve("a.html")).exists();
    }

    @Test
    void pagesAreFreeOfInlineStylesAndForeignAddresses() throws IOException {
        write(chapter("a", "One", paragraph("A \uE000x\uE001 <b style=\"color:red\">b</b>.")));
        String html = Files.readString(site.resolve("a.html"), StandardCharsets.UTF_8);
        assertThat(html).doesNotContain("style=").doesNotContain("http:");
        assertThat(html.replaceAll("<script type=\"application/ld.json\">.*</script>", ""))
                .doesNotContain("//");
        assertThat(Files.readString(site.resolve("assets/inline.css"), StandardCharsets.UTF_8))
                .contains("{color:red}")
                .contains("{vertical-align:-0.25em}");
        assertThat(page("a.html").select("main svg").attr("height")).isEqualTo("1em");
    }

    @Test
    void linksGrowWithTheNumberOfChaptersOnly() {
        int small = write(manyChapters(250)).links();
        int large = write(manyChapters(1000)).links();
        assertThat(large).isBetween(4 * small - 500, 4 * small + 500);
        assertThat(large / 1000).isLessThan(45);
    }

    private static String manyChapters(int count) {
        StringBuilder chapters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            chapters.append(chapter("c" + i, "Chapter " + i, paragraph("Text.")));
        }
        return chapters.toString();
    }

    @Test
    void filesOfOtherWritersStay() {
        SiteFiles files = new SiteFiles(site);
        files.write("search.js", "x");
        new SiteWriter(Theme.builtIn()).write(SampleBook.tree(chapter("a", "One", "")), files);
        assertThat(site.resolve("search.js")).exists();
        assertThat(site.resolve("a.html")).exists();
    }

    @Test
    void missingPictureIsReported() {
        BookTree tree = SampleBook.tree(paragraph("<img src=\"images/gone.png\" alt=\"x\">"));
        assertThat(tree.findings())
                .extracting(Finding::message)
                .isEqualTo(List.of("image 'images/gone.png' does not exist"));
    }

    @Test
    void pictureIsCopied() throws IOException {
        Path base = Files.createDirectories(site.resolveSibling("base-" + site.getFileName()));
        Files.createDirectories(base.resolve("images"));
        Files.write(base.resolve("images/a.png"), new byte[] {1, 2, 3});
        write(
                SampleBook.tree(
                        chapter("a", "One", "<img src=\"images/a.png\" alt=\"x\">"), "", base));
        assertThat(site.resolve("images/a.png")).hasBinaryContent(new byte[] {1, 2, 3});
    }
}
