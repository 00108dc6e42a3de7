package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static lectern.render.SampleBook.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site has beside the pages of the book. */
class SitePagesTest {
    private static final String CELL =
            "<div id=\"ridge-point\" class=\"listingblock cell\"><div class=\"title\">Listing 1."
                    + " Ridge</div><div class=\"content\"><pre>x</pre></div></div>"
                    + "<div class=\"literalblock output of-ridge-point\"><pre>240</pre></div>";
    private static final BookSources SOURCES =
            new BookSources(
                    Map.of("a", "notes/a.adoc"),
                    List.of(
                            new BookSources.ScriptText(
                                    "scripts/hardware/RidgePoint.java",
                                    "Ridge.",
                                    "//SOURCES ../lib/Facts.java\nclass A<B> {}"),
                            new BookSources.ScriptText(
                                    "scripts/lib/Facts.java", "", "class Facts {}")),
                    Map.of(
                            "notes/a.adoc",
                            "2026-03-01",
                            "notes/runs/a/ridge-point.run",
                            "2026-02-01"));
    private static final CellCard CARD =
            new CellCard(
                    "ridge-point",
                    "scripts/hardware/RidgePoint.java",
                    "jbang ridge-point",
                    "",
                    "",
                    "notes/runs/a/ridge-point.run",
                    2,
                    3,
                    "");

    @TempDir Path site;

