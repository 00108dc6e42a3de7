package reverb;

import java.util.Arrays;

/**
 * Weights in an array that is read as a binary tree: node i has the children 2i+1 and 2i+2, a weight of its own, and the
 * sum of all weights at and below it.
 */
public final class SumTree {
    private static final double LARGEST_ERROR = 1e-4; // of Reverb, prioritized.cc

    private double[] weights = new double[8];
    private double[] sums = new double[8];
    private int rebuilds;

    // tag::set[]
    /** Set the weight of a place and mend the sums on the way to the root. */
    public void set(int place, double weight) {
        grow(place);
        double change = weight - weights[place];
        weights[place] = weight;
        double error = 0;
        for (int i = place; i >= 0 && error <= LARGEST_ERROR; i = parent(i)) {
            sums[i] = Math.max(0, sums[i] + change); // <1>
            error = Math.abs(sums[i] - weights[i] - sum(2 * i + 1) - sum(2 * i + 2));
        }
        if (error > LARGEST_ERROR) {
            rebuild(); // <2>
        }
    }
    // end::set[]

    // tag::find[]
    /** Place whose stretch of the line from 0 to {@link #total} holds {@code target}. */
    public int find(double target) {
        int i = 0;
        double left = target;
        while (true) {
            if (left < sum(2 * i + 1)) {
                i = 2 * i + 1;
            } else if (left - sum(2 * i + 1) < sum(2 * i + 2)) {
                left -= sum(2 * i + 1);
                i = 2 * i + 2;
            } else {
                return i; // <1>
            }
        }
    }
    // end::find[]

    private static int parent(int i) {
        return i == 0 ? -1 : (i - 1) / 2;
    }

    private void grow(int place) {
        while (place >= weights.length) {
            weights = Arrays.copyOf(weights, 2 * weights.length);
            sums = Arrays.copyOf(sums, 2 * sums.length);
        }
    }

    private void rebuild() {
        rebuilds++;
        for (int i = weights.length - 1; i >= 0; i--) {
            sums[i] = weights[i] + sum(2 * i + 1) + sum(2 * i + 2);
        }
    }

    /** Sum at and below a place; 0 beyond the end. */
    public double sum(int place) {
        return place < sums.length ? sums[place] : 0;
    }

    /** Weight of a place. */
    public double weight(int place) {
        return place < weights.length ? weights[place] : 0;
    }

    /** Sum of all weights. */
    public double total() {
        return sums[0];
    }

    /** How often rounding made a rebuild necessary. */
    public int rebuilds() {
        return rebuilds;
    }
}
