package lectern.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class FigureRendererTest {

    private final FigureRenderer renderer = new FigureRenderer();

    @ParameterizedTest
    @ValueSource(strings = {"lines", "bars", "gantt"})
    void figureIsXmlInInkAndTheSameEachTime(String name) throws Exception {
        String svg = renderer.render(spec(name));
        assertThat(renderer.render(spec(name))).isEqualTo(svg);
        var root =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getDocumentElement();
        assertThat(root.getAttribute("viewBox")).startsWith("0 0 640 ");
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-label")).isNotBlank();
        assertThat(svg)
                .contains("stroke=\"currentColor\" stroke-opacity=\"0.15\"")
                .contains("<style>:root{color:#1f2328}")
                .doesNotContain("rgb(", "Lucida", "jfx", Palette.INK, Palette.GRID, "http://j")
                .doesNotContainPattern("\\d\\.\\d{3}");
    }

    @Test
    void seriesHaveTheColoursOfTheBook() throws Exception {
        assertThat(renderer.render(spec("lines")))
                .contains(Palette.SERIES.get(0), Palette.SERIES.get(1))
                .contains(">PCIe x16</text>", ">NVLink</text>", ">1,000</text>", ">H100</text>");
    }

    @Test
    void seriesOfALayerWithDataOfItsOwnHaveTheColoursOfTheBook() {
        assertThat(
                        renderer.render(
                                """
                                {"alt": "A line.", "width": 300, "height": 200, "plot": {
                                  "mapping": {"x": "x", "y": "x", "color": "kind"},
                                  "layers": [{"geom": "point",
                                    "data": {"x": [1, 2], "kind": ["a", "b"]}}]}}
                                """))
                .contains(Palette.SERIES.get(0), Palette.SERIES.get(1));
    }

    @Test
    void longLegendTakesMoreRows() throws Exception {
        assertThat(renderer.render(spec("many")))
                .contains(">memory-bound matmul, bf16</text>", ">point to point over PCIe</text>");
    }

    @Test
    void numbersAreColouredFromLowToHigh() throws Exception {
        assertThat(renderer.render(spec("numbers"))).contains(Palette.LOW, Palette.HIGH);
    }

    @Test
    void coloursOfTheAuthorStay() throws Exception {
        assertThat(renderer.render(spec("gantt"))).contains("fill=\"#ffffff\"", ">B3 前</text>");
    }

    @Test
    void inPageItHasNoColoursOfItsOwnAndIdsOfItsOwn() throws Exception {
        String svg = renderer.render(spec("lines"));
        assertThat(svg).contains("id=\"cclip-2\"", "url(#cclip-2)");
        assertThat(SvgInline.inline(svg, "ladder-"))
                .contains("id=\"ladder-cclip-2\"", "url(#ladder-cclip-2)", "fill=\"#")
                .doesNotContain("<style", "\"cclip", "#cclip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"plot": {}} | the figure has no 'alt': say in a sentence what one sees
                    {"alt": "A.", "width": 1, "height": 1} | the figure has no 'plot' with 'layers'
                    {"alt": "A.", "plot": {"layers": []}, "width": 0} | 'width' is 0.0 but must be a number from 1 to 4000
                    {"alt": "A.", "plot": {"layers": []}, "width": 9} | 'height' is null but must be a number from 1 to 4000
                    {"alt": "A.", "width": 9, "height": 9, "plot": {"layers": [{"geom": "pie-ish"}]}} | the plot cannot be drawn: Unknown geom name: 'pie-ish'
                    """)
    void wrongSpecificationIsExplained(String json, String message) {
        assertThatExceptionOfType(FigureException.class)
                .isThrownBy(() -> renderer.render(json))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0, -1"})
    void plotThatShowsNoDataIsRefused(String x) {
        String json =
                """
                {"alt": "A.", "width": 300, "height": 200, "plot": {
                  "data": {"x": [%1$s], "y": [%1$s]}, "mapping": {"x": "x", "y": "y"},
                  "layers": [{"geom": "line"}, {"geom": "point"}],
                  "scales": [{"aesthetic": "x", "trans": "log10"}]}}
                """
                        .formatted(x);
        assertThatExceptionOfType(FigureException.class)
                .isThrownBy(() -> renderer.render(json))
                .withMessage("the plot draws nothing: no data, or none that its scales can show");
    }

    @Test
    void brokenJsonIsExplained() {
        assertThatExceptionOfType(FigureException.class)
                .isThrownBy(() -> renderer.render("{\"alt\": "))
                .withMessageStartingWith("the figure is no JSON object: ");
    }

    private static String spec(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/figures", name + ".json"));
    }
}
