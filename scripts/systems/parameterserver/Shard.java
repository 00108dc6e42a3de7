package parameterserver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rows of a sparse data set of ones and zeros, for logistic regression: what one worker keeps to itself. */
public final class Shard {
    private final int total;
    private final List<int[]> rows = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    private Shard(int total) {
        this.total = total;
    }

    /** All shards of a data set: features are as rare as words, every eighth of the frequent ones matters. */
    public static List<Shard> all(Config config) {
        var random = new Random(config.seed());
        var cumulated = new double[config.features()];
        double sum = 0;
        for (int k = 0; k < cumulated.length; k++) {
            sum += 1 / (k + 10.0); // Zipf's law, without its few most frequent words
            cumulated[k] = sum;
        }
        var truth = new double[config.features()];
        for (int k = 0; k < Math.min(400, truth.length); k += 8) {
            truth[k] = random.nextBoolean() ? 2 : -2;
        }
        var shards = new ArrayList<Shard>();
        for (int i = 0; i < config.workers(); i++) {
            shards.add(new Shard(config.rows()));
        }
        for (int row = 0; row < config.rows(); row++) {
            double draw = sum;
            var features = random.doubles(30, 0, draw)
                    .mapToInt(x -> Math.min(cumulated.length - 1, below(cumulated, x)))
                    .sorted().distinct().toArray();
            double score = Arrays.stream(features).mapToDouble(k -> truth[k]).sum();
            var shard = shards.get(row % config.workers());
            shard.rows.add(features);
            shard.labels.add(random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : -1);
        }
        return shards;
    }

    private static int below(double[] cumulated, double x) {
        int at = Arrays.binarySearch(cumulated, x);
        return at < 0 ? -1 - at : at;
    }

    /** Features that occur in the shard, rising: its working set. */
    public int[] keys() {
        return rows.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    }

    /** This shard's part of the gradient of the mean logistic loss. */
    public double[] gradient(double[] w) {
        var gradient = new double[w.length];
        for (int i = 0; i < rows.size(); i++) {
            int y = labels.get(i);
            double pull = -y / (1 + StrictMath.exp(y * score(rows.get(i), w))) / total;
            for (int k : rows.get(i)) {
                gradient[k] += pull;
            }
        }
        return gradient;
    }

    /** This shard's part of an upper bound of the loss's second derivatives. */
    public double[] curvature(int features) {
        var curvature = new double[features];
        rows.forEach(row -> Arrays.stream(row).forEach(k -> curvature[k] += 0.25 / total));
        return curvature;
    }

    /** This shard's part of the mean logistic loss. */
    public double loss(double[] w) {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum += StrictMath.log1p(StrictMath.exp(-labels.get(i) * score(rows.get(i), w)));
        }
        return sum / total;
    }

    private static double score(int[] row, double[] w) {
        double score = 0;
        for (int k : row) {
            score += w[k];
        }
        return score;
    }

    /** What training makes small: mean loss plus penalty. */
    public static double objective(List<Shard> shards, double[] w, double lambda) {
        double loss = shards.stream().mapToDouble(shard -> shard.loss(w)).sum();
        return loss + lambda * Arrays.stream(w).map(Math::abs).sum();
    }
}
