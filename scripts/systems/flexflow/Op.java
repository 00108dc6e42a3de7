package flexflow;

import java.util.ArrayList;
import java.util.List;

/**
 * An operator of a chain, for one sample.
 *
 * @param name as in the architecture
 * @param flop floating-point operations of the forward pass, a multiplication and an addition counted as two
 * @param outputs numbers that leave it
 * @param weights numbers that are trained
 */
public record Op(String name, double flop, double outputs, double weights) {
    /** AlexNet on one GPU, so without groups; pooling belongs to the convolution before it. */
    public static List<Op> alexNet() {
        var ops = new ArrayList<Op>();
        int[][] convolutions = { // channels in, out, kernel, side of the output, side after pooling
            {3, 96, 11, 55, 27}, {96, 256, 5, 27, 13}, {256, 384, 3, 13, 13}, {384, 384, 3, 13, 13},
            {384, 256, 3, 13, 6}
        };
        for (var c : convolutions) {
            double kernel = (double) c[0] * c[1] * c[2] * c[2];
            ops.add(new Op("conv" + (ops.size() + 1), 2 * kernel * c[3] * c[3], c[1] * c[4] * c[4], kernel + c[1]));
        }
        int from = 256 * 6 * 6;
        for (int to : new int[] {4096, 4096, 1000}) {
            ops.add(new Op("fc" + (ops.size() + 1), 2.0 * from * to, to, (double) from * to + to));
            from = to;
        }
        return ops;
    }

    /** A chain like a translation model: embedding, two LSTM layers and a softmax, for sentences of 20 words. */
    public static List<Op> translation() {
        double width = 1024;
        double words = 40000;
        double length = 20;
        double cell = 8 * width * width;
        return List.of(
                new Op("embed", 2 * width * length, width * length, words * width),
                new Op("lstm1", 2 * cell * length, width * length, cell),
                new Op("lstm2", 2 * cell * length, width * length, cell),
                new Op("softmax", 2 * words * width * length, words * length, words * width));
    }
}
