import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The figure as data. */
class PlotTest {
    @Test
    void jsonHasDataMappingLayersAndScalesInTheOrderGiven() {
        var plot =
                Plot.of("A line.")
                        .height(300)
                        .axis("x", "ranks")
                        .logAxis("y", "time [s]")
                        .columns("n", "t")
                        .row(2, 0.5)
                        .row(4, null)
                        .map("x", "n")
                        .map("y", "t")
                        .layer("line")
                        .layer("point")
                        .set("size", 4);

        assertThat(plot.json())
                .isEqualTo(
                        """
                        {"alt":"A line.","width":640,"height":300,"plot":{"kind":"plot",\
                        "data":{"n":[2,4],"t":[0.5,null]},"mapping":{"x":"n","y":"t"},\
                        "layers":[{"geom":"line"},{"geom":"point","size":4}],\
                        "scales":[{"aesthetic":"x","name":"ranks"},\
                        {"aesthetic":"y","name":"time [s]","trans":"log10"}]}}
                        """);
    }

    @Test
    void columnsAndMapAfterALayerBelongToThatLayer() {
        var json =
                Plot.of("")
                        .layer("text")
                        .columns("x")
                        .row("a")
                        .map("label", "x")
                        .layer("bar")
                        .json();

        assertThat(json)
                .contains(
                        "{\"geom\":\"text\",\"data\":{\"x\":[\"a\"]},"
                                + "\"mapping\":{\"label\":\"x\"}},{\"geom\":\"bar\"}");
    }

    @Test
    void ticksAndLimitsBelongToTheScaleNamedLast() {
        var json =
                Plot.of("")
                        .axis("x", "a")
                        .axis("y", "b")
                        .ticks(List.of(1, 10), List.of("one", "ten"))
                        .limits(0.5, 20)
                        .json();

        assertThat(json)
                .contains("{\"aesthetic\":\"x\",\"name\":\"a\"},")
                .contains("\"breaks\":[1,10],\"labels\":[\"one\",\"ten\"],\"limits\":[0.5,20]}");
    }

    @Test
    void quotesBackslashesAndControlCharactersAreEscaped() {
        assertThat(Plot.of("\"\\\n\t\u007f 互连").json())
                .startsWith("{\"alt\":\"\\u0022\\u005c\\u000a\\u0009\\u007f 互连\"");
    }

    @Test
    void rowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> Plot.of("").columns("a", "b").row(1))
                .hasMessage("row has 1 cells, want 2");
    }
}
