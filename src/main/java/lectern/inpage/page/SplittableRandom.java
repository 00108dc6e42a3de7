package lectern.inpage.page;

import java.util.stream.DoubleStream;

/**
 * Stands in the page for {@link java.util.SplittableRandom}, which the compiler's library lacks:
 * the same numbers from the same seed. Sixty-four bits are kept as two halves, because engines
 * compute with whole numbers of that size slowly.
 *
 * <p>The generator is SplitMix with the golden ratio as its step (Steele, Lea and Flood, 2014); a
 * state is mixed by Stafford's variants 13 and, for 32 bits, 4.
 */
public final class SplittableRandom {
    private static final int STEP_HIGH = 0x9e3779b9;
    private static final int STEP_LOW = 0x7f4a7c15;

    private int high;
    private int low;
    private int mixedHigh;
    private int mixedLow;

    /** Start from a seed. */
    public SplittableRandom(long seed) {
        high = (int) (seed >>> 32);
        low = (int) seed;
    }

    /** Any 32 bits. */
    public int nextInt() {
        step();
        fold(33, 0x62a9d9ed, 0x799705f5);
        fold(28, 0xcb24d0a5, 0xc88c35b3);
        return mixedHigh;
    }

    /** Any 64 bits. */
    public long nextLong() {
        mix();
        return (long) mixedHigh << 32 | mixedLow & 0xffffffffL;
    }

    /** A whole number from 0 to less than a bound, all equally likely. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive");
        }
        int most = bound - 1;
        int bits = nextInt();
        if ((bound & most) == 0) {
            return bits & most;
        }
        int drawn = bits >>> 1;
        while (drawn + most - drawn % bound < 0) {
            drawn = nextInt() >>> 1;
        }
        return drawn % bound;
    }

    /** Either answer. */
    public boolean nextBoolean() {
        return nextInt() < 0;
    }

    /** A number from 0 to less than 1, a multiple of 2^-53. */
    public double nextDouble() {
        mix();
        double upper = (mixedHigh >>> 1) * 2.0 + (mixedHigh & 1);
        return (upper * 0x1.0p21 + (mixedLow >>> 11)) * 0x1.0p-53;
    }

    /** A number from a least one to less than a bound. */
    public double nextDouble(double least, double bound) {
        double drawn = nextDouble() * (bound - least) + least;
        return drawn < bound ? drawn : Math.nextAfter(bound, Double.NEGATIVE_INFINITY);
    }

    /** So many numbers from 0 to less than 1. */
    public DoubleStream doubles(long count) {
        return DoubleStream.generate(this::nextDouble).limit(count);
    }

    /** So many numbers from a least one to less than a bound. */
    public DoubleStream doubles(long count, double least, double bound) {
        return DoubleStream.generate(() -> nextDouble(least, bound)).limit(count);
    }

    private void step() {
        int sum = low + STEP_LOW;
        int carry = Integer.compareUnsigned(sum, low) < 0 ? 1 : 0;
        high += STEP_HIGH + carry;
        low = sum;
        mixedHigh = high;
        mixedLow = low;
    }

    private void mix() {
        step();
        fold(30, 0xbf58476d, 0x1ce4e5b9);
        fold(27, 0x94d049bb, 0x133111eb);
        mixedLow ^= mixedLow >>> 31 | mixedHigh << 1;
        mixedHigh ^= mixedHigh >>> 31;
    }

    /** Exclusive or with itself shifted right, then the product with a factor, modulo 2^64. */
    private void fold(int shift, int factorHigh, int factorLow) {
        int shifted = shift < 32 ? mixedLow >>> shift | mixedHigh << 32 - shift : mixedHigh >>> 1;
        int upper = shift < 32 ? mixedHigh ^ mixedHigh >>> shift : mixedHigh;
        int lower = mixedLow ^ shifted;
        int a = lower & 0xffff;
        int b = lower >>> 16;
        int c = factorLow & 0xffff;
        int d = factorLow >>> 16;
        int first = a * c;
        int second = b * c + (first >>> 16);
        int third = a * d + (second & 0xffff);
        mixedLow = third << 16 | first & 0xffff;
        mixedHigh =
                b * d + (second >>> 16) + (third >>> 16) + upper * factorLow + lower * factorHigh;
    }
}
