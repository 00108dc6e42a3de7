package pipedream;

import java.util.ArrayList;
import java.util.List;

/** PipeDream's search for stages and replicas, for one level of machines that see each other at one rate. */
public final class Planner {
    /** How compute and gradient exchange of a replicated stage combine. */
    public enum Exchange {
        /** The slower of the two counts, as in the paper's formula. */
        OVERLAPPED,
        /** Both add up and gradients count twice, as in the released optimizer. */
        ADDED
    }

    /** Layers {@code from} to {@code to - 1} on {@code replicas} workers; seconds per minibatch. */
    public record Stage(int from, int to, int replicas, double seconds) {}

    private final List<Layer> layers;
    private final int batch;
    private final double flops;
    private final double bandwidth;
    private final Exchange exchange;
    private final double[] flop; // [i]: of the layers before layer i
    private final double[] weights;

    /** A planner for minibatches of {@code batch} images, {@code flops} FLOP/s, {@code bandwidth} byte/s. */
    public Planner(List<Layer> layers, int batch, double flops, double bandwidth, Exchange exchange) {
        this.layers = List.copyOf(layers);
        this.batch = batch;
        this.flops = flops;
        this.bandwidth = bandwidth;
        this.exchange = exchange;
        this.flop = new double[layers.size() + 1];
        this.weights = new double[layers.size() + 1];
        for (int i = 0; i < layers.size(); i++) {
            flop[i + 1] = flop[i] + layers.get(i).flop();
            weights[i + 1] = weights[i] + layers.get(i).weights();
        }
    }

    /** Seconds for forward and backward pass of one minibatch; backward costs two forward passes. */
    public double compute(int from, int to) {
        return 3 * batch * (flop[to] - flop[from]) / flops;
    }

    /** Bytes of the weights of some layers, as 32-bit numbers. */
    public double weightBytes(int from, int to) {
        return 4 * (weights[to] - weights[from]);
    }

    /** Bytes that one minibatch's activations have behind layer {@code layer}. */
    public double activationBytes(int layer) {
        return 4.0 * batch * layers.get(layer).outputs();
    }

    // tag::stage[]
    /** Seconds per minibatch of layers replicated over m workers. */
    public double stage(int from, int to, int m) {
        double sent = 2.0 * (m - 1) / m * weightBytes(from, to); // <1>
        return switch (exchange) {
            case OVERLAPPED ->
                    Math.max(compute(from, to), sent / bandwidth) / m;
            case ADDED ->
                    (compute(from, to) + 2 * sent / bandwidth) / m; // <2>
        };
    }
    // end::stage[]

    // tag::plan[]
    /** The stages whose slowest is fastest, for all layers and at most so many workers. */
    public List<Stage> plan(int workers) {
        int n = layers.size();
        var best = new double[n + 1][workers + 1]; // [layers][workers]
        var choice = new Stage[n + 1][workers + 1];
        for (int to = 1; to <= n; to++) {
            for (int m = 1; m <= workers; m++) {
                choice[to][m] = new Stage(0, to, m, stage(0, to, m));
                best[to][m] = choice[to][m].seconds(); // <1>
                if (m > 1 && best[to][m - 1] < best[to][m]) { // <2>
                    best[to][m] = best[to][m - 1];
                    choice[to][m] = choice[to][m - 1];
                }
                for (int cut = 1; cut < to; cut++) {
                    double border = 2 * activationBytes(cut - 1) / bandwidth; // <3>
                    for (int last = 1; last < m; last++) {
                        double seconds = stage(cut, to, last);
                        double slowest = Math.max(border,
                                Math.max(best[cut][m - last], seconds)); // <4>
                        if (slowest < best[to][m]) {
                            best[to][m] = slowest;
                            choice[to][m] = new Stage(cut, to, last, seconds);
                        }
                    }
                }
            }
        }
        return stages(choice, n, workers);
    }
    // end::plan[]

    private static List<Stage> stages(Stage[][] choice, int layers, int workers) {
        var stages = new ArrayList<Stage>();
        int to = layers;
        int m = workers;
        while (to > 0) {
            var last = choice[to][m];
            stages.add(0, last);
            to = last.from();
            m -= last.replicas();
        }
        return stages;
    }

    /** Seconds between two minibatches: of the slowest stage or border. */
    public double seconds(List<Stage> stages) {
        double slowest = 0;
        for (var stage : stages) {
            double border = stage.from() == 0 ? 0 : 2 * activationBytes(stage.from() - 1) / bandwidth;
            slowest = Math.max(slowest, Math.max(border, stage.seconds()));
        }
        return slowest;
    }

    /** Bytes that cross wires for one minibatch: gradients of replicas, activations and gradients at borders. */
    public double bytes(List<Stage> stages) {
        double bytes = 0;
        for (var stage : stages) {
            int m = stage.replicas();
            bytes += 2.0 * (m - 1) / m * weightBytes(stage.from(), stage.to()); // m workers, once in m minibatches
            bytes += stage.from() == 0 ? 0 : 2 * activationBytes(stage.from() - 1);
        }
        return bytes;
    }
}
