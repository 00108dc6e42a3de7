package lectern.inpage.page;

/**
 * Exponential functions to the bits of {@link StrictMath}, which follows fdlibm (Sun Microsystems,
 * 1993): an argument is reduced by multiples of ln 2, held in two parts, and what is left goes
 * through the rational approximations of fdlibm, whose coefficients these are. Engines have
 * libraries of their own: the bits that Chromium 156 gives are others than those of its V8 alone.
 */
final class Exponentials {
    private static final double MOST = 0x1.62e42fefa39efp9;
    private static final double LEAST = -0x1.74910d52d3051p9;
    private static final double LN2 = 0x1.62e42feep-1;
    private static final double AFTER_LN2 = 0x1.a39ef35793c76p-33;
    private static final double PER_LN2 = 0x1.71547652b82fep0;

    private static final double P1 = 0x1.555555555553ep-3;
    private static final double P2 = -0x1.6c16c16bebd93p-9;
    private static final double P3 = 0x1.1566aaf25de2cp-14;
    private static final double P4 = -0x1.bbd41c5d26bf1p-20;
    private static final double P5 = 0x1.6376972bea4d0p-25;
    private static final double Q1 = -0x1.11111111110f4p-5;
    private static final double Q2 = 0x1.a01a019fe5585p-10;
    private static final double Q3 = -0x1.4ce199eaadbb7p-14;
    private static final double Q4 = 0x1.0cfca86e65239p-18;
    private static final double Q5 = -0x1.afdb76e09c32dp-23;

    private static final double[] POWERS = powers();

    private Exponentials() {}

    /** Stands for {@link StrictMath#exp}. */
    static double exp(double x) {
        if (Double.isNaN(x) || x > MOST) {
            return x + Double.POSITIVE_INFINITY;
        }
        if (x < LEAST) {
            return 0;
        }
        if (Math.abs(x) < 0x1.0p-28) {
            return 1 + x;
        }
        int k = twos(x);
        double left = x - k * LN2;
        double tail = k * AFTER_LN2;
        double rest = left - tail;
        double t = rest * rest;
        double c = rest - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        if (k == 0) {
            return 1 - (rest * c / (c - 2) - rest);
        }
        double y = 1 - (tail - rest * c / (2 - c) - left);
        return k >= -1021 ? shifted(y, k) : shifted(y, k + 1000) * 0x1.0p-1000;
    }

    /** Stands for {@link StrictMath#expm1}. */
    static double expm1(double x) {
        if (Double.isNaN(x) || x > MOST) {
            return x + Double.POSITIVE_INFINITY;
        }
        if (x <= -0x1.3687ap5) {
            return -1;
        }
        if (Math.abs(x) < 0x1.0p-54) {
            return x;
        }
        int k = twos(x);
        double left = x - k * LN2;
        double tail = k * AFTER_LN2;
        double rest = left - tail;
        double off = left - rest - tail;
        double half = 0.5 * rest;
        double square = rest * half;
        double r = 1 + square * (Q1 + square * (Q2 + square * (Q3 + square * (Q4 + square * Q5))));
        double t = 3 - r * half;
        double e = square * ((r - t) / (6 - rest * t));
        if (k == 0) {
            return rest - (rest * e - square);
        }
        return grown(k, rest, rest * (e - off) - off - square);
    }

    private static double grown(int k, double rest, double e) {
        if (k == -1) {
            return 0.5 * (rest - e) - 0.5;
        }
        if (k == 1) {
            return rest < -0.25 ? -2 * (e - (rest + 0.5)) : 1 + 2 * (rest - e);
        }
        if (k <= -2 || k > 56) {
            double y = 1 - (e - rest);
            return shifted(y, k) - 1;
        }
        if (k < 20) {
            return shifted(1 - shifted(1, -k) - (e - rest), k);
        }
        return shifted(rest - (e + shifted(1, -k)) + 1, k);
    }

    /** Stands for {@link StrictMath#tanh}. */
    static double tanh(double x) {
        double size = Math.abs(x);
        double z;
        if (Double.isNaN(x)) {
            return x;
        } else if (size >= 22) {
            z = 1;
        } else if (size < 0x1.0p-55) {
            return x * (1 + x);
        } else if (size >= 1) {
            z = 1 - 2 / (expm1(2 * size) + 2);
        } else {
            double t = expm1(-2 * size);
            z = -t / (t + 2);
        }
        return x < 0 ? -z : z;
    }

    /** How many times ln 2 is taken off. */
    private static int twos(double x) {
        double size = Math.abs(x);
        if (size < 0x1.62e43p-2) {
            return 0;
        }
        return size < 0x1.0a2b2p0 ? (x < 0 ? -1 : 1) : (int) (PER_LN2 * x + (x < 0 ? -0.5 : 0.5));
    }

    /** Multiply by a power of two; without a look at bits, which is slow in a page. */
    private static double shifted(double y, int k) {
        return k > 1023 ? y * 2 * POWERS[1023 + 1023] : y * POWERS[1023 + k];
    }

    private static double[] powers() {
        double[] powers = new double[1023 + 1024];
        powers[1023] = 1;
        for (int k = 1; k <= 1023; k++) {
            powers[1023 + k] = 2 * powers[1023 + k - 1];
            powers[1023 - k] = powers[1023 - k + 1] / 2;
        }
        return powers;
    }
}
