package lectern.inpage.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in for a function and needs no engine gives the bits of the library's function. */
class MathsTest {
    @Property
    void roundingIsThatOfTheLibrary(@ForAll int halves, @ForAll double any) {
        same(halves / 2.0);
        same(any);
        same(any / 0x1.0p970);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                -0.0,
                0.5,
                -0.5,
                0.49999999999999994,
                -1e-20,
                0x1.0p52,
                -0x1.fffffffffffffp51,
                0x1.fffffffffffffp51,
                1e300,
                -1e300,
                Double.MIN_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN
            })
    void cornersAreThoseOfTheLibrary(double value) {
        same(value);
    }

    private static void same(double value) {
        assertThat(bits(Maths.rint(value))).isEqualTo(bits(Math.rint(value)));
        assertThat(Maths.round(value)).isEqualTo(Math.round(value));
        assertThat(Maths.round((float) value)).isEqualTo(Math.round((float) value));
        assertThat(bits(Maths.ulp(value))).isEqualTo(bits(Math.ulp(value)));
    }

    /** The bits tell 0 from -0 and know one NaN. */
    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }
}
