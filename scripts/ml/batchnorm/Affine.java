package batchnorm;

import java.util.Arrays;
import java.util.Random;

/** A fully connected layer over a batch: {@code y = x W + b}, weights as {@code [input][unit]}. */
final class Affine {
    final double[][] weights;
    final double[] biases;
    final double[][] weightSlopes;
    private final double[] biasSlopes;
    private double[][] in;

    /** Weights are normal with a variance of {@code gain * gain / inputs}. */
    Affine(int inputs, int units, double gain, Random random) {
        weights = new double[inputs][units];
        for (var row : weights) {
            for (int u = 0; u < units; u++) {
                row[u] = gain * random.nextGaussian() / Math.sqrt(inputs);
            }
        }
        biases = new double[units];
        weightSlopes = new double[inputs][units];
        biasSlopes = new double[units];
    }

    double[][] forward(double[][] in) {
        this.in = in;
        var out = new double[in.length][];
        for (int n = 0; n < in.length; n++) {
            out[n] = biases.clone();
            for (int i = 0; i < weights.length; i++) {
                add(in[n][i], weights[i], out[n]);
            }
        }
        return out;
    }

    /** Take the gradient of the output, add to the parameters' and return the input's. */
    double[][] backward(double[][] slopes) {
        var back = new double[in.length][weights.length];
        for (int n = 0; n < in.length; n++) {
            add(1, slopes[n], biasSlopes);
            for (int i = 0; i < weights.length; i++) {
                add(in[n][i], slopes[n], weightSlopes[i]);
                double sum = 0;
                for (int u = 0; u < slopes[n].length; u++) {
                    sum += weights[i][u] * slopes[n][u];
                }
                back[n][i] = sum;
            }
        }
        return back;
    }

    private static void add(double a, double[] x, double[] y) {
        for (int u = 0; u < y.length; u++) {
            y[u] += a * x[u];
        }
    }

    /** Walk down the gradient and forget it. */
    void step(double rate) {
        add(-rate, biasSlopes, biases);
        Arrays.fill(biasSlopes, 0);
        for (int i = 0; i < weights.length; i++) {
            add(-rate, weightSlopes[i], weights[i]);
            Arrays.fill(weightSlopes[i], 0);
        }
    }
}
