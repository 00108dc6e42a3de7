package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as readers see them. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 | 0
                    -0.0 | 0
                    0.5 | 0.5
                    0.333333 | 0.3333
                    1234 | 1234
                    1234.56 | 1235
                    9999 | 9999
                    10000 | 10,000
                    123456.7 | 123,500
                    -1234567 | \u22121,234,567
                    -0.25 | \u22120.25
                    0.99999 | 1
                    1e-7 | 0.0000001
                    1e15 | 1,000,000,000,000,000
                    1e22 | 10,000,000,000,000,000,000,000
                    NaN | NaN
                    Infinity | Infinity
                    """)
    void readableHasFourDigitsAndGroups(double value, String printed) {
        assertThat(Numbers.readable(value)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0.98462 | 3 | 0.985
                    15.753 | 4 | 15.75
                    9.999 | 3 | 10.0
                    999.9 | 3 | 1000
                    0.0009999 | 3 | 0.00100
                    0.5 | 3 | 0.500
                    100 | 1 | 100
                    31500 | 3 | 31,500
                    -2.345 | 2 | \u22122.3
                    0 | 3 | 0
                    NaN | 3 | NaN
                    """)
    void significantKeepsItsDigits(double value, int digits, String printed) {
        assertThat(Numbers.significant(value, digits)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.25 | 1 | 1.3
                    -0.04 | 1 | 0.0
                    12345.678 | 2 | 12,345.68
                    2 | 0 | 2
                    """)
    void fixedKeepsItsDecimals(double value, int decimals, String printed) {
        assertThat(Numbers.fixed(value, decimals)).isEqualTo(printed);
    }

    @Property
    void readableIsNearTheValueAndHasNoExponent(
            @ForAll @DoubleRange(min = -1e18, max = 1e18) double value) {
        String printed = Numbers.readable(value);

        assertThat(printed).matches("\u2212?[\\d,]+(\\.\\d+)?");
        double read = parse(printed);
        assertThat(Math.abs(read - value)).isLessThanOrEqualTo(Math.abs(value) * 0.0005 + 1e-300);
    }

    @Property
    void significantHasAsManyDigitsAsAsked(
            @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(12) double value,
            @ForAll @IntRange(min = 1, max = 9) int digits) {
        String shown = Numbers.significant(value, digits).replace(",", "").replace(".", "");

        assertThat(shown.replaceFirst("^0+", "").length()).isGreaterThanOrEqualTo(digits);
    }

    private static double parse(String printed) {
        return new BigDecimal(printed.replace(",", "").replace('\u2212', '-')).doubleValue();
    }
}
