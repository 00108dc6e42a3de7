package normmatters;

import java.util.Random;

/** A linear unit behind batch normalization, fitted to targets by least squares; only the direction of w matters. */
public final class NormalizedUnit {
    private final double[][] x;
    private final double[] targets;

    /** Draw {@code m} examples of {@code features} values, and targets that a linear unit can only fit in part. */
    public NormalizedUnit(int m, int features, Random random) {
        x = new double[m][features];
        targets = new double[m];
        for (int n = 0; n < m; n++) {
            for (int i = 0; i < features; i++) {
                x[n][i] = random.nextGaussian();
            }
            targets[n] = x[n][0] - 0.5 * x[n][1] + 0.3 * x[n][2] * x[n][3] + 0.5 * random.nextGaussian();
        }
    }

    // tag::gradient[]
    /** Gradient of half the mean squared error of BN(x w), epsilon 0. */
    public double[] gradient(double[] w) {
        int m = x.length;
        var y = new double[m];
        double mean = 0;
        for (int n = 0; n < m; n++) {
            y[n] = dot(x[n], w);
            mean += y[n] / m;
        }
        double square = 0;
        for (int n = 0; n < m; n++) {
            y[n] -= mean;
            square += y[n] * y[n] / m;
        }
        double deviation = Math.sqrt(square);
        double along = 0;
        double average = 0;
        for (int n = 0; n < m; n++) {
            y[n] /= deviation;
            average += (y[n] - targets[n]) / m;
            along += (y[n] - targets[n]) * y[n] / m;
        }
        var gradient = new double[w.length];
        for (int n = 0; n < m; n++) {
            double g = (y[n] - targets[n] - average - y[n] * along) / (m * deviation);
            add(g, x[n], gradient);
        }
        return gradient;
    }
    // end::gradient[]

    /** Half the mean squared error of BN(x w). */
    public double loss(double[] w) {
        double mean = 0;
        double square = 0;
        var y = new double[x.length];
        for (int n = 0; n < y.length; n++) {
            y[n] = dot(x[n], w);
            mean += y[n] / y.length;
        }
        for (double value : y) {
            square += (value - mean) * (value - mean) / y.length;
        }
        double sum = 0;
        for (int n = 0; n < y.length; n++) {
            double error = (y[n] - mean) / Math.sqrt(square) - targets[n];
            sum += error * error / (2 * y.length);
        }
        return sum;
    }

    /** Inner product. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Add {@code a} times x to y. */
    public static void add(double a, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a * x[i];
        }
    }

    /** Euclidean norm. */
    public static double norm(double[] w) {
        return Math.sqrt(dot(w, w));
    }

    /** Length of the difference of two directions. */
    public static double apart(double[] a, double[] b) {
        var difference = new double[a.length];
        add(1 / norm(a), a, difference);
        add(-1 / norm(b), b, difference);
        return norm(difference);
    }
}
