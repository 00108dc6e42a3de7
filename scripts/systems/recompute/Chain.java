package recompute;

import java.util.Random;

/** A net of equal layers {@code y = tanh(W x)}, one after the other; counts what it computes. */
public final class Chain {
    private final double[][][] weights; // [layer][row][column]
    private long evaluations;
    private long products;

    /** A net with random weights, the same for the same sizes. */
    public Chain(int layers, int width) {
        var random = new Random(7);
        weights = new double[layers][width][width];
        for (var layer : weights) {
            for (var row : layer) {
                for (int i = 0; i < width; i++) {
                    row[i] = random.nextGaussian() / Math.sqrt(width);
                }
            }
        }
    }

    /** Number of layers. */
    public int layers() {
        return weights.length;
    }

    /** An input, the same for the same width. */
    public double[] input() {
        return new Random(11).doubles(weights[0].length, -1, 1).toArray();
    }

    // tag::layer[]
    /** Output of a layer. */
    double[] forward(int layer, double[] x) {
        evaluations++;
        var y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += weights[layer][i][j] * x[j];
            }
            y[i] = StrictMath.tanh(y[i]);
        }
        products += (long) x.length * x.length;
        return y;
    }

    /** Gradient of a layer's input; adds to that of its weights. */
    double[] backward(
            int layer, double[] x, double[] y, double[] gradient, double[][][] ofWeights) {
        var ofInput = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double u = gradient[i] * (1 - y[i] * y[i]);
            for (int j = 0; j < x.length; j++) {
                ofWeights[layer][i][j] += u * x[j];
                ofInput[j] += weights[layer][i][j] * u;
            }
        }
        products += 2L * x.length * x.length;
        return ofInput;
    }
    // end::layer[]

    /** Forward evaluations of layers so far. */
    public long evaluations() {
        return evaluations;
    }

    /** Multiplications of a matrix element so far. */
    public long products() {
        return products;
    }
}
