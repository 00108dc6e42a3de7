package ddp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/** A multilayer perceptron with tanh layers; even parameters are weights, odd ones biases. */
public final class Mlp {
    private static final int[] SIZES = {16, 48, 32, 4};

    private final List<float[]> parameters = new ArrayList<>();
    private final List<float[]> gradients = new ArrayList<>();

    /** A perceptron with random weights. */
    public Mlp(int seed) {
        var random = new Random(seed);
        for (int l = 1; l < SIZES.length; l++) {
            var weight = new float[SIZES[l - 1] * SIZES[l]];
            for (int i = 0; i < weight.length; i++) {
                weight[i] = (float) (random.nextGaussian() / Math.sqrt(SIZES[l - 1]));
            }
            parameters.add(weight);
            parameters.add(new float[SIZES[l]]);
        }
        parameters.forEach(p -> gradients.add(new float[p.length]));
    }

    /** Inputs with the answers of another perceptron: rows of both, side by side. */
    public static double[][] data(int rows, int seed) {
        return rows(rows, new Mlp(seed + 1), seed);
    }

    /** Rows of a seed, with the answers of this teacher. */
    public static double[][] rows(int rows, Mlp teacher, int seed) {
        var random = new Random(seed);
        var data = new double[rows][];
        for (int i = 0; i < rows; i++) {
            var x = random.doubles(SIZES[0], -1, 1).toArray();
            var layers = teacher.forward(x);
            data[i] = Arrays.copyOf(x, SIZES[0] + 4);
            System.arraycopy(layers.get(layers.size() - 1), 0, data[i], SIZES[0], 4);
        }
        return data;
    }

    /** Parameters, live. */
    public List<float[]> parameters() {
        return parameters;
    }

    /** Gradients, live: what the optimizer uses. */
    public List<float[]> gradients() {
        return gradients;
    }

    private List<double[]> forward(double[] x) {
        var layers = new ArrayList<>(List.of(x));
        for (int l = 1; l < SIZES.length; l++) {
            var in = layers.get(l - 1);
            var weight = parameters.get(2 * l - 2);
            var out = new double[SIZES[l]];
            for (int j = 0; j < out.length; j++) {
                double sum = parameters.get(2 * l - 1)[j];
                for (int i = 0; i < in.length; i++) {
                    sum += in[i] * weight[i * out.length + j];
                }
                out[j] = l == SIZES.length - 1 ? sum : StrictMath.tanh(sum);
            }
            layers.add(out);
        }
        return layers;
    }

    // tag::backward[]
    /** Add the gradient of half the mean squared error over the rows; call the hook per tensor. */
    public void backward(double[][] rows, IntConsumer hook) {
        var layers = Arrays.stream(rows).map(row -> forward(Arrays.copyOf(row, SIZES[0]))).toList();
        var slopes = new double[rows.length][];
        for (int l = SIZES.length - 1; l > 0; l--) {
            int at = l;
            var sums = new double[2][];
            sums[0] = new double[SIZES[l - 1] * SIZES[l]];
            sums[1] = new double[SIZES[l]];
            for (int r = 0; r < rows.length; r++) {
                slopes[r] = slope(rows[r], layers.get(r), at, slopes[r]);
                collect(layers.get(r).get(l - 1), slopes[r], sums);
            }
            for (int p = 2 * l - 1; p >= 2 * l - 2; p--) { // <1>
                var gradient = gradients.get(p);
                var sum = sums[p % 2];
                for (int i = 0; i < sum.length; i++) {
                    gradient[i] += (float) (sum[i] / rows.length);
                }
                hook.accept(p); // <2>
            }
        }
    }
    // end::backward[]

    /** Slope of the loss at the sums of layer {@code l}, from that of the layer behind it. */
    private double[] slope(double[] row, List<double[]> layers, int l, double[] behind) {
        var slope = new double[SIZES[l]];
        for (int j = 0; j < slope.length; j++) {
            double out = layers.get(l)[j];
            if (behind == null) {
                slope[j] = out - row[SIZES[0] + j];
                continue;
            }
            double sum = 0;
            for (int k = 0; k < behind.length; k++) {
                sum += parameters.get(2 * l)[j * behind.length + k] * behind[k];
            }
            slope[j] = sum * (1 - out * out);
        }
        return slope;
    }

    private static void collect(double[] in, double[] slope, double[][] sums) {
        for (int j = 0; j < slope.length; j++) {
            sums[1][j] += slope[j];
            for (int i = 0; i < in.length; i++) {
                sums[0][i * slope.length + j] += in[i] * slope[j];
            }
        }
    }

    /** Share of the rows whose largest output is also the largest of the answers. */
    public double accuracy(double[][] rows) {
        int right = 0;
        for (var row : rows) {
            var layers = forward(Arrays.copyOf(row, SIZES[0]));
            var out = layers.get(layers.size() - 1);
            right += largest(out) == largest(Arrays.copyOfRange(row, SIZES[0], row.length)) ? 1 : 0;
        }
        return right / (double) rows.length;
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /** Largest difference between a parameter here and there. */
    public double distance(Mlp there) {
        double worst = 0;
        for (int p = 0; p < parameters.size(); p++) {
            for (int i = 0; i < parameters.get(p).length; i++) {
                worst = Math.max(worst, Math.abs(parameters.get(p)[i] - there.parameters.get(p)[i]));
            }
        }
        return worst;
    }

    /** One step of gradient descent, after which the gradients are zero. */
    public void step(float rate) {
        for (int p = 0; p < parameters.size(); p++) {
            for (int i = 0; i < parameters.get(p).length; i++) {
                parameters.get(p)[i] -= rate * gradients.get(p)[i];
            }
            Arrays.fill(gradients.get(p), 0);
        }
    }

    /** Half the mean squared error. */
    public double loss(double[][] rows) {
        double sum = 0;
        for (var row : rows) {
            var layers = forward(Arrays.copyOf(row, SIZES[0]));
            for (int j = 0; j < 4; j++) {
                double off = layers.get(layers.size() - 1)[j] - row[SIZES[0] + j];
                sum += off * off / 2;
            }
        }
        return sum / rows.length;
    }
}
