package probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A net to ask questions of: equal hidden stages and a softmax, gradient descent, nothing else. */
public final class Probe {
    private final List<Stage> stages = new ArrayList<>();

    /**
     * What a net is made of.
     *
     * @param hidden number of hidden stages
     * @param width units in each
     * @param unit nonlinearity
     * @param normalized batch normalization before the nonlinearity
     * @param dropout probability of silencing a unit of the last hidden stage
     * @param gain factor on the usual size of the first weights
     */
    public record Plan(int hidden, int width, Unit unit, boolean normalized, double dropout, double gain) {}

    /** Draw the first weights. */
    public Probe(Plan plan, Random random) {
        for (int s = 0; s < plan.hidden(); s++) {
            boolean last = s == plan.hidden() - 1;
            stages.add(new Stage(s == 0 ? Glyphs.PIXELS : plan.width(), plan.width(), plan.unit(), plan.normalized(),
                    last ? plan.dropout() : 0, plan.gain(), random));
        }
        stages.add(new Stage(plan.width(), Glyphs.CLASSES, null, false, 0, 1, random));
    }

    /** Probability of each class, {@code [example][class]}. */
    public double[][] forward(double[][] images, boolean training) {
        var x = images;
        for (var stage : stages) {
            x = stage.forward(x, training);
        }
        for (var row : x) {
            softmax(row);
        }
        return x;
    }

    // tag::learn[]
    /** Mean loss of a batch, and the gradient in every stage. */
    public double learn(Glyphs.Batch batch) {
        var p = forward(batch.images(), true);
        double loss = loss(p, batch.labels());
        var g = Matrix.map(p, (n, c) ->
                (p[n][c] - (c == batch.labels()[n] ? 1 : 0)) / p.length);
        for (int s = stages.size() - 1; s >= 0; s--) {
            g = stages.get(s).backward(g);
        }
        return loss;
    }
    // end::learn[]

    /** Go against the gradient. */
    public void step(double rate) {
        stages.forEach(stage -> stage.step(rate));
    }

    /** The stages, the sums for the softmax last. */
    public List<Stage> stages() {
        return stages;
    }

    /** Mean of -log p over these examples. */
    public static double loss(double[][] p, int[] labels) {
        double loss = 0;
        for (int n = 0; n < p.length; n++) {
            loss -= StrictMath.log(Math.max(p[n][labels[n]], 1e-300)) / p.length;
        }
        return loss;
    }

    /** Share of examples whose likeliest class is the right one; a net that overflowed names none. */
    public static double accuracy(double[][] p, int[] labels) {
        double right = 0;
        for (int n = 0; n < p.length; n++) {
            boolean best = true;
            for (int c = 0; c < p[n].length; c++) {
                best &= c == labels[n] || p[n][labels[n]] > p[n][c];
            }
            right += best ? 1 : 0;
        }
        return right / p.length;
    }

    private static void softmax(double[] row) {
        double top = row[0];
        for (double x : row) {
            top = Math.max(top, x);
        }
        double sum = 0;
        for (int c = 0; c < row.length; c++) {
            row[c] = StrictMath.exp(row[c] - top);
            sum += row[c];
        }
        for (int c = 0; c < row.length; c++) {
            row[c] /= sum;
        }
    }
}
