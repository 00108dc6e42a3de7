package lectern.inpage.page;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Stands in the page for {@link java.util.Random}, whose bounded whole numbers the compiler's
 * library draws otherwise: the same numbers from the same seed. The 48 bits of the state are kept
 * as two halves, because engines compute with large whole numbers slowly.
 *
 * <p>The generator is the linear congruential one that {@link java.util.Random} specifies.
 */
public class Random implements RandomGenerator {
    private static final int HALF = 24;
    private static final double SIZE = 0x1.0p24; // of a half
    private static final int FACTOR_HIGH = 0x5de;
    private static final int FACTOR_LOW = 0xece66d;

    private int high;
    private int low;
    private double spare;
    private boolean kept;

    /** Start from a fixed seed: a run in the page can be repeated. */
    public Random() {
        this(0);
    }

    /** Start from a seed. */
    public Random(long seed) {
        start(seed);
    }

    /** Start again from a seed. */
    public void setSeed(long seed) {
        start(seed);
    }

    private void start(long seed) {
        high = (int) (seed >>> HALF) & 0xffffff ^ FACTOR_HIGH;
        low = (int) seed & 0xffffff ^ FACTOR_LOW;
        kept = false;
    }

    /** So many fresh bits. */
    protected int next(int bits) {
        double product = (double) low * FACTOR_LOW + 0xb;
        double carry = Math.floor(product / SIZE);
        double sum = (double) high * FACTOR_LOW + (double) low * FACTOR_HIGH + carry;
        low = (int) (product - carry * SIZE);
        high = (int) (sum - Math.floor(sum / SIZE) * SIZE);
        return (high << 8 | low >>> 16) >>> 32 - bits;
    }

    @Override
    public int nextInt() {
        return next(32);
    }

    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive");
        }
        int most = bound - 1;
        int drawn = next(31);
        if ((bound & most) == 0) {
            return (int) Math.floor(drawn / (0x1.0p31 / bound));
        }
        while (drawn + most - drawn % bound < 0) {
            drawn = next(31);
        }
        return drawn % bound;
    }

    @Override
    public long nextLong() {
        return ((long) next(32) << 32) + next(32);
    }

    @Override
    public boolean nextBoolean() {
        return next(1) != 0;
    }

    @Override
    public float nextFloat() {
        return next(HALF) / (float) SIZE;
    }

    @Override
    public double nextDouble() {
        return (next(26) * 0x1.0p27 + next(27)) * 0x1.0p-53;
    }

    @Override
    public double nextGaussian() {
        if (kept) {
            kept = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double stretch = StrictMath.sqrt(-2 * Logarithms.log(square) / square);
        spare = y * stretch;
        kept = true;
        return x * stretch;
    }

    @Override
    public DoubleStream doubles(long count) {
        return DoubleStream.generate(this::nextDouble).limit(count);
    }

    @Override
    public DoubleStream doubles(long count, double least, double bound) {
        return DoubleStream.generate(() -> nextDouble() * (bound - least) + least).limit(count);
    }
}
