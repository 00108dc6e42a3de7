package xor;

import java.util.Arrays;
import java.util.Random;

/** Two inputs, some ReLU units, one output that is a plain sum; squared error on the four cases of XOR. */
public final class XorNet {
    /** The four cases. */
    public static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    /** What is wanted for each. */
    public static final double[] TARGETS = {0, 1, 1, 0};

    /** Parameters: per unit two weights, a bias, and its weight in the output; the output's bias last. */
    public final double[] parameters;
    /** Gradient by the parameters. */
    public final double[] slopes;
    private final int hidden;

    /** Make a net with random first weights, biases zero. */
    public XorNet(int hidden, Random random) {
        this.hidden = hidden;
        parameters = new double[4 * hidden + 1];
        slopes = new double[parameters.length];
        for (int i = 0; i < 4 * hidden; i++) {
            parameters[i] = i % 4 == 2 ? 0 : random.nextGaussian() / (i % 4 == 3 ? Math.sqrt(hidden) : 1);
        }
    }

    // tag::book[]
    /** The solution that the book gives. */
    public static XorNet book() {
        var net = new XorNet(2, new Random(0));
        System.arraycopy(new double[] {1, 1, 0, 1, /* second unit */ 1, 1, -1, -2, /* b */ 0}, 0,
                net.parameters, 0, 9);
        return net;
    }
    // end::book[]

    /** What the hidden units make of an input. */
    public double[] features(double[] x) {
        var h = new double[hidden];
        for (int u = 0; u < hidden; u++) {
            h[u] = Math.max(0, parameters[4 * u] * x[0] + parameters[4 * u + 1] * x[1] + parameters[4 * u + 2]);
        }
        return h;
    }

    /** Output for an input. */
    public double output(double[] x) {
        return output(features(x), parameters);
    }

    private double output(double[] h, double[] p) {
        double y = p[4 * hidden];
        for (int u = 0; u < hidden; u++) {
            y += p[4 * u + 3] * h[u];
        }
        return y;
    }

    // tag::learn[]
    /** Mean squared error over the four cases; fills the slopes. */
    public double learn() {
        Arrays.fill(slopes, 0);
        double loss = 0;
        for (int i = 0; i < 4; i++) {
            var h = features(INPUTS[i]);
            double error = output(h, parameters) - TARGETS[i];
            loss += error * error / 4;
            double back = error / 2;
            slopes[4 * hidden] += back;
            for (int u = 0; u < hidden; u++) {
                slopes[4 * u + 3] += back * h[u];
                if (h[u] > 0) { // <1>
                    double unit = back * parameters[4 * u + 3];
                    slopes[4 * u] += unit * INPUTS[i][0];
                    slopes[4 * u + 1] += unit * INPUTS[i][1];
                    slopes[4 * u + 2] += unit;
                }
            }
        }
        return loss;
    }
    // end::learn[]

    /** Go against the slopes. */
    public void step(double rate) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= rate * slopes[i];
        }
    }
}
