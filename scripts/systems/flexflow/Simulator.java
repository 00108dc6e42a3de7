package flexflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Predicts the time of one training step of a chain of operators from its task graph. */
public final class Simulator {
    /** What a simulation says: seconds of the step, bytes that crossed wires, seconds of the busiest resource. */
    public record Outcome(double seconds, double bytes, double busiest) {}

    /** Devices are resources 0 to n - 1, their outgoing ports n to 2n - 1. */
    private static final class Task {
        final int id;
        final int resource;
        final double time;
        final List<Task> successors = new ArrayList<>();
        int waitsFor;
        double ready;

        Task(int id, int resource, double time) {
            this.id = id;
            this.resource = resource;
            this.time = time;
        }
    }

    private final List<Op> ops;
    private final int devices;
    private final int batch;
    private final double flops;
    private final double bandwidth;
    private final List<Task> tasks = new ArrayList<>();
    private double bytes;

    /** A machine of {@code devices} with {@code flops} FLOP/s and ports of {@code bandwidth} byte/s each. */
    public Simulator(List<Op> ops, int devices, int batch, double flops, double bandwidth) {
        this.ops = List.copyOf(ops);
        this.devices = devices;
        this.batch = batch;
        this.flops = flops;
        this.bandwidth = bandwidth;
    }

    /** Operators of the chain. */
    public List<Op> ops() {
        return ops;
    }

    /** Devices of the machine. */
    public int devices() {
        return devices;
    }

    /** Predict one step, one configuration per operator. */
    public Outcome run(List<Config> strategy) {
        tasks.clear();
        bytes = 0;
        var forward = new Task[ops.size()][];
        var backward = new Task[ops.size()][];
        for (int o = 0; o < ops.size(); o++) {
            forward[o] = pieces(o, strategy.get(o), 1);
            if (o > 0) {
                connect(o, strategy, forward[o - 1], forward[o], false);
            }
        }
        for (int o = ops.size() - 1; o >= 0; o--) {
            backward[o] = pieces(o, strategy.get(o), 2);
            if (o + 1 == ops.size()) {
                for (int k = 0; k < backward[o].length; k++) {
                    edge(forward[o][k], backward[o][k]);
                }
            } else {
                connect(o + 1, strategy, backward[o + 1], backward[o], true);
            }
            synchronise(o, strategy.get(o), backward[o]);
        }
        return execute();
    }

    private Task task(int resource, double time) {
        var task = new Task(tasks.size(), resource, time);
        tasks.add(task);
        return task;
    }

    private static void edge(Task from, Task to) {
        from.successors.add(to);
        to.waitsFor++;
    }

    private Task[] pieces(int op, Config config, double passes) {
        var pieces = new Task[config.pieces()];
        double time = passes * ops.get(op).flop() * batch / config.pieces() / flops;
        for (int k = 0; k < pieces.length; k++) {
            pieces[k] = task(config.device(k / config.parameters(), k % config.parameters(), devices), time);
        }
        return pieces;
    }

    // tag::connect[]
    /** Whatever samples two pieces share must get from one to the other. */
    private void connect(int op, List<Config> strategy,
            Task[] from, Task[] to, boolean back) {
        var giver = strategy.get(op - 1); // <1>
        var taker = strategy.get(op);
        double width = ops.get(op - 1).outputs() / giver.parameters();
        for (int g = 0; g < giver.pieces(); g++) {
            for (int t = 0; t < taker.pieces(); t++) {
                double share = overlap( // <2>
                        g / giver.parameters(), giver.samples(),
                        t / taker.parameters(), taker.samples());
                if (share > 0) {
                    send(back ? from[t] : from[g], back ? to[g] : to[t],
                            4 * share * batch * width);
                }
            }
        }
    }

    private void send(Task from, Task to, double size) {
        if (from.resource == to.resource) {
            edge(from, to); // <3>
            return;
        }
        var message = task(devices + from.resource, size / bandwidth);
        bytes += size;
        edge(from, message);
        edge(message, to);
    }
    // end::connect[]

    /** Share of the batch that piece i of n and piece j of m have in common. */
    static double overlap(int i, int n, int j, int m) {
        double low = Math.max((double) i / n, (double) j / m);
        double high = Math.min((i + 1.0) / n, (j + 1.0) / m);
        return Math.max(0, high - low);
    }

    /** Ring all-reduce among the devices that hold the same weights. */
    private void synchronise(int op, Config config, Task[] backward) {
        int n = config.samples();
        double size = 2.0 * (n - 1) / n * 4 * ops.get(op).weights() / config.parameters();
        for (int p = 0; n > 1 && p < config.parameters(); p++) {
            for (int s = 0; s < n; s++) {
                var ring = task(devices + config.device(s, p, devices), size / bandwidth);
                bytes += size;
                for (int other = 0; other < n; other++) {
                    edge(backward[other * config.parameters() + p], ring);
                }
            }
        }
    }

    // tag::execute[]
    /** Play the graph: every device and every port takes tasks as they get ready. */
    private Outcome execute() {
        var free = new double[2 * devices];
        var load = new double[2 * devices];
        var ready = new PriorityQueue<Task>(
                Comparator.comparingDouble((Task t) -> t.ready)
                        .thenComparing(t -> t.id));
        tasks.stream().filter(t -> t.waitsFor == 0).forEach(ready::add);
        double last = 0;
        while (!ready.isEmpty()) {
            var task = ready.poll();
            double end = Math.max(task.ready, free[task.resource]) + task.time;
            free[task.resource] = end;
            load[task.resource] += task.time;
            last = Math.max(last, end);
            for (var next : task.successors) {
                next.ready = Math.max(next.ready, end);
                if (--next.waitsFor == 0) {
                    ready.add(next);
                }
            }
        }
        return new Outcome(last, bytes, Arrays.stream(load).max().orElse(0));
    }
    // end::execute[]
}
