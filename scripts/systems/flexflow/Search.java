package flexflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Markov chain Monte Carlo over strategies: change one operator, keep the change if it helps, or by chance. */
public final class Search {
    private final Simulator simulator;
    private final double beta;
    private final Random random;
    private List<Config> best = List.of();
    private double bestSeconds = Double.POSITIVE_INFINITY;
    private int accepted;

    /** A search on a simulator; {@code beta} per step time of the start: the larger, the greedier. */
    public Search(Simulator simulator, double beta, long seed) {
        this.simulator = simulator;
        this.beta = beta;
        this.random = new Random(seed);
    }

    // tag::search[]
    /** Walk from a strategy; the result is the best time after each proposal. */
    public double[] walk(List<Config> start, int proposals) {
        var configs = Config.all(simulator.devices());
        var now = new ArrayList<>(start);
        double seconds = simulator.run(now).seconds();
        double scale = beta / seconds;
        keep(now, seconds);
        var trace = new double[proposals];
        for (int k = 0; k < proposals; k++) {
            int op = random.nextInt(now.size()); // <1>
            var before = now.set(op, configs.get(random.nextInt(configs.size())));
            double proposed = simulator.run(now).seconds();
            double chance = Math.exp(scale * (seconds - proposed)); // <2>
            if (random.nextDouble() < chance) {
                seconds = proposed;
                accepted++;
                keep(now, seconds);
            } else {
                now.set(op, before);
            }
            trace[k] = bestSeconds;
        }
        return trace;
    }
    // end::search[]

    private void keep(List<Config> strategy, double seconds) {
        if (seconds < bestSeconds) {
            bestSeconds = seconds;
            best = List.copyOf(strategy);
        }
    }

    /** A strategy drawn at random. */
    public List<Config> anywhere() {
        var configs = Config.all(simulator.devices());
        var strategy = new ArrayList<Config>();
        for (int o = 0; o < simulator.ops().size(); o++) {
            strategy.add(configs.get(random.nextInt(configs.size())));
        }
        return strategy;
    }

    /** Best strategy of all walks so far. */
    public List<Config> best() {
        return best;
    }

    /** Proposals that were accepted. */
    public int accepted() {
        return accepted;
    }
}
