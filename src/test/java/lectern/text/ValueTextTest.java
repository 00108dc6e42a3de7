package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import lectern.model.Fact;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts in prose, with their units. */
class ValueTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    900 | GB/s | '' | 900_GB/s
                    900 | GB/s | bare | 900
                    900 | GB/s | unit=TB/s | 0.9_TB/s
                    900 | GB/s | unit=TB/s;digits=3 | 0.900_TB/s
                    0.1234 | '' | unit=%;decimals=1 | 12.3_%
                    0.1234 | 1 | unit=% | 12.34_%
                    1.5 | x | '' | 1.5\u00d7
                    2 | GiB | unit=B | 2,147,483,648_B
                    0.25 | ms | unit=\u00b5s | 250_\u00b5s
                    0.25 | s | unit=us | 250,000_us
                    3 | tokens | unit=tokens | 3_tokens
                    15.75 | GB/s | decimals=0 | 16_GB/s
                    """)
    void ofPrintsAsAsked(double value, String unit, String options, String printed) {
        assertThat(ValueText.of(new Fact("f", value, unit), words(options)))
                .isEqualTo(printed.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    unit=s | cannot convert 'GB/s' to 's'
                    unit=Gbit | cannot convert 'GB/s' to 'Gbit'
                    unit= | cannot convert 'GB/s' to ''
                    unit | 'unit' needs one: unit=GB/s
                    digits=0 | 'digits=0' needs a whole number of at least 1
                    digits | 'digits' needs a whole number of at least 1
                    digits=100 | 'digits=100' needs a whole number of at least 1
                    decimals=x | 'decimals=x' needs a whole number of at least 0
                    digit=3 | unknown option 'digit=3'; did you mean 'digits'?
                    colour=red | unknown option 'colour=red'; known: bare, decimals, digits, unit
                    """)
    void ofRefusesWhatCannotBePrinted(String option, String message) {
        assertThatThrownBy(() -> ValueText.of(new Fact("f", 900, "GB/s"), List.of(option)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Property
    void factorsOfUnitsAreInverse(@ForAll("units") String from, @ForAll("units") String to) {
        assertThat(Units.factor(from, to).isPresent())
                .isEqualTo(Units.factor(to, from).isPresent());
        Units.factor(from, to)
                .ifPresent(
                        factor ->
                                assertThat(factor * Units.factor(to, from).orElseThrow())
                                        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12)));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> units() {
        return net.jqwik.api.Arbitraries.of(
                "B", "kB", "MB", "GB", "KiB", "GiB", "B/s", "GB/s", "Gbit/s", "s", "ms", "ns", "us",
                "W", "TFLOP/s", "FLOP", "", "x", "tokens");
    }

    private static List<String> words(String options) {
        return Arrays.stream(options.split(";")).filter(word -> !word.isEmpty()).toList();
    }
}
