package lectern.inpage.page;

import org.teavm.jso.JSBody;

/**
 * Stands in the page for functions of {@link Math} and {@link StrictMath} that the compiler's
 * library computes otherwise. Engines differ in their last bits, and one from its next version:
 * what examples of a book like this one feed back is computed here, to the bits of {@link
 * StrictMath}, by {@link Exponentials}, {@link Logarithms} and {@link Sines}. What is left to the
 * engine, pow, hypot, cbrt, sinh, cosh, log1p and the inverse functions, may differ now and then.
 */
public final class Maths {
    private static final int BITS = 52;
    private static final double WHOLE = 0x1.0p52; // from here on all doubles are whole numbers

    private Maths() {}

    /** Stands for {@link Math#ulp(double)}. */
    public static double ulp(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        if (Double.isInfinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        long exponent = Double.doubleToLongBits(value) >>> BITS & 0x7ff;
        if (exponent > BITS) {
            return Double.longBitsToDouble(exponent - BITS << BITS);
        }
        return exponent == 0
                ? Double.MIN_VALUE
                : Double.longBitsToDouble(1L << (int) (exponent - 1));
    }

    /** Stands for {@link Math#rint}: of two equally near whole numbers the even one. */
    public static double rint(double value) {
        double size = Math.abs(value);
        return size < WHOLE ? Math.copySign(size + WHOLE - WHOLE, value) : value;
    }

    /** Stands for {@link Math#round(double)}: of two equally near whole numbers the greater one. */
    public static long round(double value) {
        return (long) upwards(value);
    }

    /** Stands for {@link Math#round(float)}. */
    public static int round(float value) {
        return (int) upwards(value);
    }

    private static double upwards(double value) {
        double below = Math.floor(value);
        return value - below < 0.5 ? below : Math.ceil(value);
    }

    /** Stands for {@link Math#sin}. */
    public static double sin(double x) {
        return Math.abs(x) <= Sines.MOST ? Sines.sine(x) : engineSin(x);
    }

    /** Stands for {@link Math#cos}. */
    public static double cos(double x) {
        return Math.abs(x) <= Sines.MOST ? Sines.cosine(x) : engineCos(x);
    }

    @JSBody(params = "x", script = "return Math.sin(x);")
    private static native double engineSin(double x);

    @JSBody(params = "x", script = "return Math.cos(x);")
    private static native double engineCos(double x);

    /** Stands for {@link Math#exp}. */
    public static double exp(double x) {
        return Exponentials.exp(x);
    }

    /** Stands for {@link Math#log}. */
    public static double log(double x) {
        return Logarithms.log(x);
    }

    /** Stands for {@link Math#tanh}. */
    public static double tanh(double x) {
        return Exponentials.tanh(x);
    }

    /** Stands for {@link Math#sinh}. */
    @JSBody(params = "x", script = "return Math.sinh(x);")
    public static native double sinh(double x);

    /** Stands for {@link Math#cosh}. */
    @JSBody(params = "x", script = "return Math.cosh(x);")
    public static native double cosh(double x);

    /** Stands for {@link Math#expm1}. */
    public static double expm1(double x) {
        return Exponentials.expm1(x);
    }

    /** Stands for {@link Math#log1p}. */
    @JSBody(params = "x", script = "return Math.log1p(x);")
    public static native double log1p(double x);

    /** Stands for {@link Math#log10}. */
    public static double log10(double x) {
        return Logarithms.log10(x);
    }

    /** Stands for {@link Math#cbrt}. */
    @JSBody(params = "x", script = "return Math.cbrt(x);")
    public static native double cbrt(double x);

    /** Stands for {@link Math#hypot}. */
    @JSBody(
            params = {"x", "y"},
            script = "return Math.hypot(x, y);")
    public static native double hypot(double x, double y);

    /** Stands for {@link Math#pow}. */
    @JSBody(
            params = {"x", "y"},
            script = "return Math.pow(x, y);")
    public static native double pow(double x, double y);
}
