package lectern.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColourScaleTest {

    @Test
    void wordsGetTheSeriesColours() {
        assertThat(scaleOf("\"a\", \"b\"", "")).containsEntry("aesthetic", "color");
        List<?> colours = (List<?>) scaleOf("\"a\", \"b\"", "").get("values");
        assertThat(colours.subList(0, 8)).isEqualTo(Palette.SERIES);
        assertThat(colours).hasSize(32);
    }

    @Test
    void coloursOfTheAuthorStay() {
        assertThat(scaleOf("\"a\"", "{\"aesthetic\":\"color\",\"values\":[\"red\"]}"))
                .containsEntry("values", List.of("red"));
    }

    @Test
    void numbersGetARange() {
        assertThat(scaleOf("1, 2", ""))
                .containsEntry("low", Palette.LOW)
                .containsEntry("high", Palette.HIGH)
                .doesNotContainKey("values");
    }

    @Test
    void legendThatIsTooLongForOneRowGetsMore() {
        String words = "\"a word of forty letters, more or less so\", \"b\", \"c\"";
        assertThat(Spec.map(scaleOf(words, "").get("guide"))).containsEntry("nrow", 3);
        assertThat(scaleOf("\"a\", \"b\", \"c\"", "")).doesNotContainKey("guide");
    }

    @Test
    void plotWithoutColoursGetsNoScale() {
        FigureSpec figure = figure("1", "");
        ColourScale.dress(figure, "fill");
        assertThat(Spec.list(figure.plot(), "scales")).isEmpty();
    }

    private static Map<String, Object> scaleOf(String values, String scale) {
        FigureSpec figure = figure(values, scale);
        ColourScale.dress(figure, "color");
        assertThat(Spec.list(figure.plot(), "scales")).hasSize(1);
        return Spec.map(Spec.list(figure.plot(), "scales").get(0));
    }

    private static FigureSpec figure(String values, String scale) {
        return FigureSpec.parse(
                """
                {"alt": "A.", "width": 640, "height": 400, "plot": {
                  "data": {"k": [%s]}, "mapping": {"color": "k"},
                  "layers": [{"geom": "point"}], "scales": [%s]}}
                """
                        .formatted(values, scale));
    }
}
