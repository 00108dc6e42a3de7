package lectern.inpage.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
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

    @Property(tries = 20000)
    void sinesAreThoseOfTheStrictLibrary(
            @ForAll @DoubleRange(min = -800_000, max = 800_000) double any,
            @ForAll @DoubleRange(min = -10, max = 10) double small,
            @ForAll @IntRange(min = -500_000, max = 500_000) int angles,
            @ForAll @IntRange(min = -3, max = 3) int bits) {
        sines(any);
        sines(small);
        sines(small * 0x1.0p-25);
        double angle = angles * (Math.PI / 2);
        sines(angle + bits * Math.ulp(angle));
        sines(angle * (1 + small * 0x1.0p-20));
        double few = (angles % 32) * (Math.PI / 2);
        sines(few + bits * Math.ulp(few));
        sines(few * (1 + small * 0x1.0p-20));
        sines(few * (1 + small * 0x1.0p-40));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0.0, -0.0, Double.MIN_VALUE, 0x1.0p-27, Math.PI / 4, -Math.PI / 4, Math.PI})
    void sinesOfCornersAreThoseOfTheStrictLibrary(double value) {
        sines(value);
    }

    private static void sines(double x) {
        assertThat(Math.abs(x)).isLessThanOrEqualTo(Sines.MOST);
        assertThat(bits(Maths.sin(x))).as("sin %s", x).isEqualTo(bits(StrictMath.sin(x)));
        assertThat(bits(Maths.cos(x))).as("cos %s", x).isEqualTo(bits(StrictMath.cos(x)));
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
