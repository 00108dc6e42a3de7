package convnet;

import java.util.List;
import java.util.Random;

/** Convolution, optionally in groups that do not see each other's maps. */
public final class Conv implements Layer {
    private final int stride;
    private final int pad;
    private final int maps;
    private final int size;
    private final int perGroup;
    private final int mapsPerGroup;
    private final Vol weights;
    private final Vol biases;
    private Vol in;
    private Vol out;

    /** Make {@code maps} filters of size x size over {@code depth} maps in {@code groups}; weights are N(0, 1/fan-in). */
    public Conv(int depth, int maps, int size, int stride, int pad, int groups, Random random) {
        if (depth % groups != 0 || maps % groups != 0) {
            throw new IllegalArgumentException(groups + " groups do not divide " + depth + " and " + maps + " maps");
        }
        this.maps = maps;
        this.size = size;
        this.stride = stride;
        this.pad = pad;
        perGroup = depth / groups;
        mapsPerGroup = maps / groups;
        weights = new Vol(maps * perGroup, size, size).gaussian(random, 1 / Math.sqrt(perGroup * size * size));
        biases = new Vol(maps, 1, 1);
    }

    // tag::forward[]
    @Override
    public Vol forward(Vol in, boolean training) {
        this.in = in;
        out = new Vol(maps, side(in.height), side(in.width));
        for (int m = 0; m < maps; m++) {
            int first = m / mapsPerGroup * perGroup; // <1>
            for (int y = 0; y < out.height; y++) {
                for (int x = 0; x < out.width; x++) {
                    out.w[out.at(m, y, x)] = biases.w[m] + window(m, first, y, x);
                }
            }
        }
        return out;
    }

    private double window(int m, int first, int y, int x) {
        double sum = 0;
        int top = y * stride - pad;
        int left = x * stride - pad;
        int start = Math.max(0, -left); // <2>
        int end = Math.min(size, in.width - left);
        for (int c = 0; c < perGroup; c++) {
            for (int i = Math.max(0, -top); i < Math.min(size, in.height - top); i++) {
                int from = in.at(first + c, top + i, left);
                int by = weights.at(m * perGroup + c, i, 0);
                for (int j = start; j < end; j++) {
                    sum += in.w[from + j] * weights.w[by + j];
                }
            }
        }
        return sum;
    }
    // end::forward[]

    /** Side of the output for a side of the input: windows that fit. */
    public int side(int input) {
        return (input + 2 * pad - size) / stride + 1;
    }

    @Override
    public void backward() {
        for (int m = 0; m < maps; m++) {
            int first = m / mapsPerGroup * perGroup;
            for (int y = 0; y < out.height; y++) {
                for (int x = 0; x < out.width; x++) {
                    double g = out.dw[out.at(m, y, x)];
                    if (g != 0) { // pools and ReLU leave many zeros
                        biases.dw[m] += g;
                        spread(g, m, first, y, x);
                    }
                }
            }
        }
    }

    // tag::backward[]
    /** The same walk as {@code window}; each product hands the gradient to both factors. */
    private void spread(double g, int m, int first, int y, int x) {
        int top = y * stride - pad;
        int left = x * stride - pad;
        int start = Math.max(0, -left);
        int end = Math.min(size, in.width - left);
        for (int c = 0; c < perGroup; c++) {
            for (int i = Math.max(0, -top); i < Math.min(size, in.height - top); i++) {
                int from = in.at(first + c, top + i, left);
                int by = weights.at(m * perGroup + c, i, 0);
                for (int j = start; j < end; j++) {
                    in.dw[from + j] += g * weights.w[by + j];
                    weights.dw[by + j] += g * in.w[from + j];
                }
            }
        }
    }
    // end::backward[]

    @Override
    public List<Vol> parameters() {
        return List.of(weights, biases);
    }
}
