package convnet;

/** A block of numbers, depth x height x width, each with its gradient beside it (the idea of ConvNetJS's Vol). */
public final class Vol {
    // tag::vol[]
    /** Maps, rows, columns. */
    public final int depth, height, width;
    /** Values; map by map, row by row. */
    public final double[] w;
    /** Derivative of the loss with respect to each value. */
    public final double[] dw;

    /** Make a block of zeros. */
    public Vol(int depth, int height, int width) {
        this.depth = depth;
        this.height = height;
        this.width = width;
        w = new double[depth * height * width];
        dw = new double[w.length];
    }

    /** Position of an element in {@link #w} and {@link #dw}. */
    public int at(int map, int row, int column) {
        return (map * height + row) * width + column;
    }
    // end::vol[]

    /** Make a column of values, a copy. */
    public static Vol of(double... values) {
        var vol = new Vol(values.length, 1, 1);
        System.arraycopy(values, 0, vol.w, 0, values.length);
        return vol;
    }

    /** Make a block of zeros of the same shape. */
    public Vol like() {
        return new Vol(depth, height, width);
    }

    /** Fill with draws from a normal distribution of mean 0; returns this. */
    public Vol gaussian(java.util.Random random, double deviation) {
        for (int i = 0; i < w.length; i++) {
            w[i] = deviation * random.nextGaussian();
        }
        return this;
    }
}
