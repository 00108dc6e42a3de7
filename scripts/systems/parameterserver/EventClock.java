package parameterserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Bounded delay on a clock of our own: computing takes a random time, messages take none.
 *
 * @param iterations until the objective reached its target
 * @param seconds until then, if computing one gradient takes 1 s on average
 * @param idle share of the workers' time spent waiting
 */
public record EventClock(int iterations, double seconds, double idle) {
    // tag::delay[]
    /** Train until the objective is at most the target; give up at the limit. */
    public static EventClock run(
            Config config, List<Shard> shards, double target, double spread, int limit) {
        var random = new Random(config.seed());
        var weights = Serial.begin(config, shards);
        var versions = new ArrayList<double[]>(List.of(weights.values().clone()));
        var ready = new ArrayList<Double>(List.of(0.0)); // when a version was complete
        var free = new double[shards.size()];
        double waited = 0;
        int t = 0;
        while (t++ < limit
                && Shard.objective(shards, weights.values(), config.lambda()) > target) {
            var sum = new double[config.features()];
            double last = 0;
            for (int i = 0; i < free.length; i++) {
                double allowed = ready.get(Math.max(0, t - 1 - config.delay())); // <1>
                double start = Math.max(free[i], allowed);
                int version = newest(ready, start);
                add(sum, shards.get(i).gradient(versions.get(version)));
                waited += start - free[i];
                double noise = spread * random.nextGaussian() - spread * spread / 2;
                free[i] = start + StrictMath.exp(noise); // log-normal, mean 1 s
                last = Math.max(last, free[i]);
            }
            weights.step(sum);
            versions.add(weights.values().clone());
            ready.add(Math.max(last, ready.get(t - 1)));
        }
        double seconds = ready.get(t - 1);
        double worked = seconds * free.length; // nothing, if zero weights will do
        return new EventClock(t - 1, seconds, worked == 0 ? 0 : waited / worked);
    }
    // end::delay[]

    private static int newest(List<Double> ready, double now) {
        int version = ready.size() - 1;
        while (ready.get(version) > now) {
            version--;
        }
        return version;
    }

    private static void add(double[] sum, double[] part) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += part[k];
        }
    }
}
