package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.math.MathCache;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTreeTest {

    @Test
    void titlePageIsRead() {
        assertThat(SampleBook.tree("").meta())
                .isEqualTo(
                        new BookMeta(
                                "Systems",
                                java.util.List.of("Ada Writer"),
                                "version 0.1",
                                "What bounds what.",
                                "en"));
    }

    @Test
    void formulaThatDoesNotParseIsReportedAndShown() {
        BookTree tree = SampleBook.tree("<p>A \uE000\\broken x\uE001.</p>");
        assertThat(tree.findings())
                .extracting(Finding::message)
                .containsExactly("formula '\\broken x' does not parse: unknown command \\broken");
        assertThat(tree.content().text()).isEqualTo("A \\broken x.");
    }

    @Test
    void valueOfCellThatIsNotShownIsReported() {
        BookTree tree = SampleBook.tree("<p><span class=\"val of-gone\">3</span></p>");
        assertThat(tree.findings())
                .extracting(Finding::message)
                .containsExactly("a value refers to example 'gone', which is not shown");
    }

    @Test
    void pictureOutsideTheBookIsRefused() {
        BookTree tree = SampleBook.tree("<img src=\"../secret.svg\" alt=\"x\">");
        assertThat(tree.findings())
                .extracting(Finding::message)
                .containsExactly("image '../secret.svg' lies outside the book's folder");
    }

    @Test
    void pictureFromTheNetworkIsReported() {
        BookTree tree = SampleBook.tree("<img src=\"https://example.org/a.png\" alt=\"x\">");
        assertThat(tree.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "image 'https://example.org/a.png' would be fetched from the network");
    }

    @Test
    void formulasComeFromTheMathPipeline(@TempDir Path cache) {
        Formulas formulas = Formulas.drawnBy(new MathCache(cache, () -> {}));
        assertThat(formulas.svg("x^2", false)).startsWith("<svg").contains("currentColor");
        assertThatThrownBy(() -> formulas.svg("\\frac{1", true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void vectorPictureIsInlinedWithIdsOfItsOwn(@TempDir Path base) throws IOException {
        Files.writeString(
                base.resolve("a.svg"),
                """
                <?xml version="1.0"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="20px" height="10px">
                <defs><clipPath id="a"/><clipPath id="ab"/></defs>
                <style>#ab{fill:red}</style>
                <g clip-path="url(#a)"><use href="#ab"/></g><script>x()</script></svg>
                """,
                StandardCharsets.UTF_8);
        String image = "<img src=\"a.svg\" alt=\"A &quot;line&quot;\">";
        BookTree tree = SampleBook.tree(image + image, "", base);
        Element second = tree.content().select("svg").get(1);
        assertThat(tree.findings()).isEmpty();
        assertThat(second.attr("viewBox")).isEqualTo("0 0 20 10");
        assertThat(second.attr("aria-label")).isEqualTo("A \"line\"");
        assertThat(second.select("[id]").eachAttr("id")).containsExactly("p2-a", "p2-ab");
        assertThat(second.select("g").attr("clip-path")).isEqualTo("url(#p2-a)");
        assertThat(second.select("use").attr("href")).isEqualTo("#p2-ab");
        assertThat(second.select("style").outerHtml()).contains("#p2-ab{fill:red}");
        assertThat(second.select("script")).isEmpty();
    }

    @Test
    void fileThatIsNoPictureIsReported(@TempDir Path base) throws IOException {
        Files.writeString(base.resolve("a.svg"), "<html></html>", StandardCharsets.UTF_8);
        assertThat(SampleBook.tree("<img src=\"a.svg\" alt=\"x\">", "", base).findings())
                .extracting(Finding::message)
                .containsExactly("image 'a.svg' is not a picture");
    }
}
