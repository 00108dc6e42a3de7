import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind: the record, and one line for each expectation. */
class FactsTest {
    @TempDir private Path directory;

    @Test
    void closeWritesOneRecordForEachFactAndExpectation() throws IOException {
        var facts = new Facts(directory);
        facts.value("ratio", 9.5, "");
        facts.value("rate", 1.0 / 3, "GB/s");
        facts.within("ratio", 10, 0.05, "someone2020, table 1", "a round number");

        facts.close();

        assertThat(Files.readString(directory.resolve("facts.tsv")))
                .isEqualTo(
                        """
                        fact\tratio\t9.5\t
                        fact\trate\t0.3333333333333333\tGB/s
                        expect\tratio\twithin\t10\t0.05\tsomeone2020, table 1\ta round number
                        """);
    }

    @Test
    void expectationWithinItsToleranceSaysOk() {
        var facts = new Facts(directory);
        facts.value("ratio", 9.5, "");
        facts.within("ratio", 10, 0.06, "someone2020", "a round number");

        assertThat(facts.close()).isEqualTo("ok: ratio 9.5, published 10, off by 5.0%\n");
    }

    @Test
    void expectationOutsideItsToleranceSaysFail() {
        var facts = new Facts(directory);
        facts.value("ratio", 9.4, "");
        facts.within("ratio", 10, 0.05, "someone2020", "a round number");

        assertThat(facts.close()).isEqualTo("FAIL ratio 9.4, published 10, off by 6.0%\n");
    }

    @Test
    void toleranceIsAbsoluteWhenThePublishedNumberIsZero() {
        var facts = new Facts(directory);
        facts.value("error", 1e-3, "");
        facts.within("error", 0, 1e-2, "someone2020", "small");
        facts.within("error", 0, 1e-4, "someone2020", "small");

        assertThat(facts.close()).startsWith("ok: error").contains("\nFAIL error");
    }

    @Test
    void boundsAreInclusive() {
        var facts = new Facts(directory);
        facts.value("n", 14, "");
        facts.atLeast("n", 14, "someone2020", "bound");
        facts.atMost("n", 14, "someone2020", "bound");
        facts.exactly("n", 14, "someone2020", "count");
        facts.exactly("n", 15, "someone2020", "count");

        assertThat(facts.close())
                .isEqualTo(
                        """
                        ok: n 14, published at least 14
                        ok: n 14, published at most 14
                        ok: n 14, published 14, exactly
                        FAIL n 14, published 15, exactly
                        """);
    }

    @Test
    void factGivenTwiceIsRefused() {
        var facts = new Facts(directory);
        facts.value("n", 1, "");

        assertThatThrownBy(() -> facts.value("n", 2, "")).hasMessage("fact 'n' is given twice");
    }

    @Test
    void expectationOnAnUnknownFactIsRefused() {
        assertThatThrownBy(() -> new Facts(directory).exactly("n", 1, "someone2020", "count"))
                .hasMessage("no fact 'n' to hold against a published number");
    }

    @Test
    void tabInARecordIsRefused() {
        assertThatThrownBy(() -> new Facts(directory).value("n", 1, "a\tb"))
                .hasMessage("'a\tb' may hold neither tab nor line feed");
    }

    @Test
    void numberHasNoExponentInTheUsualRange() {
        assertThat(Facts.number(0)).isEqualTo("0");
        assertThat(Facts.number(-0.001)).isEqualTo("-0.001");
        assertThat(Facts.number(1e9)).isEqualTo("1000000000");
        assertThat(Facts.number(1e300)).isEqualTo("1E+300");
    }

    @Test
    void numberThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Facts.number(Double.NaN))
                .isInstanceOf(NumberFormatException.class);
    }

    @Property
    void numberReadsBackAsTheSameDouble(@ForAll double value) {
        assertThat(Double.parseDouble(Facts.number(value))).isEqualTo(value + 0.0);
    }

    @Property
    void numberOfFewDigitsStaysShort(@ForAll @DoubleRange(min = 0.01, max = 100) double value) {
        double rounded = Math.round(value * 100) / 100.0;

        assertThat(Facts.number(rounded)).hasSizeLessThanOrEqualTo(6);
    }
}
