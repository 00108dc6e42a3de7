package lectern.render;

import static lectern.render.SampleBook.chapter;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideNotesTest {
    @TempDir Path site;

    private Document page(String body, String notes) throws IOException {
        BookTree tree = SampleBook.tree(chapter("a", "One", body), notes, site);
        new SiteWriter(Theme.builtIn()).write(tree, site);
        return Jsoup.parse(Files.readString(site.resolve("a.html")));
    }

    private static String call(int number) {
        return "<sup class=\"footnote\">[<a id=\"_footnoteref_"
                + number
                + "\" class=\"footnote\" href=\"#_footnotedef_"
                + number
                + "\">"
                + number
                + "</a>]</sup>";
    }

    private static String note(int number, String text) {
        return "<div class=\"footnote\" id=\"_footnotedef_"
                + number
                + "\"><a href=\"#_footnoteref_"
                + number
                + "\">"
                + number
                + "</a>. "
                + text
                + "</div>";
    }

    @Test
    void footnoteStandsAfterItsFirstCall() throws IOException {
        Document page =
                page(
                        "<p>See" + call(1) + " and" + call(1) + ".</p>",
                        note(1, "A <em>small</em> thing."));
        assertThat(page.select("main p > .sidenote")).hasSize(1);
        assertThat(page.selectFirst("sup + .sidenote").text()).isEqualTo("1A small thing.");
        assertThat(page.select("section.footnotes").hasClass("beside")).isTrue();
        assertThat(page.select("html").hasClass("has-margin")).isTrue();
    }

    @Test
    void footnoteOfATableStaysAtTheEnd() throws IOException {
        Document page =
                page(
                        "<table><tr><td>x" + call(1) + "</td></tr></table><p>y" + call(2) + "</p>",
                        note(1, "In a table.") + note(2, "In a line."));
        assertThat(page.select(".sidenote").eachText()).containsExactly("2In a line.");
        assertThat(page.select("section.footnotes").hasClass("beside")).isFalse();
        assertThat(page.select("li.has-side").eachAttr("id")).containsExactly("_footnotedef_2");
    }

    @Test
    void renderingIsToldFromTheOriginal() throws IOException {
        Document page =
                page(
                        "<div class=\"annotation zh\">原文</div>"
                                + "<div class=\"annotation en\">Rendered</div>"
                                + "<p>x</p><div class=\"annotation en\">Original</div>",
                        "");
        assertThat(page.select(".annotation.note")).hasSize(3);
        assertThat(page.select(".translated").eachText()).containsExactly("原文");
        assertThat(page.select(".rendering").eachText()).containsExactly("Rendered");
    }
}
