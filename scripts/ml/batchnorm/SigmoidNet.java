package batchnorm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Three layers of sigmoid units and a softmax, each layer optionally normalized before its nonlinearity. */
public final class SigmoidNet {
    private final List<Affine> layers = new ArrayList<>();
    private final List<BatchNorm> norms = new ArrayList<>();
    private final List<double[][]> sums = new ArrayList<>();
    private final List<double[][]> outs = new ArrayList<>();

    /**
     * Make a net of three hidden layers; {@code normalized} puts a {@link BatchNorm} before each sigmoid, {@code gain}
     * scales the first weights of the hidden layers.
     */
    public SigmoidNet(int inputs, int units, int classes, boolean normalized, double gain,
            Random random) {
        for (int layer = 0; layer < 3; layer++) {
            layers.add(new Affine(layer == 0 ? inputs : units, units, gain, random));
            if (normalized) {
                norms.add(new BatchNorm(units, 1e-5));
            }
        }
        layers.add(new Affine(units, classes, 1, random));
    }

    // tag::forward[]
    /** Scores of each class; {@code [example][class]}. */
    private double[][] forward(double[][] x, boolean training) {
        sums.clear();
        outs.clear();
        for (int layer = 0; layer < 3; layer++) {
            var sum = layers.get(layer).forward(x); // <1>
            sum = norms.isEmpty() ? sum : norms.get(layer).forward(sum, training);
            sums.add(sum);
            x = sigmoid(sum);
            outs.add(x);
        }
        return layers.get(3).forward(x);
    }
    // end::forward[]

    /** Run a batch forth and back; returns the mean loss. Gradients wait for {@link #step}. */
    public double learn(double[][] images, int[] labels) {
        var slopes = forward(images, true);
        double loss = 0;
        for (int n = 0; n < slopes.length; n++) {
            loss += softmax(slopes[n], labels[n]) / slopes.length;
            for (int c = 0; c < slopes[n].length; c++) {
                slopes[n][c] = (slopes[n][c] - (c == labels[n] ? 1 : 0)) / labels.length;
            }
        }
        slopes = layers.get(3).backward(slopes);
        for (int layer = 2; layer >= 0; layer--) {
            var out = outs.get(layer);
            for (int n = 0; n < out.length; n++) {
                for (int u = 0; u < out[n].length; u++) {
                    slopes[n][u] *= out[n][u] * (1 - out[n][u]);
                }
            }
            slopes = norms.isEmpty() ? slopes : norms.get(layer).backward(slopes);
            slopes = layers.get(layer).backward(slopes);
        }
        return loss;
    }

    /** Gradient descent, plain. */
    public void step(double rate) {
        layers.forEach(layer -> layer.step(rate));
        norms.forEach(norm -> norm.step(rate));
    }

    /** What entered one sigmoid of the last hidden layer, for each example of the latest batch. */
    public double[] lastInput(int unit) {
        return java.util.Arrays.stream(sums.get(2)).mapToDouble(row -> row[unit]).toArray();
    }

    /** Share of images that are named right, with the statistics of training. */
    public double accuracy(double[][] images, int[] labels) {
        var scores = forward(images, false);
        double right = 0;
        for (int n = 0; n < labels.length; n++) {
            int best = 0;
            for (int c = 1; c < scores[n].length; c++) {
                best = scores[n][c] > scores[n][best] ? c : best;
            }
            right += best == labels[n] ? 1 : 0;
        }
        return right / labels.length;
    }

    private static double[][] sigmoid(double[][] x) {
        var y = new double[x.length][x[0].length];
        for (int n = 0; n < x.length; n++) {
            for (int u = 0; u < x[n].length; u++) {
                y[n][u] = 1 / (1 + StrictMath.exp(-x[n][u]));
            }
        }
        return y;
    }

    /** Turn scores into probabilities in place; returns the loss. */
    private static double softmax(double[] scores, int label) {
        double top = java.util.Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = StrictMath.exp(scores[c] - top);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return -StrictMath.log(Math.max(scores[label], 1e-300));
    }

    /** Weights of a layer, {@code [input][unit]}, to be read or changed by a check of its gradient. */
    public double[][] weights(int layer) {
        return layers.get(layer).weights;
    }

    /** Gradients of the weights since the latest step. */
    public double[][] slopes(int layer) {
        return layers.get(layer).weightSlopes;
    }

    /** The normalization of a layer. */
    public BatchNorm norm(int layer) {
        return norms.get(layer);
    }
}
