package lectern.inpage.page;

/**
 * Logarithms to the bits of {@link StrictMath}, which follows fdlibm (Sun Microsystems, 1993): the
 * power of two is taken off, and the rest goes through the polynomials of fdlibm, whose
 * coefficients these are.
 */
final class Logarithms {
    private static final double LN2 = 0x1.62e42feep-1;
    private static final double AFTER_LN2 = 0x1.a39ef35793c76p-33;
    private static final double PER_LN10 = 0x1.bcb7b1526e50ep-2;
    private static final double LOG_2 = 0x1.34413509f6p-2;
    private static final double AFTER_LOG_2 = 0x1.9fef311f12b36p-42;

    private static final double L1 = 0x1.5555555555593p-1;
    private static final double L2 = 0x1.999999997fa04p-2;
    private static final double L3 = 0x1.2492494229359p-2;
    private static final double L4 = 0x1.c71c51d8e78afp-3;
    private static final double L5 = 0x1.7466496cb03dep-3;
    private static final double L6 = 0x1.39a09d078c69fp-3;
    private static final double L7 = 0x1.2f112df3e5244p-3;

    private Logarithms() {}

    /** Stands for {@link StrictMath#log}. */
    static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return ofCorner(x);
        }
        boolean small = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(small ? x * 0x1.0p54 : x);
        int high = (int) (bits >> 32) & 0xfffff;
        int up = high + 0x95f64 & 0x100000;
        int k = (int) (bits >> 52) - 1023 - (small ? 54 : 0) + (up >> 20);
        long rest = (long) (high | up ^ 0x3ff00000) << 32 | bits & 0xffffffffL;
        double f = Double.longBitsToDouble(rest) - 1;
        if ((0xfffff & 2 + high) < 3) {
            return nearOne(f, k);
        }
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
        if ((high - 0x6147a | 0x6b851 - high) > 0) {
            double half = 0.5 * f * f;
            return k == 0
                    ? f - (half - s * (half + r))
                    : k * LN2 - (half - (s * (half + r) + k * AFTER_LN2) - f);
        }
        return k == 0 ? f - s * (f - r) : k * LN2 - (s * (f - r) - k * AFTER_LN2 - f);
    }

    private static double nearOne(double f, int k) {
        if (f == 0) {
            return k == 0 ? 0 : k * LN2 + k * AFTER_LN2;
        }
        double r = f * f * (0.5 - 0.33333333333333333 * f);
        return k == 0 ? f - r : k * LN2 - (r - k * AFTER_LN2 - f);
    }

    /** Stands for {@link StrictMath#log10}. */
    static double log10(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return ofCorner(x);
        }
        boolean small = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(small ? x * 0x1.0p54 : x);
        int k = (int) (bits >> 52) - 1023 - (small ? 54 : 0);
        int down = k < 0 ? 1 : 0;
        long rest = bits & 0xfffffffffffffL | (long) (1023 - down) << 52;
        double y = k + down;
        return y * AFTER_LOG_2 + PER_LN10 * log(Double.longBitsToDouble(rest)) + y * LOG_2;
    }

    private static double ofCorner(double x) {
        return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }
}
