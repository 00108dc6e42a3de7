package choosing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ptdp.Cluster;
import ptdp.Gpt;
import ptdp.Planner;
import ptdp.Split;
import schedules.Cost;
import schedules.Order;
import schedules.Pipeline;
import sharding.Ring;

/**
 * One model and one cluster, used in different ways; activations are recomputed layer by layer in all of them.
 *
 * @param model that is trained
 * @param cluster it is trained on
 * @param memoryRate at which a GPU reads and writes its memory, byte/s
 */
public record Contest(Gpt model, Cluster cluster, double memoryRate) {
    private static final double TOUCHED = 28; // bytes of Adam's update per weight, see ShardedWeightUpdate

    /** How a way fares with a microbatch of so many samples; empty if the batch does not divide. */
    private interface Way {
        Optional<Outcome> with(int microbatch, int batch);
    }

    /** Names of the ways, in the order of the chapter. */
    public static final List<String> WAYS =
            List.of("data", "sharded update", "fully sharded", "tensor", "pipeline", "combined");

    /** The best microbatch for a way and batch: fastest that fits, else the smallest. */
    public Optional<Outcome> best(String way, int batch) {
        Way rule = switch (way) {
            case "data" -> (b, all) -> replicas(way, b, all, false);
            case "sharded update" -> (b, all) -> replicas(way, b, all, true);
            case "fully sharded" -> this::fullySharded;
            case "tensor" -> this::tensor;
            case "pipeline" -> this::pipeline;
            default -> this::combined;
        };
        var outcomes = new ArrayList<Outcome>();
        for (int b = 1; b <= 16; b *= 2) {
            rule.with(b, batch).ifPresent(outcomes::add);
        }
        return outcomes.stream().filter(Outcome::fits).min(Comparator.comparingDouble(Outcome::seconds))
                .or(() -> outcomes.stream().min(Comparator.comparingDouble(Outcome::memory)));
    }

    // tag::replicas[]
    /** Whole model on every GPU; gradients travel while the last backward pass goes on. */
    private Optional<Outcome> replicas(String way, int b, int batch, boolean sharded) {
        int n = cluster.gpus();
        if (batch % (n * b) != 0) {
            return Optional.empty();
        }
        double lap = lap(4 * perLayer()); // gradients, 32 bits
        double halfLap = lap(2 * perLayer()); // weights, 16 bits
        var streams = new Streams();
        int[] gathered = new int[model.layers()];
        for (int l = 0; l < model.layers(); l++) {
            gathered[l] = sharded ? streams.wire(halfLap) : -1; // <1>
        }
        int microbatches = batch / (n * b);
        for (int m = 0; m < microbatches; m++) {
            for (int l = 0; l < model.layers(); l++) {
                streams.work(layer(b), gathered[l]);
            }
            for (int l = model.layers() - 1; l >= 0; l--) {
                int done = streams.work(3 * layer(b)); // <2>
                if (m == microbatches - 1) {
                    streams.wire(sharded ? lap : 2 * lap, done); // <3>
                }
            }
        }
        double shard = sharded ? model.parameters() / n : model.parameters();
        double seconds = streams.makespan() + TOUCHED * shard / memoryRate;
        double sent = fraction() * model.parameters() * (sharded ? 4 + 2 : 4 + 4);
        return Optional.of(outcome(way, b, batch, seconds, sent,
                state(way) + activations(b, model.layers(), 1, 1)));
    }
    // end::replicas[]

    // tag::sharded[]
    /** Weights live in shards; a layer's are gathered for each pass and dropped again. */
    private Optional<Outcome> fullySharded(int b, int batch) {
        int n = cluster.gpus();
        if (batch % (n * b) != 0) {
            return Optional.empty();
        }
        int microbatches = batch / (n * b);
        int layers = model.layers();
        double gather = lap(2 * perLayer());
        var streams = new Streams();
        int before = -1;
        int last = -1;
        int next = streams.wire(gather);
        for (int pass = 0; pass < 2 * layers * microbatches; pass++) {
            int here = next;
            if (pass + 1 < 2 * layers * microbatches) {
                next = streams.wire(gather, before); // <1>
            }
            boolean backward = pass / layers % 2 == 1;
            before = last;
            last = streams.work(backward ? 3 * layer(b) : layer(b), here);
            if (backward) {
                streams.wire(lap(4 * perLayer()), last);
            }
        }
        double shard = model.parameters() / n;
        double sent = fraction() * model.parameters() * microbatches * (2 + 2 + 4);
        double seconds = streams.makespan() + TOUCHED * shard / memoryRate;
        double open = 2 * 2 * perLayer(); // <2>
        return Optional.of(outcome("fully sharded", b, batch, seconds, sent,
                state("fully sharded") + open + activations(b, layers, 1, 1)));
    }
    // end::sharded[]

