package hyperband;

import java.util.Random;

/**
 * A net of two inputs, ReLU units and three classes that learns to tell spiral arms apart by gradient descent on all
 * points. Its settings are drawn: learning rate, weight decay and the size of the first weights.
 */
public final class SpiralNet implements Arm {
    private static final int CLASSES = 3;
    private static final int UNITS = 16;

    /** Learning rate, weight decay, deviation of the first weights. */
    public record Setting(double rate, double decay, double deviation) {
        /** Draw each setting evenly on a logarithmic scale. */
        public static Setting draw(Random random) {
            return new Setting(log(random, -3, 1.5), log(random, -6, -1), log(random, -2, 0.5));
        }

        private static double log(Random random, double low, double high) {
            return StrictMath.pow(10, low + (high - low) * random.nextDouble());
        }
    }

    private final Setting setting;
    private final double[][] points;
    private final double[][] fresh;
    private final int epochs;
    private final double[] p = new double[UNITS * (3 + CLASSES) + CLASSES];
    private int done;

    /** One unit of resource is so many epochs; {@code points} are learned, {@code fresh} are judged. */
    public SpiralNet(Setting setting, double[][] points, double[][] fresh, int epochs, Random random) {
        this.setting = setting;
        this.points = points;
        this.fresh = fresh;
        this.epochs = epochs;
        for (int i = 0; i < UNITS * (3 + CLASSES); i++) {
            p[i] = setting.deviation() * random.nextGaussian();
        }
    }

    /** Points x, y, class on three arms, {@code each} per arm. */
    public static double[][] spirals(int each, Random random) {
        var points = new double[CLASSES * each][];
        for (int i = 0; i < points.length; i++) {
            int arm = i / each;
            double along = (i % each + 1.0) / each;
            double turn = 4 * along + 2 * StrictMath.PI * arm / CLASSES + 0.2 * random.nextGaussian();
            points[i] = new double[] {2 * along * StrictMath.sin(turn), 2 * along * StrictMath.cos(turn), arm};
        }
        return points;
    }

    // tag::gradient[]
    /** Mean cross-entropy of some points; adds its derivatives to g, if there is one. */
    double loss(double[][] some, double[] g) {
        double sum = 0;
        var h = new double[UNITS];
        var q = new double[CLASSES];
        for (var point : some) {
            int label = (int) point[2];
            sum -= StrictMath.log(forward(point, h, q)[label]);
            for (int c = 0; g != null && c < CLASSES; c++) {
                double pull = (q[c] - (c == label ? 1 : 0)) / some.length;
                g[UNITS * (3 + CLASSES) + c] += pull;
                for (int u = 0; u < UNITS; u++) {
                    g[UNITS * (3 + c) + u] += pull * h[u];
                    double back = h[u] > 0 ? pull * p[UNITS * (3 + c) + u] : 0;
                    g[3 * u] += back * point[0];
                    g[3 * u + 1] += back * point[1];
                    g[3 * u + 2] += back;
                }
            }
        }
        return sum / some.length;
    }
    // end::gradient[]

    private double[] forward(double[] point, double[] h, double[] q) {
        double most = Double.NEGATIVE_INFINITY;
        for (int u = 0; u < UNITS; u++) {
            h[u] = Math.max(0, p[3 * u] * point[0] + p[3 * u + 1] * point[1] + p[3 * u + 2]);
        }
        for (int c = 0; c < CLASSES; c++) {
            q[c] = p[UNITS * (3 + CLASSES) + c];
            for (int u = 0; u < UNITS; u++) {
                q[c] += p[UNITS * (3 + c) + u] * h[u];
            }
            most = Math.max(most, q[c]);
        }
        double total = 0;
        for (int c = 0; c < CLASSES; c++) {
            q[c] = StrictMath.exp(q[c] - most);
            total += q[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            q[c] /= total;
        }
        return q;
    }

    @Override
    public double train(double resource) {
        for (; done < Math.round(resource * epochs); done++) {
            var g = new double[p.length];
            loss(points, g);
            for (int i = 0; i < p.length; i++) {
                p[i] -= setting.rate() * (g[i] + setting.decay() * p[i]);
            }
        }
        double seen = loss(fresh, null);
        return Double.isFinite(seen) ? seen : Double.MAX_VALUE; // a net that flew apart loses
    }

    @Override
    public double worth() {
        return loss(fresh, null);
    }

    /** Share of the fresh points that are told apart. */
    public double accuracy() {
        int right = 0;
        var h = new double[UNITS];
        for (var point : fresh) {
            var q = forward(point, h, new double[CLASSES]);
            int best = q[1] > q[0] ? 1 : 0;
            right += (q[2] > q[best] ? 2 : best) == (int) point[2] ? 1 : 0;
        }
        return right / (double) fresh.length;
    }

    /** The drawn settings. */
    public Setting setting() {
        return setting;
    }

    /** Largest difference between the gradient and a central difference of this half width. */
    public double gradientError(double width) {
        var g = new double[p.length];
        loss(points, g);
        double most = 0;
        for (int i = 0; i < p.length; i++) {
            double kept = p[i];
            p[i] = kept + width;
            double up = loss(points, null);
            p[i] = kept - width;
            double down = loss(points, null);
            p[i] = kept;
            most = Math.max(most, Math.abs(g[i] - (up - down) / (2 * width)));
        }
        return most;
    }
}
