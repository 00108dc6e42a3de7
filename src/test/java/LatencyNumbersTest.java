import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The clock hidden in a table of times. */
class LatencyNumbersTest {
    @Property
    void clockIsFoundWhateverItIs(@ForAll @DoubleRange(min = 1, max = 5) double ghz) {
        var rows =
                List.of(
                        LatencyNumbers.Row.cycles("a", Math.rint(42 / ghz), 0.5, 42),
                        LatencyNumbers.Row.cycles("b", Math.rint(75 / ghz), 0.5, 75));
        var clock = LatencyNumbers.clock(rows);

        assertThat(ghz).isBetween(clock[0] - 1e-9, clock[1] + 1e-9);
    }

    @Example
    void rowsThatNoClockExplainsLeaveAnEmptyInterval() {
        var rows =
                List.of(
                        LatencyNumbers.Row.cycles("a", 10, 0.5, 20),
                        LatencyNumbers.Row.cycles("b", 10, 0.5, 40));
        var clock = LatencyNumbers.clock(rows);

        assertThat(clock[0]).isGreaterThan(clock[1]);
    }

    @Example
    void humanScalePicksTheLargestUnitThatFits() {
        assertThat(LatencyNumbers.human(1.5)).isEqualTo("1.5 s");
        assertThat(LatencyNumbers.human(60)).isEqualTo("1.0 min");
        assertThat(LatencyNumbers.human(7200)).isEqualTo("2.0 h");
        assertThat(LatencyNumbers.human(10e6)).isEqualTo("115.7 days");
        assertThat(LatencyNumbers.human(150e6)).isEqualTo("4.8 years");
    }

    @Example
    void rowsAreSortedByTime() {
        assertThat(LatencyNumbers.ROWS).hasSize(25).extracting(LatencyNumbers.Row::ns).isSorted();
    }
}
