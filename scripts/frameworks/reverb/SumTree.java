package reverb;

import java.util.Arrays;

/**
 * Weights in an array that is read as a binary tree: node i has the children 2i+1 and 2i+2, a weight of its own, and the
 * sum of all weights at and below it.
 */
public final class SumTree {
    private double[] weights = new double[8];
    private double[] sums = new double[8];

    // tag::set[]
    /** Set the weight of a place and mend the sums on the way to the root. */
    public void set(int place, double weight) {
        grow(place);
        weights[place] = weight;
        for (int i = place; i >= 0; i = parent(i)) {
            sums[i] = weights[i] + sum(2 * i + 1) + sum(2 * i + 2); // <1>
        }
    }
    // end::set[]

    // tag::find[]
    /** Place whose stretch of the line from 0 to {@link #total} holds the target. */
    public int find(double target) {
        int i = 0;
        double left = target;
        while (left >= weights[i] && sum(2 * i + 1) + sum(2 * i + 2) > 0) {
            left -= weights[i]; // <1>
            i = 2 * i + 1;
            if (left >= sum(i) && sum(i + 1) > 0) {
                left -= sum(i); // <2>
                i++;
            }
        }
        return i;
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
}
