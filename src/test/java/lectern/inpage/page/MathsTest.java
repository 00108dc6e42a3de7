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

    @Property(tries = 20000)
    void exponentialsAndLogarithmsAreThoseOfTheStrictLibrary(
            @ForAll double any,
            @ForAll @DoubleRange(min = -760, max = 760) double wide,
            @ForAll @DoubleRange(min = -4, max = 4) double small) {
        grows(any);
        grows(wide);
        grows(small);
        grows(small * 0x1.0p-27);
        grows(1 + small * 0x1.0p-20);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1,
                -1,
                22,
                709.782712893384,
                709.7827128933841,
                -745.1332191019411,
                -745.2,
                -708.5,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN
            })
    void exponentialsAndLogarithmsOfCornersAreThoseOfTheStrictLibrary(double value) {
        grows(value);
    }

    private static void grows(double x) {
        assertThat(bits(Maths.exp(x))).as("exp %s", x).isEqualTo(bits(StrictMath.exp(x)));
        assertThat(bits(Maths.expm1(x))).as("expm1 %s", x).isEqualTo(bits(StrictMath.expm1(x)));
        assertThat(bits(Maths.tanh(x))).as("tanh %s", x).isEqualTo(bits(StrictMath.tanh(x)));
        assertThat(bits(Maths.log(x))).as("log %s", x).isEqualTo(bits(StrictMath.log(x)));
        assertThat(bits(Maths.log10(x))).as("log10 %s", x).isEqualTo(bits(StrictMath.log10(x)));
        assertThat(bits(Maths.log(-x))).as("log %s", -x).isEqualTo(bits(StrictMath.log(-x)));
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
