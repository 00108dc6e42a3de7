package xor;

import java.util.Random;

/**
 * The network of the book's section 6.1 with any number of hidden units: f(x) = w . max(0, W'x + c) + b.
 *
 * <p>All parameters stand in one array: for each unit its two input weights, then all biases c, then all w, then b.
 */
public final class ReluNet {
    /** The four corners of the unit square, one per row. */
    public static final double[][] CORNERS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    /** What exclusive or says of each corner. */
    public static final double[] XOR = {0, 1, 1, 0};

    private final int hidden;
    private final double[] p;

    private ReluNet(int hidden, double[] p) {
        this.hidden = hidden;
        this.p = p;
    }

    /** Draw every parameter from a normal distribution with this deviation. */
    public static ReluNet random(int hidden, double deviation, Random random) {
        var p = new double[4 * hidden + 1];
        for (int i = 0; i < p.length; i++) {
            p[i] = deviation * random.nextGaussian();
        }
        return new ReluNet(hidden, p);
    }

    // tag::printed[]
    /** The solution that the book prints, equations 6.4 to 6.6. */
    public static ReluNet printed() {
        return new ReluNet(2, new double[] {
            1, 1, 1, 1, // W
            0, -1, // c
            1, -2, // w
            0 // b
        });
    }
    // end::printed[]

    // tag::forward[]
    /** What the hidden units make of a point: h = max(0, W'x + c). */
    public double[] fold(double... x) {
        var h = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            h[i] = Math.max(0, p[2 * i] * x[0] + p[2 * i + 1] * x[1] + p[2 * hidden + i]);
        }
        return h;
    }

    /** The answer, which is linear in h. */
    public double output(double... h) {
        double y = p[4 * hidden];
        for (int i = 0; i < hidden; i++) {
            y += p[3 * hidden + i] * h[i];
        }
        return y;
    }
    // end::forward[]

    /** Mean squared error over the four corners, equation 6.1. */
    public double loss() {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            double off = output(fold(CORNERS[k])) - XOR[k];
            sum += off * off / 4;
        }
        return sum;
    }

    // tag::gradient[]
    /** Derivative of the loss by every parameter. */
    public double[] gradient() {
        var g = new double[p.length];
        for (int k = 0; k < 4; k++) {
            var x = CORNERS[k];
            var h = fold(x);
            double pull = (output(h) - XOR[k]) / 2;
            g[4 * hidden] += pull;
            for (int i = 0; i < hidden; i++) {
                g[3 * hidden + i] += pull * h[i];
                double back = h[i] > 0 ? pull * p[3 * hidden + i] : 0; // <1>
                g[2 * i] += back * x[0];
                g[2 * i + 1] += back * x[1];
                g[2 * hidden + i] += back;
            }
        }
        return g;
    }

    /** Step down from all four corners; returns the steepest entry of the gradient. */
    public double step(double rate) {
        var g = gradient();
        double steepest = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] -= rate * g[i];
            steepest = Math.max(steepest, Math.abs(g[i]));
        }
        return steepest;
    }
    // end::gradient[]

    /** Largest difference between the gradient and a central difference with this half width. */
    public double gradientError(double width) {
        var g = gradient();
        double most = 0;
        for (int i = 0; i < p.length; i++) {
            double kept = p[i];
            p[i] = kept + width;
            double up = loss();
            p[i] = kept - width;
            double down = loss();
            p[i] = kept;
            most = Math.max(most, Math.abs(g[i] - (up - down) / (2 * width)));
        }
        return most;
    }

    /** How many hidden units are zero at all four corners, and so can never learn again. */
    public int dead() {
        int dead = 0;
        for (int i = 0; i < hidden; i++) {
            boolean silent = true;
            for (var corner : CORNERS) {
                silent &= fold(corner)[i] == 0;
            }
            dead += silent ? 1 : 0;
        }
        return dead;
    }

    /** Whether every parameter is a whole number, give or take this much. */
    public boolean integers(double tolerance) {
        for (double v : p) {
            if (Math.abs(v - Math.rint(v)) > tolerance) {
                return false;
            }
        }
        return true;
    }

    /** Ends h1, h2, h1, h2 of the line on which a net of two units answers one half; one coordinate is low, then high. */
    public double[] boundary(double low, double high) {
        double u = p[3 * hidden];
        double v = p[3 * hidden + 1];
        double rest = 0.5 - p[4 * hidden];
        return Math.abs(u) > Math.abs(v)
                ? new double[] {(rest - v * low) / u, low, (rest - v * high) / u, high}
                : new double[] {low, (rest - u * low) / v, high, (rest - u * high) / v};
    }
}
