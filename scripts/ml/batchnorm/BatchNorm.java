package batchnorm;

/** Batch normalization of each feature over a batch, with its way back and its folded form for inference. */
public final class BatchNorm {
    /** Learned scale of each feature, 1 at first. */
    public final double[] gamma;
    /** Learned shift of each feature, 0 at first. */
    public final double[] beta;

    private final double epsilon;
    private final double[] gammaSlopes;
    private final double[] betaSlopes;
    private final double[] mean;
    private final double[] variance;
    private double[][] normalized;
    private double[] deviation;

    /** Normalize {@code features}; {@code epsilon} is added to each variance. */
    public BatchNorm(int features, double epsilon) {
        this.epsilon = epsilon;
        gamma = new double[features];
        java.util.Arrays.fill(gamma, 1);
        beta = new double[features];
        gammaSlopes = new double[features];
        betaSlopes = new double[features];
        mean = new double[features];
        variance = new double[features];
        java.util.Arrays.fill(variance, 1);
    }

    // tag::forward[]
    /** Normalize {@code [example][feature]} by the batch's own statistics, or by averages. */
    public double[][] forward(double[][] x, boolean training) {
        int m = x.length;
        normalized = new double[m][gamma.length];
        deviation = new double[gamma.length];
        var y = new double[m][gamma.length];
        for (int f = 0; f < gamma.length; f++) {
            double mu = training ? 0 : mean[f];
            double square = 0;
            for (int n = 0; training && n < m; n++) {
                mu += x[n][f] / m;
            }
            for (int n = 0; n < m; n++) {
                square += (x[n][f] - mu) * (x[n][f] - mu) / m;
            }
            deviation[f] = Math.sqrt((training ? square : variance[f]) + epsilon);
            for (int n = 0; n < m; n++) {
                normalized[n][f] = deviation[f] == 0 ? 0 : (x[n][f] - mu) / deviation[f];
                y[n][f] = gamma[f] * normalized[n][f] + beta[f];
            }
            if (training && m > 1) {
                mean[f] += 0.1 * (mu - mean[f]);
                variance[f] += 0.1 * (square * m / (m - 1) - variance[f]); // <1>
            }
        }
        return y;
    }
    // end::forward[]

    // tag::backward[]
    /** Take the gradient of the output, add to the parameters' and return the input's. */
    public double[][] backward(double[][] slopes) {
        int m = slopes.length;
        var back = new double[m][gamma.length];
        for (int f = 0; f < gamma.length; f++) {
            double mean = 0;
            double along = 0;
            for (int n = 0; n < m; n++) {
                betaSlopes[f] += slopes[n][f];
                gammaSlopes[f] += slopes[n][f] * normalized[n][f];
                mean += gamma[f] * slopes[n][f] / m; // <1>
                along += gamma[f] * slopes[n][f] * normalized[n][f] / m; // <2>
            }
            for (int n = 0; n < m && deviation[f] > 0; n++) {
                double g = gamma[f] * slopes[n][f];
                back[n][f] = (g - mean - normalized[n][f] * along) / deviation[f];
            }
        }
        return back;
    }
    // end::backward[]

    // tag::fold[]
    /** Scale and shift of each feature that inference needs: the whole transform in two numbers. */
    public double[][] folded() {
        var affine = new double[2][gamma.length];
        for (int f = 0; f < gamma.length; f++) {
            affine[0][f] = gamma[f] / Math.sqrt(variance[f] + epsilon);
            affine[1][f] = beta[f] - affine[0][f] * mean[f];
        }
        return affine;
    }
    // end::fold[]

    /** Gradient of {@link #gamma} for a feature. */
    public double gammaSlope(int feature) {
        return gammaSlopes[feature];
    }

    /** Gradient of {@link #beta} for a feature. */
    public double betaSlope(int feature) {
        return betaSlopes[feature];
    }

    /** Walk down the gradient and forget it. */
    void step(double rate) {
        for (int f = 0; f < gamma.length; f++) {
            gamma[f] -= rate * gammaSlopes[f];
            beta[f] -= rate * betaSlopes[f];
            gammaSlopes[f] = 0;
            betaSlopes[f] = 0;
        }
    }
}
