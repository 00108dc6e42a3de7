package gradientflow;

import ddp.Mlp;
import java.util.Arrays;

/** Workers that train one perceptron with dense or sparse communication. */
public final class Trainer {
    private static final double RATE = 0.02;
    private static final double MOMENTUM = 0.9;

    private final Mlp model;
    private final Mlp teacher;
    private final int size;

    private Trainer(int seed) {
        model = new Mlp(seed);
        teacher = new Mlp(seed + 1);
        size = model.parameters().stream().mapToInt(p -> p.length).sum();
    }

    /**
     * What a training ended with.
     *
     * @param accuracy share of new rows whose largest output is the right one
     * @param traffic share of the chunks that travelled
     * @param model the perceptron
     */
    public record Result(double accuracy, double traffic, Mlp model) {}

    /** Train with so many workers; the first steps are dense. */
    public static Result sparse(int workers, int steps, int warmUp, int chunk, double sparsity, int seed) {
        var trainer = new Trainer(seed);
        var pool = new SparsePool(workers, trainer.size, chunk, MOMENTUM);
        for (int t = 0; t < steps; t++) {
            var gradients = new double[workers][];
            for (int w = 0; w < workers; w++) {
                gradients[w] = trainer.gradient(t * workers + w);
            }
            trainer.apply(pool.step(gradients, t < warmUp ? 0 : sparsity));
        }
        return new Result(trainer.accuracy(), pool.traffic(), trainer.model);
    }

    /** The same with plain momentum on the mean gradient. */
    public static Result dense(int workers, int steps, int seed) {
        var trainer = new Trainer(seed);
        var velocity = new double[trainer.size];
        for (int t = 0; t < steps; t++) {
            var mean = new double[trainer.size];
            for (int w = 0; w < workers; w++) {
                var gradient = trainer.gradient(t * workers + w);
                Arrays.setAll(mean, i -> mean[i] + gradient[i] / workers);
            }
            Arrays.setAll(velocity, i -> MOMENTUM * velocity[i] + mean[i]);
            trainer.apply(velocity);
        }
        return new Result(trainer.accuracy(), 1, trainer.model);
    }

    private double[] gradient(int batch) {
        model.backward(Mlp.rows(8, teacher, 1000 + batch), p -> {});
        var gradient = new double[size];
        int at = 0;
        for (var part : model.gradients()) {
            for (float g : part) {
                gradient[at++] = g;
            }
        }
        model.step(0); // forget the gradients
        return gradient;
    }

    private void apply(double[] update) {
        int at = 0;
        for (var part : model.parameters()) {
            for (int i = 0; i < part.length; i++) {
                part[i] -= (float) (RATE * update[at++]);
            }
        }
    }

    private double accuracy() {
        return model.accuracy(Mlp.rows(2000, teacher, 7));
    }
}