    private Document page(String file) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(file)));
    }

    private BookTree tree(String head, String content) {
        String html =
                "<html lang=en><head><title>T</title>"
                        + head
                        + "</head><body><div id=header><h1>Systems</h1></div><div id=content>"
                        + content
                        + "</div></body></html>";
        Map<String, CellCard> cards = Map.of("ridge-point", CARD);
        return BookTree.of(
                new ConvertedBook(html, cards, site, site, SOURCES), SampleBook.FORMULAS);
    }

    private SiteReport write(String head, String content) {
        return new SiteWriter(Theme.builtIn()).write(tree(head, content), site);
    }

    private static String meta(String name, String value) {
        return "<meta name=\"lectern-" + name + "\" content=\"" + value + "\">";
    }

    @Test
    void cardShowsTheTargetAndNothingToClick() throws IOException {
        write(
                "",
                chapter("a", "1. One", paragraph("See <a href=\"#s\">it</a>."))
                        + chapter(
                                "b",
                                "2. Two",
                                "<div class=sect2><h3 id=s>2.1. Deep</h3>"
                                        + paragraph("Down <a href=\"#a\">up</a> here.")
                                        + "</div>"));
        assertThat(Files.readString(site.resolve("assets/cards/b.js")))
                .isEqualTo(
                        """
                        lecternCards("b.html", {
                        "s":"\\u003cp class=\\"card-title\\">\\u003cspan class=\\"secnum\\">2.1\\u003c/span> Deep\\u003c/p>\\u003cp>Down \\u003cspan>up\\u003c/span> here.\\u003c/p>"
                        });
                        """);
    }

    @Test
    void listsNameWhatPrintNames() throws IOException {
        write("", chapter("a", "1. One", CELL));
        Document lists = page("lists.html");
        assertThat(lists.select("main h1").text()).isEqualTo("Examples");
        assertThat(lists.select(".list-entries a").attr("href")).isEqualTo("a.html#ridge-point");
        assertThat(lists.select(".list-entries li").text()).isEqualTo("1 Ridge 1 One");
    }

    @Test
    void wholeBookLeadsToPlacesOnItself() throws IOException {
        write(
                "",
                part("p", "Part")
                        + chapter("a", "1. One", paragraph("See <a href=\"#b\">two</a>."))
                        + chapter("b", "2. Two", paragraph("Text.")));
        Document book = page("book.html");
        assertThat(book.select("main p a").attr("href")).isEqualTo("#b");
        assertThat(book.select(".map li a").eachAttr("href"))
                .containsExactly("#top", "#p", "#a", "#b");
        assertThat(page("a.html").select(".nav-more a").eachAttr("href"))
                .containsExactly("book.html");
    }

    @Test
    void exampleLeadsToItsSourceAndSaysWhatItWasHeldTo() throws IOException {
        write(meta("repo-url", "https://example.org/o/r/"), chapter("a", "1. One", CELL));
        Document page = page("a.html");
        assertThat(page.select(".run-source a").eachAttr("href"))
                .containsExactly(
                        "source-ridge-point.html",
                        "https://example.org/o/r/commits/main/scripts/hardware/RidgePoint.java");
        assertThat(page.selectFirst(".output + .run-status").text())
                .isEqualTo("Output recorded 2026-02-01 ✗ meets 2 of 3 published numbers");
        assertThat(page.select(".page-foot").text())
                .isEqualTo("Last changed 2026-03-01 History Edit this page");
        Document source = page("source-ridge-point.html");
        assertThat(source.select("pre").text()).endsWith("class A<B> {}");
        assertThat(source.select(".source-line").text())
                .isEqualTo("scripts/hardware/RidgePoint.java History Uses Facts.java");
        assertThat(source.select(".source-line a").last().attr("href"))
                .isEqualTo("source-facts.html");
    }

    @Test
    void siteWithAnAddressTellsItToMachines() throws IOException {
        write(
                meta("site-url", "https://example.org/book"),
                chapter("a", "1. One", paragraph("First \"words\".")));
        Document page = page("a.html");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://example.org/book/a.html");
        assertThat(page.select("meta[property=og:description]").attr("content"))
                .isEqualTo("First \"words\".");
        assertThat(page.select("script[type$=json]").html())
                .contains("\"@type\":\"Chapter\"", "\"dateModified\":\"2026-03-01\"");
        assertThat(page("index.html").select("script[type$=json]").html())
                .isEqualTo(
                        "{\"@context\":\"https://schema.org\",\"@type\":\"Book\",\"name\":\"Systems\","
                                + "\"description\":\"First \\\"words\\\".\","
                                + "\"inLanguage\":\"en\",\"url\":\"https://example.org/book/\"}");
        assertThat(Files.readString(site.resolve("sitemap.xml")))
                .contains(
                        "<url><loc>https://example.org/book/a.html</loc>"
                                + "<lastmod>2026-03-01</lastmod></url>");
        assertThat(Files.readString(site.resolve("robots.txt")))
                .endsWith("Sitemap: https://example.org/book/sitemap.xml\n");
        assertThat(ImageIO.read(site.resolve("assets/cover.png").toFile()).getWidth())
                .isEqualTo(1200);
    }

    @Test
    void siteWithoutAnAddressHasNoMap() throws IOException {
        write("", chapter("a", "1. One", paragraph("x")));
        assertThat(page("a.html").select("link[rel=canonical], meta[property]")).isEmpty();
        assertThat(site.resolve("sitemap.xml")).doesNotExist();
    }

    @Test
    void landingPageAsksWhatTheChaptersAsk() throws IOException {
        write(
                "",
                chapter("a", "1. One", paragraph("Why so slow? Because."))
                        + chapter("b", "2. Two", paragraph("It is. Is it?")));
        assertThat(page("index.html").select(".contents-question").eachText())
                .containsExactly("Why so slow?");
    }

    @Test
    void everyBlockWithAnIdHasALinkToItself() throws IOException {
        write(
                "",
                chapter(
                        "a",
                        "1. One",
                        "<div class=stemblock id=f></div><table id=t class=tableblock><tr><td>x</table>"
                                + "<dl><dt><a id=w></a>word</dt><dd>x</dd></dl>"
                                + "<div class=paragraph id=p><p>x</p></div>"));
        assertThat(page("a.html").select(".permalink").eachAttr("href"))
                .containsExactlyInAnyOrder("#a", "#f", "#t", "#w", "#p");
    }

    @Test
    void heavyPageIsTold() {
        assertThat(write(meta("site-budget", "5"), chapter("a", "One", "x")).findings())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .matches("the page a.html weighs [\\d.]+ KB compressed, the budget is 5 KB");
    }

    @Test
    void themeKeepsItsBudgets() {
        SiteSizes sizes = write("", chapter("a", "One", "x")).sizes();
        assertThat(sizes.scripts()).isBetween(8_000, 60_000);
        assertThat(sizes.blocking()).isBetween(100, 1_000);
        assertThat(sizes.search()).isPositive();
        assertThat(sizes.heaviest()).isEqualTo("a.html");
    }

    @Test
    void singleFileNeedsNoOther() throws IOException {
        Path file = site.resolveSibling(site.getFileName() + ".html");
        String book = chapter("a", "1. One", paragraph("A <b style=\"color:red\">b</b>."));
        long bytes = new SinglePageWriter(Theme.builtIn()).write(tree("", book), file);
        Document page = Jsoup.parse(Files.readString(file));
        assertThat(Files.size(file)).isEqualTo(bytes);
        assertThat(page.select("script, link[rel=stylesheet], [style]")).isEmpty();
        assertThat(page.select("style").html())
                .contains("{color:red}", "url(data:font/woff2;base64,")
                .doesNotContain("url(\"fonts");
        assertThat(page.select("meta[http-equiv]").attr("content"))
                .contains("default-src 'none'; style-src 'sha256-");
    }
}
