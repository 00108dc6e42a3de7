package ptdp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Searches the splits of a cluster for the fastest one that fits. */
public record Planner(Gpt model, Cluster cluster, int batch) {
    /** Bytes per parameter: 16-bit weight, 32-bit gradient, 32-bit weight and two moments of Adam. */
    public static final double STATE_BYTES = 2 + 4 + 4 + 4 + 4;

    // tag::time[]
    /** Estimate one iteration of a split; all-reduces do not overlap with work. */
    public Estimate estimate(Split split) {
        int t = split.tensor();
        int p = split.pipeline();
        int m = split.microbatches(batch);
        double work = model.flop(split.microbatch()) / (t * p) / cluster.flops();
        double message = 2.0 * split.microbatch() * model.sequence() * model.hidden(); // bytes
        double layers = (double) model.layers() / p;
        double tensor = 6 * layers * cluster.ring(t, cluster.perServer(), message, 2); // <1>
        double hop = p == 1 ? 0 : 2 * (cluster.latency() + message / t / cluster.outside()); // <2>
        double perMicrobatch = work + tensor + hop;
        double shard = model.parameters() / (t * p);
        double data = cluster.ring(split.data(), cluster.perServer() / t, 4 * shard, 2); // <3>
        double bubble = (p - 1) * perMicrobatch;
        return new Estimate(split, m * work, m * tensor, m * hop, bubble, data,
                STATE_BYTES * shard, activations(split, layers));
    }
    // end::time[]

    // tag::memory[]
    /** Bytes of activations on the first stage: a layer input per layer and microbatch, and one open layer. */
    private double activations(Split split, double layers) {
        double sbh = (double) model.sequence() * split.microbatch() * model.hidden();
        double perHead = 5.0 * model.heads() * model.sequence() / model.hidden();
        int inFlight = Math.min(split.pipeline(), split.microbatches(batch)); // <1>
        double open = sbh * (10 + (24 + perHead) / split.tensor());
        return 2 * sbh * layers * inFlight + open;
    }
    // end::memory[]

    // tag::search[]
    /** Every split that model and batch allow, fastest first, whether it fits or not. */
    public List<Estimate> candidates() {
        var candidates = new ArrayList<Estimate>();
        for (int t = 1; t <= cluster.gpus(); t++) {
            for (int p = 1; p <= model.layers(); p++) {
                for (int b = 1; b <= 16 && divides(t, p); b *= 2) {
                    var split = new Split(t, p, cluster.gpus() / (t * p), b);
                    if (split.microbatches(batch) > 0) {
                        candidates.add(estimate(split));
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Estimate::seconds));
        return candidates;
    }

    /** The fastest split that fits and passes; if none fits, the smallest that passes; empty if none passes. */
    public Optional<Estimate> best(Predicate<Split> passes) {
        var passing = candidates().stream().filter(plan -> passes.test(plan.split())).toList();
        return passing.stream().filter(this::fits).findFirst()
                .or(() -> passing.stream().min(Comparator.comparingDouble(Estimate::bytes)));
    }

    /** Days to train on so many tokens with such iterations. */
    public double days(Estimate plan, double tokens) {
        return tokens / ((double) batch * model.sequence()) * plan.seconds() / 86400;
    }

    /** Whether weights, optimizer and activations find room on every GPU. */
    public boolean fits(Estimate plan) {
        return plan.bytes() <= cluster.memory();
    }

    private boolean divides(int t, int p) {
        return model.heads() % t == 0 && model.layers() % p == 0 && cluster.gpus() % (t * p) == 0;
    }
    // end::search[]
}
