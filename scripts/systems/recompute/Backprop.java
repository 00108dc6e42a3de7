package recompute;

import java.util.Arrays;

/** Backpropagation through a chain under a memory schedule; every schedule gives the same gradient. */
public final class Backprop {
    private final Chain chain;
    private final Ledger ledger = new Ledger();
    private final double[][][] gradients;
    private double[] gradient; // of the output of the layer that comes next
    private long advances;

    /** Start with a fresh ledger. */
    public Backprop(Chain chain) {
        this.chain = chain;
        int width = chain.input().length;
        gradients = new double[chain.layers()][width][width];
        gradient = new double[width];
        Arrays.fill(gradient, 1); // the loss is the sum of the outputs
    }

    // tag::segments[]
    /** Keep the inputs of segments of {@code size} layers, recompute the rest. */
    public Backprop segments(int size) {
        int layers = chain.layers();
        int segments = (layers + size - 1) / size;
        var checkpoints = new double[segments][];
        checkpoints[0] = chain.input();
        ledger.hold(0);
        for (int s = 1; s < segments; s++) {
            checkpoints[s] = advance(checkpoints[s - 1], (s - 1) * size, size); // <1>
        }
        for (int s = segments - 1; s >= 0; s--) {
            backward(checkpoints[s], s * size, Math.min(layers, (s + 1) * size)); // <2>
            ledger.drop(s * size);
        }
        return this;
    }

    /** Run a segment forward and keep everything, then backward, dropping as it goes. */
    private void backward(double[] input, int from, int to) {
        var kept = new double[to - from + 1][];
        kept[0] = input;
        for (int i = from; i < to; i++) {
            kept[i - from + 1] = forward(i, kept[i - from]);
        }
        for (int i = to - 1; i >= from; i--) {
            backward(i, kept[i - from], kept[i - from + 1]);
        }
    }
    // end::segments[]

    /** Run layers forward, keeping only the last output. */
    private double[] advance(double[] x, int from, int layers) {
        var at = x;
        for (int i = from; i < from + layers; i++) {
            at = forward(i, at);
            advances++;
            if (i > from) {
                ledger.drop(i);
            }
        }
        return at;
    }

    private double[] forward(int layer, double[] x) {
        ledger.tick();
        ledger.hold(layer + 1);
        return chain.forward(layer, x);
    }

    private void backward(int layer, double[] x, double[] y) {
        ledger.tick();
        gradient = chain.backward(layer, x, y, gradient, gradients);
        ledger.drop(layer + 1);
    }

    // tag::nested[]
    /** Where to put the next snapshot: how many layers to run ahead. */
    public interface Cut {
        int at(int layers, int snapshots);
    }

    /** Checkpoints within checkpoints: never more than {@code snapshots} of them at a time. */
    public Backprop nested(int snapshots, Cut cut) {
        ledger.hold(0);
        reverse(chain.input(), 0, chain.layers(), snapshots, cut);
        ledger.drop(0);
        return this;
    }

    private void reverse(double[] x, int from, int layers, int snapshots, Cut cut) {
        if (layers == 1) {
            backward(from, x, forward(from, x)); // <1>
            return;
        }
        int ahead = snapshots == 1 ? layers - 1 : cut.at(layers, snapshots); // <2>
        var snapshot = advance(x, from, ahead);
        reverse(snapshot, from + ahead, layers - ahead, Math.max(1, snapshots - 1), cut);
        ledger.drop(from + ahead);
        reverse(x, from, ahead, snapshots, cut);
    }
    // end::nested[]

    // tag::binomial[]
    /** Fewest steps ahead for so many layers and snapshots, the input's among them. */
    public static long steps(int layers, int snapshots) {
        int r = 0; // how often a layer may be run ahead
        while (binomial(snapshots + r, r) < layers) {
            r++;
        }
        return r == 0 ? 0 : (long) r * layers - binomial(snapshots + r, r - 1);
    }

    /** The cut that costs least: what is run ahead, then both sides. */
    public static int bestCut(int layers, int snapshots) {
        int best = 1;
        long least = Long.MAX_VALUE;
        for (int m = 1; m < layers; m++) {
            long cost = m + steps(layers - m, snapshots - 1) + steps(m, snapshots);
            if (cost < least) {
                least = cost;
                best = m;
            }
        }
        return best;
    }
    // end::binomial[]

    /** {@code n} over {@code k}, exact as long as it fits. */
    static long binomial(int n, int k) {
        long value = 1;
        for (int i = 1; i <= k; i++) {
            value = value * (n - k + i) / i;
        }
        return value;
    }

    /** Forward steps that only led to a snapshot. */
    public long advances() {
        return advances;
    }

    /** What was in memory. */
    public Ledger ledger() {
        return ledger;
    }

    /** Gradient of the loss for every weight, {@code [layer][row][column]}. */
    public double[][][] gradients() {
        return gradients;
    }
}
