package optimus;

/**
 * How a loss falls: 1 / (speed k + start) + floor after {@code k} epochs.
 *
 * @param speed how fast it falls
 * @param start inverse of what it can lose at all
 * @param floor where it ends
 */
public record LossCurve(double speed, double start, double floor) {
    /** Loss after {@code k} epochs. */
    public double at(double k) {
        return 1 / (speed * k + start) + floor;
    }

    // tag::fit[]
    /** Fit the first losses: for each floor of a grid the inverse is a straight line. */
    public static LossCurve fit(double[] losses, int n) {
        double low = Double.MAX_VALUE;
        for (int k = 0; k < n; k++) {
            low = Math.min(low, losses[k]);
        }
        LossCurve best = null;
        double least = Double.MAX_VALUE;
        for (int g = 0; g < 400; g++) {
            double floor = low * g / 400; // below every loss
            var a = new double[n][];
            var b = new double[n];
            for (int k = 0; k < n; k++) {
                double rest = losses[k] - floor;
                double weight = rest * rest * (1 << 2 * (3 * k / n)); // <1>
                a[k] = new double[] {weight * k, weight};
                b[k] = weight / rest;
            }
            var line = Nnls.solve(a, b);
            var curve = new LossCurve(line[0], line[1], floor);
            double error = curve.error(losses, n);
            if (error < least && line[0] > 0) {
                least = error;
                best = curve;
            }
        }
        return best;
    }
    // end::fit[]

    private double error(double[] losses, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double off = (at(k) - losses[k]) * (1 << 2 * (3 * k / n));
            sum += off * off;
        }
        return sum;
    }

    /** First epoch from which on an epoch gains less than {@code little}, at most {@code limit}. */
    public int convergence(double little, int limit) {
        int k = 1;
        while (k < limit && at(k - 1) - at(k) >= little) {
            k++;
        }
        return k;
    }
}
