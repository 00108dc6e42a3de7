package xor;

/** A cost that is a parabola along each direction, with its best weight at 1: what keeps a weight from getting there. */
public final class Quadratic {
    private Quadratic() {}

    // tag::forms[]
    /** Share of the optimum that weight decay leaves, along a direction of this curvature. */
    public static double decayed(double curvature, double decay) {
        return curvature / (curvature + decay);
    }

    /** Share of the optimum that is reached by so many steps from zero. */
    public static double stopped(double curvature, double rate, int steps) {
        return 1 - StrictMath.pow(1 - rate * curvature, steps);
    }

    /** The same by doing it: go down the parabola, with or without decay. */
    public static double descend(double curvature, double rate, double decay, int steps) {
        double w = 0;
        for (int step = 0; step < steps; step++) {
            w -= rate * (curvature * (w - 1) + decay * w);
        }
        return w;
    }
    // end::forms[]

    /** Solve linear equations, one per row with the right side last, by elimination with row exchange. */
    public static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            int best = column;
            for (int r = column; r < n; r++) {
                best = Math.abs(rows[r][column]) > Math.abs(rows[best][column]) ? r : best;
            }
            var swapped = rows[column];
            rows[column] = rows[best];
            rows[best] = swapped;
            if (rows[column][column] == 0) {
                throw new IllegalArgumentException("the equations have no single solution");
            }
            for (int r = 0; r < n; r++) {
                double factor = r == column ? 0 : rows[r][column] / rows[column][column];
                for (int c = column; c <= n; c++) {
                    rows[r][c] -= factor * rows[column][c];
                }
            }
        }
        var x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = rows[i][n] / rows[i][i];
        }
        return x;
    }
}
