package probe;

import java.util.Arrays;
import java.util.Random;

/** One hidden layer: weights, then optionally normalization, then the unit, then optionally dropout. */
public final class Stage {
    static final double EPSILON = 1e-5;
    /** Weights, {@code [input][unit]}, and their gradient. */
    public final double[][] weights;
    /** Gradient of the latest batch. */
    public final double[][] slopes;
    final double[] shift;
    final double[] scale;
    private final double[] shiftSlopes;
    private final double[] scaleSlopes;
    private final Unit unit; // null for a layer of plain sums
    private final boolean normalized;
    private final double dropout;
    private final Random random;
    private final double[] mean;
    private final double[] deviation;
    private double[][] in;
    private double[][] hat;
    private double[][] values;
    private double[][] mask;

    Stage(int inputs, int units, Unit unit, boolean normalized, double dropout, double gain, Random random) {
        this.unit = unit;
        this.normalized = normalized;
        this.dropout = dropout;
        this.random = random;
        weights = new double[inputs][units];
        slopes = new double[inputs][units];
        shift = new double[units];
        scale = new double[units];
        shiftSlopes = new double[units];
        scaleSlopes = new double[units];
        mean = new double[units];
        deviation = new double[units];
        Arrays.fill(scale, 1);
        double spread = gain * Math.sqrt((unit == null ? 1 : unit.spread()) / inputs);
        for (var row : weights) {
            Arrays.setAll(row, u -> spread * random.nextGaussian());
        }
    }

    // tag::forward[]
    /** What the layer makes of a batch. */
    public double[][] forward(double[][] in, boolean training) {
        this.in = in;
        var sums = Matrix.times(in, weights);
        if (normalized && training) {
            statistics(sums);
        }
        hat = sums;
        values = new double[sums.length][];
        mask = new double[sums.length][];
        for (int n = 0; n < sums.length; n++) {
            values[n] = new double[shift.length];
            mask[n] = new double[shift.length];
            for (int u = 0; u < shift.length; u++) {
                if (normalized) {
                    hat[n][u] = (sums[n][u] - mean[u]) / deviation[u];
                }
                double z = scale[u] * hat[n][u] + shift[u];
                values[n][u] = unit == null ? z : unit.value(z);
                mask[n][u] = !training ? 1 - dropout // <1>
                        : dropout > 0 && random.nextDouble() < dropout ? 0 : 1;
            }
        }
        return Matrix.map(values, (n, u) -> values[n][u] * mask[n][u]);
    }
    // end::forward[]

    private void statistics(double[][] sums) {
        for (int u = 0; u < mean.length; u++) {
            double m = 0;
            for (var row : sums) {
                m += row[u] / sums.length;
            }
            double square = 0;
            for (var row : sums) {
                square += (row[u] - m) * (row[u] - m) / sums.length;
            }
            mean[u] = m;
            deviation[u] = Math.sqrt(square + EPSILON);
        }
    }

    /** From the gradient of the outputs to that of the inputs; the parameters' own is kept. */
    public double[][] backward(double[][] out) {
        Arrays.fill(shiftSlopes, 0);
        Arrays.fill(scaleSlopes, 0);
        var g = Matrix.map(out, (n, u) ->
                out[n][u] * mask[n][u] * (unit == null ? 1 : unit.slope(values[n][u])));
        for (int n = 0; n < g.length; n++) {
            for (int u = 0; u < shift.length; u++) {
                shiftSlopes[u] += g[n][u];
                scaleSlopes[u] += g[n][u] * hat[n][u];
            }
        }
        var sums = !normalized ? g : Matrix.map(g, (n, u) -> scale[u] / deviation[u]
                * (g[n][u] - shiftSlopes[u] / g.length - hat[n][u] * scaleSlopes[u] / g.length));
        Matrix.outer(in, sums, slopes);
        return Matrix.timesTransposed(sums, weights);
    }

    void step(double rate) {
        for (int i = 0; i < weights.length; i++) {
            for (int u = 0; u < shift.length; u++) {
                weights[i][u] -= rate * slopes[i][u];
            }
        }
        for (int u = 0; u < shift.length; u++) {
            shift[u] -= rate * shiftSlopes[u];
            scale[u] -= normalized ? rate * scaleSlopes[u] : 0;
        }
    }
}
