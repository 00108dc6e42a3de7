package gpipe;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Layers {@code y = tanh(W x)} spread over stages, with the loss {@code |y - t|² / 2N}, run event by event.
 *
 * <p>Activations are counted in units of one layer's output for one sample.
 */
public final class StagedMlp {
    private final double[][] weights; // [layer][row * width + column]
    private final double[][] inputs; // [sample][feature]
    private final double[][] targets;
    private final int width;
    private int peak;

    /** A network and a batch, both drawn from {@code seed}. */
    public StagedMlp(int layers, int width, int batch, long seed) {
        var random = new Random(seed);
        this.width = width;
        this.weights = draw(random, layers, width * width, 1.5 / Math.sqrt(width));
        this.inputs = draw(random, batch, width, 1);
        this.targets = draw(random, batch, width, 0.5);
    }

    private static double[][] draw(Random random, int rows, int columns, double scale) {
        var drawn = new double[rows][columns];
        for (var row : drawn) {
            Arrays.setAll(row, i -> scale * (2 * random.nextDouble() - 1));
        }
        return drawn;
    }

    /** First of the layers of a stage, or first of the samples of a microbatch: pieces differ by one at most. */
    public static int first(int whole, int pieces, int piece) {
        return (int) ((long) whole * piece / pieces);
    }

    /** The weights themselves, {@code [layer][row * width + column]}. */
    public double[][] weights() {
        return weights;
    }

    /** Most activations that one stage held at a time in the latest run. */
    public int peak() {
        return peak;
    }

    /** Activations of all samples after all layers, and the inputs: what a device without GPipe keeps. */
    public int storeAll() {
        return (1 + weights.length) * inputs.length;
    }

    /** Loss of the whole batch, without a pipeline. */
    public double loss() {
        double loss = 0;
        for (int s = 0; s < inputs.length; s++) {
            var y = inputs[s];
            for (var w : weights) {
                y = forward(w, y);
            }
            for (int i = 0; i < width; i++) {
                loss += (y[i] - targets[s][i]) * (y[i] - targets[s][i]) / (2 * inputs.length);
            }
        }
        return loss;
    }

    // tag::run[]
    /** Gradients of all layers, summed over microbatches as the events say. */
    public double[][] gradients(
            List<Schedule.Event> events, int stages, int microbatches) {
        var sum = new double[weights.length][width * width];
        var stash = new double[stages][microbatches][][]; // what entered
        var inside = new double[stages][microbatches][][][]; // by layer
        var arriving = new double[stages + 1][microbatches][][];
        var live = new int[stages];
        peak = 0;
        for (var e : events) {
            int k = e.stage();
            int m = e.microbatch();
            int low = first(weights.length, stages, k);
            int layers = first(weights.length, stages, k + 1) - low;
            if (k == 0) {
                stash[k][m] = samples(inputs, microbatches, m);
            }
            int size = stash[k][m].length;
            switch (e.phase()) {
                case FORWARD -> {
                    var outputs = forward(stash[k][m], low, layers);
                    live[k] += size;
                    if (k + 1 < stages) {
                        stash[k + 1][m] = outputs[layers - 1]; // <1>
                    }
                }
                case RECOMPUTE -> {
                    inside[k][m] = forward(stash[k][m], low, layers); // <2>
                    live[k] += layers * size;
                }
                default -> {
                    var gradient = k + 1 < stages ? arriving[k + 1][m]
                            : error(inside[k][m], microbatches, m);
                    arriving[k][m] = backward( // <3>
                            stash[k][m], inside[k][m], gradient, low, sum);
                    stash[k][m] = null;
                    inside[k][m] = null;
                    live[k] -= (1 + layers) * size;
                }
            }
            peak = Math.max(peak, live[k]);
        }
        return sum;
    }
    // end::run[]

    private static double[][] samples(double[][] all, int microbatches, int m) {
        return Arrays.copyOfRange(all, first(all.length, microbatches, m), first(all.length, microbatches, m + 1));
    }

    private double[][][] forward(double[][] input, int low, int layers) {
        var outputs = new double[layers][input.length][];
        for (int l = 0; l < layers; l++) {
            for (int s = 0; s < input.length; s++) {
                outputs[l][s] = forward(weights[low + l], l == 0 ? input[s] : outputs[l - 1][s]);
            }
        }
        return outputs;
    }

    private double[] forward(double[] w, double[] x) {
        var y = new double[width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                y[i] += w[i * width + j] * x[j];
            }
            y[i] = Math.tanh(y[i]);
        }
        return y;
    }

    private double[][] error(double[][][] outputs, int microbatches, int m) {
        var last = outputs[outputs.length - 1];
        var wanted = samples(targets, microbatches, m);
        var error = new double[last.length][width];
        for (int s = 0; s < last.length; s++) {
            for (int i = 0; i < width; i++) {
                error[s][i] = (last[s][i] - wanted[s][i]) / inputs.length;
            }
        }
        return error;
    }

    private double[][] backward(double[][] in, double[][][] out, double[][] gradient, int low, double[][] sum) {
        var arriving = gradient;
        for (int l = out.length - 1; l >= 0; l--) {
            var leaving = new double[in.length][width];
            for (int s = 0; s < in.length; s++) {
                var x = l == 0 ? in[s] : out[l - 1][s];
                for (int i = 0; i < width; i++) {
                    double d = arriving[s][i] * (1 - out[l][s][i] * out[l][s][i]);
                    for (int j = 0; j < width; j++) {
                        sum[low + l][i * width + j] += d * x[j];
                        leaving[s][j] += d * weights[low + l][i * width + j];
                    }
                }
            }
            arriving = leaving;
        }
        return arriving;
    }
}
