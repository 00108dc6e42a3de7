package parameterserver;

import java.util.ArrayList;
import java.util.List;

/** The same training in one thread, without messages: what the cluster must agree with to the last bit. */
public final class Serial {
    private Serial() {}

    /** Weights after the configured iterations. */
    public static double[] train(Config config) {
        var shards = Shard.all(config);
        var weights = begin(config, shards);
        var keys = shards.stream().map(Shard::keys).toList();
        var versions = new ArrayList<double[]>(List.of(weights.values().clone()));
        for (int t = 1; t <= config.iterations(); t++) {
            var w = versions.get(Math.max(0, t - 1 - config.delay()));
            var sum = new double[config.features()];
            for (int i = 0; i < shards.size(); i++) {
                var gradient = shards.get(i).gradient(w);
                for (int k : Worker.chosen(config, keys.get(i), w, gradient)) {
                    sum[k] += gradient[k];
                }
            }
            weights.step(sum);
            versions.add(weights.values().clone());
        }
        return weights.values();
    }

    /** Zero weights with the curvature of all shards. */
    static Weights begin(Config config, List<Shard> shards) {
        var weights = new Weights(config.features(), config.lambda(), config.eta());
        for (var shard : shards) {
            var curvature = shard.curvature(config.features());
            for (int k : shard.keys()) {
                weights.bend(k, curvature[k]);
            }
        }
        return weights;
    }
}
