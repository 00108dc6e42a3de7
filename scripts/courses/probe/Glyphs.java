package probe;

import java.util.Random;

/** Digits of 8 by 8 pixels, drawn from bit patterns of 5 by 7 with a random place and noise. */
public final class Glyphs {
    /** Pixels of an image. */
    public static final int PIXELS = 64;
    /** Zero to nine. */
    public static final int CLASSES = 10;

    /** Seven rows of five bits, two hexadecimal digits each. */
    private static final String[] BITS = {
        "0e11131519110e", "040c040404040e", "0e11010204081f", "1e01010e01011e", "02060a121f0202",
        "1f101e0101110e", "0608101e11110e", "1f010204080808", "0e11110e11110e", "0e11110f01020c",
    };

    /** Images, {@code [example][pixel]}, ink around 1 and paper around 0, and the digit on each. */
    public record Batch(double[][] images, int[] labels) {
        /** Examples {@code from}, {@code from + 1} and so on, round the end to the start. */
        public Batch slice(int from, int size) {
            var images = new double[size][];
            var labels = new int[size];
            for (int n = 0; n < size; n++) {
                images[n] = this.images[(from + n) % this.labels.length];
                labels[n] = this.labels[(from + n) % this.labels.length];
            }
            return new Batch(images, labels);
        }
    }

    private Glyphs() {}

    // tag::draw[]
    /** Draw digits at random places, with Gaussian noise on every pixel. */
    public static Batch draw(int size, double noise, Random random) {
        var images = new double[size][PIXELS];
        var labels = new int[size];
        for (int n = 0; n < size; n++) {
            labels[n] = random.nextInt(CLASSES);
            int down = random.nextInt(2);
            int right = random.nextInt(4);
            for (int p = 0; p < PIXELS; p++) {
                images[n][p] = noise * random.nextGaussian()
                        + (ink(labels[n], p / 8 - down, p % 8 - right) ? 1 : 0);
            }
        }
        return new Batch(images, labels);
    }
    // end::draw[]

    /** Does this digit have ink here? Outside of its 5 by 7 there is none. */
    public static boolean ink(int digit, int y, int x) {
        return y >= 0 && y < 7 && x >= 0 && x < 5
                && (Integer.parseInt(BITS[digit].substring(2 * y, 2 * y + 2), 16) >> (4 - x) & 1) == 1;
    }
}
