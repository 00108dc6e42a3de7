package lectern.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {
    private static final Pattern PATH = Pattern.compile(" d=\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"x", "\\frac{a+b}{\\sqrt{c}}", "\\sum_{i=0}^{n} i^2", "\\mathbb{R}"})
    void outlinesOfAFormulaAreWrittenAsTheyWereRead(String latex) {
        String svg = new MathRenderer().render(latex, true).svg();
        List<String> outlines =
                PATH.matcher(svg).results().map((MatchResult m) -> m.group(1)).toList();
        assertThat(outlines).isNotEmpty();
        assertThat(outlines.stream().map(d -> PathData.of(Outline.of(d))).toList())
                .isEqualTo(outlines);
    }

    @Test
    void secondPieceStartsWhereTheFirstWasClosed() {
        Shape ring = new Area(new Rectangle2D.Double(10, 20, 300, 200));
        ((Area) ring).subtract(new Area(new Ellipse2D.Double(50, 60, 100, 80)));
        String data = PathData.of(ring);
        assertThat(data).contains("z").contains("c");
        assertThat(Outline.of(data).getBounds2D()).isEqualTo(ring.getBounds2D());
        assertThat(PathData.of(Outline.of(data))).isEqualTo(data);
    }

    @Test
    void dataOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> Outline.of("m0 0A1 1 0 0 0 9 9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no outline of a formula: m0 0A1 1 0 0 0 9 9");
    }
}
