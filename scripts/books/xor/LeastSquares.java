package xor;

/** Fits a linear model by its normal equations. */
public final class LeastSquares {
    private LeastSquares() {}

    // tag::solve[]
    /** The w1, w2, b that make w1 x1 + w2 x2 + b best in the mean of squares. */
    public static double[] fit(double[][] points, double[] targets) {
        var a = new double[3][4]; // the normal equations: X'X in front, X'y behind
        for (int k = 0; k < points.length; k++) {
            var row = new double[] {points[k][0], points[k][1], 1};
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    a[i][j] += row[i] * row[j];
                }
                a[i][3] += row[i] * targets[k];
            }
        }
        return solve(a);
    }
    // end::solve[]

    /** Gauss-Jordan with the largest pivot; the points must not all lie on one line. */
    private static double[] solve(double[][] a) {
        for (int c = 0; c < 3; c++) {
            int pivot = c;
            for (int r = c + 1; r < 3; r++) {
                pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
            }
            if (Math.abs(a[pivot][c]) < 1e-12) {
                throw new IllegalArgumentException("the points lie on one line, which leaves the fit open");
            }
            var swap = a[c];
            a[c] = a[pivot];
            a[pivot] = swap;
            for (int r = 0; r < 3; r++) {
                double factor = r == c ? 0 : a[r][c] / a[c][c];
                for (int j = c; j < 4; j++) {
                    a[r][j] -= factor * a[c][j];
                }
            }
        }
        return new double[] {a[0][3] / a[0][0], a[1][3] / a[1][1], a[2][3] / a[2][2]};
    }
}
