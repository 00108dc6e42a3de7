package parameterserver;

/** Weights with what the server needs to update them; the function that the user brings to the server. */
public final class Weights {
    private final double lambda;
    private final double eta;
    private final double[] w;
    private final double[] curvature;

    /** Zero weights without curvature. */
    public Weights(int size, double lambda, double eta) {
        this.lambda = lambda;
        this.eta = eta;
        w = new double[size];
        curvature = new double[size];
    }

    /** Add a worker's part of the curvature of one weight. */
    public void bend(int at, double part) {
        curvature[at] += part;
    }

    // tag::proximal[]
    /** Step against the gradient, then towards zero, and no further than zero. */
    public void step(double[] gradient) {
        for (int k = 0; k < w.length; k++) {
            if (curvature[k] > 0) {
                double rate = eta / curvature[k];
                double moved = w[k] - rate * gradient[k];
                double shrunk = Math.max(0, Math.abs(moved) - rate * lambda); // <1>
                w[k] = Math.copySign(shrunk, moved);
            }
        }
    }
    // end::proximal[]

    /** The weights, live. */
    public double[] values() {
        return w;
    }
}
