package clockcycles;

import java.util.Arrays;

/** Cuts of a sequence of costs into consecutive blocks; a cut is the end of each block. */
public final class Blocks {
    private Blocks() {}

    /** Cost of the most expensive block. */
    public static double slowest(double[] costs, int[] ends) {
        double slowest = 0;
        for (int b = 0; b < ends.length; b++) {
            slowest = Math.max(slowest, sum(costs, ends, b));
        }
        return slowest;
    }

    /** Cost of the cheapest block. */
    public static double fastest(double[] costs, int[] ends) {
        double fastest = Double.POSITIVE_INFINITY;
        for (int b = 0; b < ends.length; b++) {
            fastest = Math.min(fastest, sum(costs, ends, b));
        }
        return fastest;
    }

    static double sum(double[] costs, int[] ends, int block) {
        return Arrays.stream(costs, block == 0 ? 0 : ends[block - 1], ends[block]).sum();
    }

    /** Blocks of equally many elements, what is left over in the last. */
    public static int[] equal(int elements, int blocks) {
        var ends = new int[blocks];
        Arrays.setAll(ends, b -> elements / blocks * (b + 1));
        ends[blocks - 1] = elements;
        return ends;
    }

    // tag::settle[]
    /** Move borders until no block exceeds another by more than one element may cost. */
    public static int[] settle(double[] costs, int blocks) {
        double unit = Arrays.stream(costs).max().orElse(0);
        var ends = equal(costs.length, blocks);
        int big = extreme(costs, ends, 0, 1);
        while (true) {
            int small = extreme(costs, ends, big, -1); // <1>
            double gap = sum(costs, ends, big) - sum(costs, ends, small);
            if (gap <= unit * (1 + 1e-12)) { // <2>
                return ends;
            }
            int giver = small < big ? small + 1 : small - 1; // <3>
            ends[Math.min(small, giver)] += small < giver ? 1 : -1;
            big = giver == big ? extreme(costs, ends, 0, 1) : big;
        }
    }
    // end::settle[]

    /** Index of the largest (sign 1) or smallest (sign -1) block; of equals the one nearest to {@code near}. */
    private static int extreme(double[] costs, int[] ends, int near, int sign) {
        int best = near;
        for (int b = 0; b < ends.length; b++) {
            double better = sign * (sum(costs, ends, b) - sum(costs, ends, best));
            if (better > 0 || better == 0 && Math.abs(b - near) < Math.abs(best - near)) {
                best = b;
            }
        }
        return best;
    }

    /** Costs moved to the interval from 0 to 1 as torchgpipe does before it cuts: the least becomes 0. */
    public static double[] normalised(double[] costs) {
        double least = Arrays.stream(costs).min().orElse(0);
        double range = Arrays.stream(costs).max().orElse(0) - least;
        return Arrays.stream(costs).map(cost -> range == 0 ? 0 : (cost - least) / range).toArray();
    }

    // tag::best[]
    /** The cut with the cheapest most expensive block, by dynamic programming. */
    public static int[] best(double[] costs, int blocks) {
        int n = costs.length;
        var slowest = new double[blocks + 1][n + 1];
        var from = new int[blocks + 1][n + 1];
        Arrays.fill(slowest[0], Double.POSITIVE_INFINITY);
        slowest[0][0] = 0;
        for (int b = 1; b <= blocks; b++) {
            Arrays.fill(slowest[b], Double.POSITIVE_INFINITY);
            for (int end = b; end <= n; end++) {
                double last = 0;
                for (int start = end - 1; start >= b - 1; start--) {
                    last += costs[start];
                    double here = Math.max(slowest[b - 1][start], last);
                    if (here < slowest[b][end]) {
                        slowest[b][end] = here;
                        from[b][end] = start;
                    }
                }
            }
        }
        var ends = new int[blocks];
        for (int b = blocks, end = n; b > 0; end = from[b][end], b--) {
            ends[b - 1] = end;
        }
        return ends;
    }
    // end::best[]
}