    /** Every layer split over all GPUs; its all-reduces stand between its operations and hide nowhere. */
    private Optional<Outcome> tensor(int b, int batch) {
        int n = cluster.gpus();
        if (batch % b != 0 || model.heads() % n != 0) {
            return Optional.empty();
        }
        double microbatches = (double) batch / b;
        double message = 2.0 * b * model.sequence() * model.hidden();
        double wires = 6 * model.layers() * cluster.ring(n, cluster.perServer(), message, 2);
        double work = 4 * model.layers() * layer(b) / n;
        double shard = model.parameters() / n;
        double seconds = microbatches * (work + wires) + TOUCHED * shard / memoryRate;
        double sent = microbatches * 6 * model.layers() * 2 * fraction() * message;
        double memory = state("tensor") + activations(b, model.layers(), 1, n);
        return Optional.of(outcome("tensor", b, batch, seconds, sent, memory));
    }

    // tag::pipeline[]
    /** Some layers on every GPU: the simulator of the Megatron chapter, with time for messages. */
    private Optional<Outcome> pipeline(int b, int batch) {
        int n = cluster.gpus();
        if (batch % b != 0 || model.layers() % n != 0) {
            return Optional.empty();
        }
        double layers = (double) model.layers() / n;
        double message = 2.0 * b * model.sequence() * model.hidden();
        var cost = new Cost(layers * layer(b), 3 * layers * layer(b),
                cluster.latency() + message / cluster.inside(),
                cluster.latency() + message / cluster.outside(), cluster.perServer());
        var run = new Pipeline(n, batch / b, 1, cost).run(Order.ONE_F_ONE_B);
        double shard = model.parameters() / n;
        double memory = state("pipeline") + activations(b, layers, run.peakInFlight(0), 1);
        double seconds = run.makespan() + TOUCHED * shard / memoryRate;
        double sent = n == 1 ? 0 : 2 * message * batch / b;
        return Optional.of(outcome("pipeline", b, batch, seconds, sent, memory));
    }
    // end::pipeline[]

    /** The best split of the planner, which overlaps nothing. */
    private Optional<Outcome> combined(int b, int batch) {
        var planner = new Planner(model, cluster, batch);
        return planner.best(split -> split.microbatch() == b).map(plan -> {
            var split = plan.split();
            double shard = model.parameters() / (split.tensor() * split.pipeline());
            return outcome("combined " + split, b, batch, plan.seconds() + TOUCHED * shard / memoryRate, sent(split, batch),
                    plan.bytes());
        });
    }

    private double sent(Split split, int batch) {
        double message = 2.0 * split.microbatch() * model.sequence() * model.hidden();
        double t = split.tensor();
        double perMicrobatch = 12 * (t - 1) / t * message * model.layers() / split.pipeline()
                + (split.pipeline() == 1 ? 0 : 2 * message / t);
        double data = 2.0 * (split.data() - 1) / split.data() * 4 * model.parameters() / (t * split.pipeline());
        return split.microbatches(batch) * perMicrobatch + data;
    }

    // tag::state[]
    /** Bytes of weights, gradients and optimizer on one GPU, with Adam and mixed precision. */
    public double state(String way) {
        double p = model.parameters();
        return switch (way) {
            case "data" -> 18 * p;
            case "sharded update" -> 6 * p + 12 * p / cluster.gpus();
            default -> 18 * p / cluster.gpus();
        };
    }
    // end::state[]

    private Outcome outcome(String way, int b, int batch, double seconds, double sent, double memory) {
        double ideal = model.flop(batch) / cluster.gpus() / cluster.flops();
        return new Outcome(way, b, seconds, ideal, sent, memory, memory <= cluster.memory());
    }

    /** Seconds of a layer's forward pass on one GPU; the logits are spread over the layers. */
    private double layer(int b) {
        return model.flop(b) / (4.0 * model.layers()) / cluster.flops();
    }

    private double perLayer() {
        return model.parameters() / model.layers();
    }

    /** Seconds of one lap around all GPUs with so many bytes on each. */
    private double lap(double bytes) {
        return cluster.ring(cluster.gpus(), cluster.perServer(), bytes, 1);
    }

    // tag::counted[]
    /** What a rank sends in one lap, as a share of its vector: counted on a small ring. */
    public double fraction() {
        int n = cluster.gpus();
        var ring = new Ring(n);
        var vectors = new ArrayList<float[]>();
        for (int r = 0; r < n; r++) {
            vectors.add(new float[n]);
        }
        ring.reduceScatter(vectors);
        return (double) ring.bytes() / (Float.BYTES * n * n);
    }
    // end::counted[]

    private double activations(int b, double layers, double inFlight, int t) {
        double sbh = (double) model.sequence() * b * model.hidden();
        double perHead = 5.0 * model.heads() * model.sequence() / model.hidden();
        return 2 * sbh * layers * inFlight + sbh * (10 + (24 + perHead) / t);
    }
}
