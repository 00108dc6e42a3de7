package batchnorm;

import java.util.Random;

/** Digits of 12 by 12 pixels, drawn from ten glyphs with shifts and noise; the stand-in for MNIST. */
public final class Digits {
    /** Pixels of an image. */
    public static final int PIXELS = 144;
    /** Zero to nine. */
    public static final int CLASSES = 10;

    private static final String[] GLYPHS = {
        "01110 10001 10011 10101 11001 10001 01110", "00100 01100 00100 00100 00100 00100 01110",
        "01110 10001 00001 00010 00100 01000 11111", "11110 00001 00001 01110 00001 00001 11110",
        "00010 00110 01010 10010 11111 00010 00010", "11111 10000 11110 00001 00001 10001 01110",
        "00110 01000 10000 11110 10001 10001 01110", "11111 00001 00010 00100 01000 01000 01000",
        "01110 10001 10001 01110 10001 10001 01110", "01110 10001 10001 01111 00001 00010 01100",
    };

    /**
     * Images with their labels.
     *
     * @param images {@code [example][pixel]}, around 0 and 1
     * @param labels digit of each example
     */
    public record Batch(double[][] images, int[] labels) {}

    private Digits() {}

    /** Some of these examples, at random, with repetition. */
    public static Batch some(Batch all, int size, Random random) {
        var images = new double[size][];
        var labels = new int[size];
        for (int n = 0; n < size; n++) {
            int at = random.nextInt(all.labels().length);
            images[n] = all.images()[at];
            labels[n] = all.labels()[at];
        }
        return new Batch(images, labels);
    }

    // tag::digits[]
    /** Draw digits: a glyph of 5 by 7, up to two pixels off, on noise. */
    public static Batch batch(int size, Random random) {
        var images = new double[size][PIXELS];
        var labels = new int[size];
        for (int n = 0; n < size; n++) {
            labels[n] = random.nextInt(CLASSES);
            int down = 2 + random.nextInt(3);
            int right = 2 + random.nextInt(3);
            for (int p = 0; p < PIXELS; p++) {
                int y = p / 12 - down;
                int x = p % 12 - right;
                boolean on = y >= 0 && y < 7 && x >= 0 && x < 5
                        && GLYPHS[labels[n]].charAt(6 * y + x) == '1';
                images[n][p] = (on ? 1 : 0) + 0.2 * random.nextGaussian();
            }
        }
        return new Batch(images, labels);
    }
    // end::digits[]
}
