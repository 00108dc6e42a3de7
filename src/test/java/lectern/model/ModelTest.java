package lectern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records of the domain promise. */
class ModelTest {
    @ParameterizedTest
    @CsvSource({
        "WITHIN, 10.4, 10, 0.05, true",
        "WITHIN, 9.4, 10, 0.05, false",
        "WITHIN, 0.04, 0, 0.05, true",
        "WITHIN, -0.06, 0, 0.05, false",
        "WITHIN, -9.6, -10, 0.05, true",
        "EXACTLY, 10, 10, 0, true",
        "EXACTLY, 10.000000001, 10, 0, false",
        "AT_LEAST, 10, 10, 0, true",
        "AT_LEAST, 9, 10, 0, false",
        "AT_MOST, 10, 10, 0, true",
        "AT_MOST, 11, 10, 0, false",
        "WITHIN, NaN, 10, 1e9, false",
        "AT_MOST, NaN, 10, 0, false",
        "WITHIN, Infinity, 10, 0.1, false"
    })
    void relationHoldsAsItsNameSays(
            Relation relation, double measured, double published, double tolerance, boolean holds) {
        assertThat(relation.holds(measured, published, tolerance)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    key | key | ''
                    key, part 1, p. 2 | key | part 1, p. 2
                    ' key ,' | key | ''
                    """)
    void citationHasAKeyAndAPlace(String citation, String key, String place) {
        Expectation expectation = new Expectation("f", Relation.EXACTLY, 1, 0, citation, "");

        assertThat(expectation.citationKey()).isEqualTo(key);
        assertThat(expectation.citationPlace()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "A", "a_b", "a.b", "-a", "a b", "\u4e2d"})
    void textThatCannotNameACellIsRefused(String text) {
        assertThatThrownBy(() -> new CellId(text)).hasMessage("not a cell id: '" + text + "'");
    }

    @Test
    void placeThatNoEditorCouldJumpToIsRefused() {
        assertThatThrownBy(() -> new Location("", 1, 1))
                .hasMessage("file of a location must not be empty");
        assertThatThrownBy(() -> new Location("f", -1, 1))
                .hasMessage("line -1 must be >= 0 and column 1 must be >= 1");
    }

    @Test
    void textThatIsNoDigestIsRefused() {
        assertThatThrownBy(() -> new Digest("12")).hasMessage("not a SHA-256 digest: '12'");
    }

    @Test
    void placesSortByFileThenLineThenColumn() {
        List<Location> sorted =
                List.of(
                        Location.of("a"),
                        Location.of("a", 2),
                        new Location("a", 2, 3),
                        Location.of("a", 10),
                        Location.of("b", 1));

        assertThat(sorted).isSorted();
        assertThat(Location.of("a")).hasToString("a:1:1");
    }

    @Test
    void findingIsPrintedAsCompilersDoOnOneLineWithItsHintBelow() {
        Diagnostic finding =
                Diagnostic.error(
                        Rule.MISSING_TAG, Location.of("f", 3), "two\n  lines \n", "mend\r\nit");

        assertThat(finding).hasToString("f:3:1: error: two lines [missing-tag]\n  hint: mend it");
    }

    @Test
    void severityDecidesWhetherABuildStops() {
        Diagnostic warning = Diagnostic.warning(Rule.ENGINE, Location.of("f"), "hm");

        assertThat(warning).hasToString("f:1:1: warning: hm [engine]");
        assertThat(Diagnostic.anyError(List.of(warning))).isFalse();
        assertThat(
                        Diagnostic.anyError(
                                Stream.of("x")
                                        .map(
                                                t ->
                                                        Diagnostic.error(
                                                                Rule.ENGINE, Location.of("f"), t))
                                        .toList()))
                .isTrue();
    }

    @Test
    void knobThatKeepsItsValueIsSaidOnlyWhereTheRecordedRunSaysIt() {
        CellOptions options =
                options(
                        List.of("--rate", "0.5", "--early", "--size", "7"),
                        new Knob.Choice("rate", List.of("0.5", "1"), "0.5"),
                        new Knob.Choice("order", List.of("one", "two"), "one"),
                        new Knob.Switch("early", true));

        assertThat(options.fixed()).containsExactly("--size", "7");
        assertThat(options.arguments(Knob::initial))
                .containsExactly("--size", "7", "--rate", "0.5", "--early");
        assertThat(options.arguments(Knob::low)).containsExactly("--size", "7", "--rate", "0.5");
        assertThat(options.arguments(Knob::high))
                .containsExactly("--size", "7", "--rate", "1", "--order", "two", "--early");
    }

    private static CellOptions options(List<String> args, Knob... knobs) {
        CellOptions plain = CellOptions.DEFAULT;
        return new CellOptions(
                args,
                plain.stdin(),
                plain.data(),
                plain.timeout(),
                plain.end(),
                plain.view(),
                plain.noise(),
                plain.setting(),
                List.of(knobs));
    }
}
