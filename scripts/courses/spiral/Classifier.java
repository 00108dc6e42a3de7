package spiral;

import java.util.Random;

/** Softmax over linear scores, of the plane itself or of one layer of ReLU units; gradients by hand. */
public final class Classifier {
    private final int hidden;
    private final int features;
    private final int classes;
    /** From the plane to the units, {@code [unit * 2 + coordinate]}. */
    public final double[] first;
    /** Biases of the units. */
    public final double[] firstBias;
    /** From features to scores, {@code [feature * classes + class]}. */
    public final double[] second;
    /** Biases of the scores. */
    public final double[] secondBias;
    /** Gradients of the four, in the same order. */
    public final double[][] slopes;

    /** Make a classifier with this many ReLU units, none for a linear one; weights are N(0, 0.01 squared). */
    public Classifier(int hidden, int classes, Random random) {
        this.hidden = hidden;
        this.classes = classes;
        features = hidden == 0 ? 2 : hidden;
        first = gaussian(2 * hidden, random);
        firstBias = new double[hidden];
        second = gaussian(features * classes, random);
        secondBias = new double[classes];
        slopes = new double[][] {
            new double[first.length], new double[hidden], new double[second.length], new double[classes]
        };
    }

    private static double[] gaussian(int size, Random random) {
        var values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = 0.01 * random.nextGaussian();
        }
        return values;
    }

    // tag::forward[]
    /** What the scores see: the units, or the plane. */
    private double[] features(double[] x) {
        if (hidden == 0) {
            return x;
        }
        var h = new double[hidden];
        for (int u = 0; u < hidden; u++) {
            double sum = first[2 * u] * x[0] + first[2 * u + 1] * x[1] + firstBias[u];
            h[u] = Math.max(0, sum);
        }
        return h;
    }

    private double[] probabilities(double[] h) {
        var p = secondBias.clone();
        for (int f = 0; f < features; f++) {
            if (h[f] != 0) {
                for (int c = 0; c < classes; c++) {
                    p[c] += h[f] * second[f * classes + c];
                }
            }
        }
        return softmax(p);
    }
    // end::forward[]

    /** Probability of each class at this point. */
    public double[] probabilities(double x, double y) {
        return probabilities(features(new double[] {x, y}));
    }

    /** Scores to probabilities, in place; the largest score is taken out so that nothing overflows. */
    public static double[] softmax(double[] scores) {
        double top = scores[0];
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = StrictMath.exp(scores[c] - top);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return scores;
    }

    // tag::learn[]
    /** Mean loss, plus {@code decay / 2} times the squared weights; fills the slopes. */
    public double learn(Spiral points, double decay) {
        double loss = 0.5 * decay * (square(first) + square(second));
        decayed(first, slopes[0], decay);
        decayed(second, slopes[2], decay);
        decayed(firstBias, slopes[1], 0);
        decayed(secondBias, slopes[3], 0);
        int n = points.labels().length;
        for (int i = 0; i < n; i++) {
            var x = points.x()[i];
            var h = features(x);
            var p = probabilities(h);
            loss -= StrictMath.log(Math.max(p[points.labels()[i]], 1e-300)) / n;
            p[points.labels()[i]] -= 1; // <1>
            for (int c = 0; c < classes; c++) {
                slopes[3][c] += p[c] / n;
            }
            for (int f = 0; f < features; f++) {
                if (h[f] != 0) { // <2>
                    double back = 0;
                    for (int c = 0; c < classes; c++) {
                        slopes[2][f * classes + c] += h[f] * p[c] / n;
                        back += second[f * classes + c] * p[c] / n;
                    }
                    if (hidden > 0) {
                        slopes[1][f] += back;
                        slopes[0][2 * f] += back * x[0];
                        slopes[0][2 * f + 1] += back * x[1];
                    }
                }
            }
        }
        return loss;
    }
    // end::learn[]

    private static double square(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private static void decayed(double[] values, double[] slopes, double decay) {
        for (int i = 0; i < values.length; i++) {
            slopes[i] = decay * values[i];
        }
    }

    /** Go against the slopes. */
    public void step(double rate) {
        var parameters = new double[][] {first, firstBias, second, secondBias};
        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < parameters[k].length; i++) {
                parameters[k][i] -= rate * slopes[k][i];
            }
        }
    }

    /** Likeliest class at this point; the first one where nothing is likely, as after an overflow. */
    public int winner(double x, double y) {
        var p = probabilities(x, y);
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = p[c] > p[best] ? c : best;
        }
        return best;
    }

    /** Share of points that are named right. */
    public double accuracy(Spiral points) {
        double right = 0;
        for (int i = 0; i < points.labels().length; i++) {
            right += winner(points.x()[i][0], points.x()[i][1]) == points.labels()[i] ? 1 : 0;
        }
        return right / points.labels().length;
    }
}
