package lectern.inpage.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page formats as the Java library does. */
class FormatTest {

    private static void same(String pattern, Object... args) {
        assertThat(Format.of(pattern, args))
                .as(pattern)
                .isEqualTo(String.format(Locale.ROOT, pattern, args));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%f", "%.0f", "%.3f", "%,.2f", "%012.4f", "%e", "%.2e", "%g", "%.2g"})
    void numbersOfAllSizes(String pattern) {
        double[] numbers = {
            0,
            0.5,
            1.5,
            2.5,
            0.05,
            0.25,
            0.95,
            9.5,
            99.5,
            999.9995,
            1e-5,
            0.00012345,
            1e-4,
            12345.678,
            1e7,
            1.0E10,
            123456789012.5,
            4.35,
            1.005,
            2.675,
            1 / 3.0,
            Double.MAX_VALUE,
            1e21,
            3e-300
        };
        for (double number : numbers) {
            same(pattern, number);
            same(pattern, -number);
        }
    }

    @Test
    void everyOtherConversion() {
        same("%d|%5d|%-5d|%05d|%+d|% d|%,d", 7, 7, 7, -7, 7, 7, 1234567);
        same("%,d %d %d", -1234567890123L, new BigInteger("123456789012345678901"), (byte) -3);
        same("%s|%10s|%-10s|%.2s|%S", "word", "word", "word", "word", "word");
        same("%b %b %B %c %c %%%n", true, null, "x", 'c', 0x1F600);
        same("%x %X %08x %o %x %x", 255, 255, 255, 8, -1, -1L);
        same("%2$s %1$s %<s %s", "a", "b");
        same("%.3f %.1e %f", new BigDecimal("2.0005"), new BigDecimal("12345"), 1.5f);
        same("%5.1f|%-8.2f|%+.1f|%08.3f", Double.NaN, Double.POSITIVE_INFINITY, -0.0, -1.5);
        same("no directive");
        same("%d %s", null, null);
    }

    @Property
    void anyNumber(@ForAll("numbers") double number, @ForAll @IntRange(max = 8) int precision) {
        same("%." + precision + "f", number);
        same("%." + precision + "e", number);
        same("%." + precision + "g", number);
        same("%,12." + precision + "f", number);
    }

    /** Decimals of few digits, as programs print them, and others. */
    @Provide
    Arbitrary<Double> numbers() {
        Arbitrary<Double> few =
                Arbitraries.integers()
                        .between(-999999, 999999)
                        .flatMap(
                                whole ->
                                        Arbitraries.integers()
                                                .between(-9, 9)
                                                .map(e -> Double.parseDouble(whole + "e" + e)));
        return Arbitraries.oneOf(few, Arbitraries.doubles().between(-1e12, 1e12));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Format.of("%a", 1.0)).hasMessage("the page cannot format %a");
        assertThatThrownBy(() -> Format.of("%d", 1.0)).hasMessage("d != java.lang.Double");
        assertThatThrownBy(() -> Format.of("%s %s", 1)).hasMessage("Format specifier '%s'");
    }

    @Property
    void unitInTheLastPlace(@ForAll double number) {
        assertThat(Maths.ulp(number)).isEqualTo(Math.ulp(number));
    }
}
