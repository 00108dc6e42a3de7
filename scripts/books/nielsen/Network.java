package nielsen;

import java.util.Random;

/** Layers of sigmoid neurons with the quadratic cost, and the four equations that train them. */
public final class Network {
    /** Weights, {@code [layer][to][from]}; layer 0 leads from the inputs to the first hidden layer. */
    public final double[][][] weights;
    /** Biases, {@code [layer][neuron]}. */
    public final double[][] biases;
    /** Gradient of the cost by the weights, summed over what was learned since {@link #step}. */
    public final double[][][] weightSlopes;
    /** Gradient by the biases. */
    public final double[][] biasSlopes;
    /** Multiplications of all passes so far. */
    public long multiplications;

    private final double[][] outputs; // a of each layer, the input first

    /** Make a net with these layer sizes, inputs first; weights are N(0, 1/inputs of the neuron), biases N(0, 1). */
    public Network(Random random, int... sizes) {
        int layers = sizes.length - 1;
        weights = new double[layers][][];
        weightSlopes = new double[layers][][];
        biases = new double[layers][];
        biasSlopes = new double[layers][];
        outputs = new double[sizes.length][];
        for (int l = 0; l < layers; l++) {
            weights[l] = new double[sizes[l + 1]][sizes[l]];
            weightSlopes[l] = new double[sizes[l + 1]][sizes[l]];
            biases[l] = new double[sizes[l + 1]];
            biasSlopes[l] = new double[sizes[l + 1]];
            for (int j = 0; j < sizes[l + 1]; j++) {
                biases[l][j] = random.nextGaussian();
                for (int k = 0; k < sizes[l]; k++) {
                    weights[l][j][k] = random.nextGaussian() / Math.sqrt(sizes[l]);
                }
            }
        }
    }

    // tag::forward[]
    /** Outputs for one input; what every layer gave is kept for the way back. */
    public double[] forward(double[] x) {
        outputs[0] = x;
        for (int l = 0; l < weights.length; l++) {
            outputs[l + 1] = new double[biases[l].length];
            for (int j = 0; j < biases[l].length; j++) {
                double z = biases[l][j];
                for (int k = 0; k < outputs[l].length; k++) {
                    z += weights[l][j][k] * outputs[l][k];
                }
                multiplications += outputs[l].length;
                outputs[l + 1][j] = sigmoid(z);
            }
        }
        return outputs[weights.length];
    }
    // end::forward[]

    // tag::backprop[]
    /** Add the gradient of one example's cost. */
    public void learn(double[] x, double[] target) {
        var a = forward(x);
        var delta = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            delta[j] = (a[j] - target[j]) * a[j] * (1 - a[j]); // <1>
        }
        for (int l = weights.length - 1; l >= 0; l--) {
            var below = new double[outputs[l].length];
            for (int j = 0; j < delta.length; j++) {
                biasSlopes[l][j] += delta[j]; // <2>
                for (int k = 0; k < below.length; k++) {
                    weightSlopes[l][j][k] += outputs[l][k] * delta[j]; // <3>
                    below[k] += weights[l][j][k] * delta[j]; // <4>
                }
                multiplications += l == 0 ? below.length : 2L * below.length;
            }
            for (int k = 0; k < below.length; k++) {
                below[k] *= outputs[l][k] * (1 - outputs[l][k]);
            }
            delta = below;
        }
    }
    // end::backprop[]

    /** Go against the mean gradient of {@code examples} examples, and forget it. */
    public void step(double rate, int examples) {
        for (int l = 0; l < weights.length; l++) {
            for (int j = 0; j < biases[l].length; j++) {
                biases[l][j] -= rate / examples * biasSlopes[l][j];
                biasSlopes[l][j] = 0;
                for (int k = 0; k < weights[l][j].length; k++) {
                    weights[l][j][k] -= rate / examples * weightSlopes[l][j][k];
                    weightSlopes[l][j][k] = 0;
                }
            }
        }
    }

    /** Half the squared distance from the target. */
    public double cost(double[] x, double[] target) {
        var a = forward(x);
        double cost = 0;
        for (int j = 0; j < a.length; j++) {
            cost += 0.5 * (a[j] - target[j]) * (a[j] - target[j]);
        }
        return cost;
    }

    /** Weights of all layers together. */
    public int weightCount() {
        int count = 0;
        for (int l = 0; l < weights.length; l++) {
            count += weights[l].length * weights[l][0].length;
        }
        return count;
    }

    /** 1 / (1 + exp(-z)). */
    public static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }
}
