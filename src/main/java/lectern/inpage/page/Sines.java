package lectern.inpage.page;

/**
 * Sine and cosine to the bits of {@link StrictMath}, which follows fdlibm (Sun Microsystems, 1993):
 * an argument is reduced by multiples of a right angle, held in three parts, and what is left goes
 * through the polynomials of fdlibm, whose coefficients these are. Engines take other ones, and
 * differ in the last bit of every thirtieth result.
 */
final class Sines {
    /** Up to here three parts of a right angle are enough; beyond, the engine's own is taken. */
    static final double MOST = 0x1.0p19 * (Math.PI / 2);

    private static final double TINY = 0x1.0p-27;
    private static final double RIGHT_ANGLES = 0x1.45f306dc9c883p-1; // per radian
    private static final double FIRST = 0x1.921fb544p0;
    private static final double AFTER_FIRST = 0x1.0b4611a626331p-34;
    private static final double SECOND = 0x1.0b4611a6p-34;
    private static final double AFTER_SECOND = 0x1.3198a2e037073p-69;
    private static final double THIRD = 0x1.3198a2ep-69;
    private static final double AFTER_THIRD = 0x1.b839a252049c1p-104;

    private static final double S1 = -0x1.5555555555549p-3;
    private static final double S2 = 0x1.111111110f8a6p-7;
    private static final double S3 = -0x1.a01a019c161d5p-13;
    private static final double S4 = 0x1.71de357b1fe7dp-19;
    private static final double S5 = -0x1.ae5e68a2b9cebp-26;
    private static final double S6 = 0x1.5d93a5acfd57cp-33;
    private static final double C1 = 0x1.555555555554cp-5;
    private static final double C2 = -0x1.6c16c16c15177p-10;
    private static final double C3 = 0x1.a01a019cb159p-16;
    private static final double C4 = -0x1.27e4f809c52adp-22;
    private static final double C5 = 0x1.1ee9ebdb4b1c4p-29;
    private static final double C6 = -0x1.8fae9be8838d4p-37;

    /** How many right angles were taken off, and what is left of the argument, in two parts. */
    private final int angles;

    private final double rest;
    private final double tail;

    private Sines(int angles, double rest, double tail) {
        this.angles = angles;
        this.rest = rest;
        this.tail = tail;
    }

    /** Sine of an angle of at most {@link #MOST}. */
    static double sine(double x) {
        return reduced(x).at(0);
    }

    /** Cosine of an angle of at most {@link #MOST}. */
    static double cosine(double x) {
        return reduced(x).at(1);
    }

    private double at(int shift) {
        int quarter = angles + shift & 3;
        double value = (quarter & 1) == 0 ? sineOfRest() : cosineOfRest();
        return quarter < 2 ? value : -value;
    }

    private double sineOfRest() {
        if (Math.abs(rest) < TINY) {
            return rest;
        }
        double z = rest * rest;
        double v = z * rest;
        double r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
        return angles == 0 && tail == 0
                ? rest + v * (S1 + z * r)
                : rest - (z * (0.5 * tail - v * r) - tail - v * S1);
    }

    private double cosineOfRest() {
        if (Math.abs(rest) < TINY) {
            return 1;
        }
        double z = rest * rest;
        double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
        int high = high(Math.abs(rest));
        if (high < 0x3fd33333) {
            return 1 - (0.5 * z - (z * r - rest * tail));
        }
        double quarter =
                high > 0x3fe90000
                        ? 0.28125
                        : Double.longBitsToDouble((long) (high - 0x00200000) << 32);
        double half = 0.5 * z - quarter;
        return 1 - quarter - (half - (z * r - rest * tail));
    }

    private static Sines reduced(double x) {
        double size = Math.abs(x);
        int high = high(size);
        if (high <= 0x3fe921fb) {
            return new Sines(0, x, 0);
        }
        Sines found = high < 0x4002d97c ? once(size, high) : often(size, high);
        return x < 0 ? new Sines(-found.angles, -found.rest, -found.tail) : found;
    }

    /** From half a right angle to one and a half. */
    private static Sines once(double size, int high) {
        double left = size - FIRST;
        double after = AFTER_FIRST;
        if (high == 0x3ff921fb) {
            left -= SECOND;
            after = AFTER_SECOND;
        }
        double rest = left - after;
        return new Sines(1, rest, left - rest - after);
    }

    private static Sines often(double size, int high) {
        int n = (int) (size * RIGHT_ANGLES + 0.5);
        double left = size - n * FIRST;
        double off = n * AFTER_FIRST;
        double rest = left - off;
        boolean far = n < 32 && high != high(n * (Math.PI / 2));
        if (!far && lost(high, rest) > 16) {
            double before = left;
            off = n * SECOND;
            left = before - off;
            off = n * AFTER_SECOND - (before - left - off);
            rest = left - off;
            if (lost(high, rest) > 49) {
                before = left;
                off = n * THIRD;
                left = before - off;
                off = n * AFTER_THIRD - (before - left - off);
                rest = left - off;
            }
        }
        return new Sines(n, rest, left - rest - off);
    }

    /** Bits that a difference has lost. */
    private static int lost(int high, double rest) {
        return (high >> 20) - (high(rest) >> 20 & 0x7ff);
    }

    private static int high(double value) {
        return (int) (Double.doubleToRawLongBits(value) >> 32);
    }
}
