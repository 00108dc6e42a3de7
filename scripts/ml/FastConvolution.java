///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Time one layer of AlexNet as seven loops and as a matrix product of unrolled windows (im2col).
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java

import java.util.Random;
import java.util.function.Supplier;

/** The same convolution twice: as the formula says it, and as memory likes it. */
class FastConvolution {
    // tag::shape[]
    /** A convolution over {@code in} maps of side x side, zero-padded so that the side stays. */
    record Shape(int in, int out, int side, int size) {
        int windows() {
            return side * side;
        }

        /** Weights of one filter, and rows of the unrolled input. */
        int taps() {
            return in * size * size;
        }

        double multiplyAdds() {
            return (double) out * taps() * windows();
        }
    }
    // end::shape[]

    // tag::direct[]
    /** Straight from the formula: for each output, walk its window through all maps. */
    static float[] direct(Shape s, float[] image, float[] weights) {
        var result = new float[s.out() * s.windows()];
        int pad = s.size() / 2;
        for (int m = 0; m < s.out(); m++) {
            for (int y = 0; y < s.side(); y++) {
                for (int x = 0; x < s.side(); x++) {
                    float sum = 0;
                    for (int c = 0; c < s.in(); c++) {
                        for (int i = 0; i < s.size(); i++) {
                            for (int j = 0; j < s.size(); j++) {
                                int row = y + i - pad;
                                int column = x + j - pad;
                                if (inside(s, row, column)) {
                                    sum += image[(c * s.side() + row) * s.side() + column]
                                            * weights[((m * s.in() + c) * s.size() + i) * s.size() + j];
                                }
                            }
                        }
                    }
                    result[(m * s.side() + y) * s.side() + x] = sum;
                }
            }
        }
        return result;
    }
    // end::direct[]

    private static boolean inside(Shape s, int row, int column) {
        return row >= 0 && row < s.side() && column >= 0 && column < s.side();
    }

    // tag::im2col[]
    /** Copy, for each tap of the window, the pixel it meets at every position: taps x windows. */
    static float[] unroll(Shape s, float[] image) {
        var columns = new float[s.taps() * s.windows()];
        int pad = s.size() / 2;
        int at = 0;
        for (int c = 0; c < s.in(); c++) {
            for (int i = 0; i < s.size(); i++) {
                for (int j = 0; j < s.size(); j++) {
                    for (int row = i - pad; row < s.side() + i - pad; row++) {
                        for (int column = j - pad; column < s.side() + j - pad; column++) {
                            columns[at++] = inside(s, row, column)
                                    ? image[(c * s.side() + row) * s.side() + column] : 0;
                        }
                    }
                }
            }
        }
        return columns;
    }
    // end::im2col[]

    // tag::product[]
    static final int BLOCK = 64; // rows that stay in cache while all filters use them

    /** Filters times unrolled windows, block by block of taps. */
    static float[] unrolled(Shape s, float[] image, float[] weights) {
        var columns = unroll(s, image);
        var result = new float[s.out() * s.windows()];
        for (int first = 0; first < s.taps(); first += BLOCK) {
            int end = Math.min(first + BLOCK, s.taps());
            for (int m = 0; m < s.out(); m++) {
                for (int t = first; t < end; t++) {
                    axpy(weights[m * s.taps() + t], columns, t * s.windows(),
                            result, m * s.windows(), s.windows());
                }
            }
        }
        return result;
    }

    /** Add {@code a} times a row to a row: neighbours in memory, no branch, no sum to wait for. */
    private static void axpy(float a, float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += a * x[xAt + i];
        }
    }
    // end::product[]

    /** Numbers between -0.5 and 0.5. */
    static float[] random(int count, long seed) {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }

    /** Largest difference, in units of the largest value. */
    static double difference(float[] a, float[] b) {
        double most = 0;
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
            size = Math.max(size, Math.abs(a[i]));
        }
        return most / size;
    }

    /** Best of three timings in ms, after one to warm up. */
    private static double millis(Supplier<float[]> work) {
        kept = work.get();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            kept = work.get();
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    private static float[] kept; // keeps results alive, so that the compiler may not drop the work

    public static void main(String... argv) {
        var args = new Args("fast-convolution", "Time one convolution as seven loops and as a matrix product.");
        var in = args.whole("in", 256, 1, 1024, "maps that go in");
        var out = args.whole("out", 384, 1, 1024, "maps that come out");
        var side = args.whole("side", 13, 1, 64, "side of a map");
        var half = args.whole("reach", 1, 0, 3, "pixels the window reaches to each side");
        args.read(argv);
        var s = new Shape(in.getAsInt(), out.getAsInt(), side.getAsInt(), 2 * half.getAsInt() + 1);
        var image = random(s.in() * s.windows(), 1);
        var weights = random(s.out() * s.taps(), 2);
        var facts = new Facts("fast-convolution");
        facts.value("difference", difference(direct(s, image, weights), unrolled(s, image, weights)), "");
        facts.value("multiply-adds", s.multiplyAdds(), "");
        facts.value("copied", (double) s.taps() / s.in(), "");
        double slow = facts.value("direct", millis(() -> direct(s, image, weights)), "ms");
        double fast = facts.value("unrolled", millis(() -> unrolled(s, image, weights)), "ms");
        facts.value("ratio", slow / fast, "");
        var table = Table.of("convolution|%s", "time [ms]|%.1f", "rate [G multiply-adds/s]|%.2f");
        table.row("seven loops", slow, s.multiplyAdds() / slow / 1e6);
        table.row("im2col and product", fast, s.multiplyAdds() / fast / 1e6);
        System.out.print(table.text());
        facts.exactly("difference", 0, "chellapilla", "the same products in the same order, so the same bits");
        if (s.multiplyAdds() > 1e7) {
            facts.atLeast("ratio", 1, "chellapilla", "unrolling must pay on a layer of this size");
        }
        facts.finish();
    }
}
