package bowl;

/**
 * A quadratic loss in two weights, half (w - best)' H (w - best); H has two eigenvalues and a turned pair of
 * eigenvectors.
 */
public final class Bowl {
    private final double[] lambda;
    private final double cos;
    private final double sin;
    private final double[] best;

    /** Eigenvalues, the angle of the first eigenvector in degrees, and the weights with the least loss. */
    public Bowl(double first, double second, double degrees, double... best) {
        this.lambda = new double[] {first, second};
        this.cos = StrictMath.cos(StrictMath.toRadians(degrees));
        this.sin = StrictMath.sin(StrictMath.toRadians(degrees));
        this.best = best.clone();
    }

    /** The Hessian, row by row. */
    public double[][] hessian() {
        double off = (lambda[0] - lambda[1]) * cos * sin;
        return new double[][] {
            {lambda[0] * cos * cos + lambda[1] * sin * sin, off}, {off, lambda[0] * sin * sin + lambda[1] * cos * cos}
        };
    }

    // tag::descend[]
    /** Where gradient descent from the origin is after some steps. */
    public double[] descend(double rate, int steps) {
        var h = hessian();
        var w = new double[2];
        for (int step = 0; step < steps; step++) {
            double x = w[0] - best[0];
            double y = w[1] - best[1];
            w[0] -= rate * (h[0][0] * x + h[0][1] * y);
            w[1] -= rate * (h[1][0] * x + h[1][1] * y);
        }
        return w;
    }
    // end::descend[]

    // tag::ridge[]
    /** The minimum with a penalty of alpha/2 times the squared length: (H + alpha I) w = H best. */
    public double[] ridge(double alpha) {
        var h = hessian();
        double p = h[0][0] * best[0] + h[0][1] * best[1];
        double q = h[1][0] * best[0] + h[1][1] * best[1];
        double a = h[0][0] + alpha;
        double d = h[1][1] + alpha;
        double determinant = a * d - h[0][1] * h[1][0];
        return new double[] {(d * p - h[0][1] * q) / determinant, (a * q - h[1][0] * p) / determinant};
    }
    // end::ridge[]

    /** Share of the best weights that these weights have along each eigenvector. */
    public double[] shares(double... w) {
        return new double[] {
            (cos * w[0] + sin * w[1]) / (cos * best[0] + sin * best[1]),
            (cos * w[1] - sin * w[0]) / (cos * best[1] - sin * best[0])
        };
    }

    /** Distance from the best weights, as a share of their length. */
    public double distance(double... w) {
        return Math.hypot(w[0] - best[0], w[1] - best[1]) / Math.hypot(best[0], best[1]);
    }
}
