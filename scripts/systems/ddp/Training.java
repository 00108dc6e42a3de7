package ddp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wire.Wire;

/**
 * A run of data-parallel training by threads.
 *
 * @param ranks replicas
 * @param rows of each replica in each micro-step
 * @param steps updates
 * @param accumulate micro-steps per update; gradients are reduced in the last one only
 * @param cap bytes that fill a bucket; the first is full at a twenty-fifth
 * @param seed of weights and data
 */
public record Training(int ranks, int rows, int steps, int accumulate, double cap, int seed) {
    private static final float RATE = 0.05f;

    /** What one replica has at the end. */
    public record Replica(Mlp model, Reducer reducer) {}

    /** Buckets of the model. */
    public List<List<Integer>> buckets() {
        var bytes = new Mlp(seed).parameters().stream().mapToLong(p -> (long) Float.BYTES * p.length).toArray();
        return Buckets.assign(bytes, cap / 25, cap);
    }

    /** Train with one thread and one communication thread for each rank. */
    public List<Replica> distributed() {
        return distributed(rank -> buckets());
    }

    /** How a rank fills its buckets. */
    public interface Plan {
        List<List<Integer>> buckets(int rank);
    }

    /** Train with buckets that may differ between ranks, which must not end well. */
    public List<Replica> distributed(Plan plan) {
        var wires = new ArrayList<Wire[]>();
        for (int r = 0; r < ranks; r++) {
            wires.add(Wire.pair());
        }
        var replicas = new ArrayList<Replica>();
        var threads = new ArrayList<Thread>();
        var failures = new RuntimeException[ranks];
        for (int r = 0; r < ranks; r++) {
            int rank = r;
            var model = new Mlp(seed); // the same weights everywhere
            var reducer = new Reducer(r, ranks, model.gradients(), plan.buckets(r), wires.get(r)[1],
                    wires.get((r + 1) % ranks)[0]);
            replicas.add(new Replica(model, reducer));
            threads.add(new Thread(() -> {
                try {
                    train(model, reducer, rank);
                } catch (RuntimeException e) {
                    failures[rank] = e;
                }
            }));
        }
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
        joinAll(threads, failures);
        return replicas;
    }

    // tag::train[]
    /** One replica: its rows of every step; gradients leave as they appear. */
    private void train(Mlp model, Reducer reducer, int rank) {
        for (int step = 0; step < steps; step++) {
            for (int micro = 0; micro < accumulate; micro++) {
                boolean last = micro == accumulate - 1;
                model.backward(rows(step, micro, rank), p -> { // <1>
                    if (last) {
                        reducer.ready(p);
                    }
                });
            }
            reducer.await(); // <2>
            model.step(RATE);
        }
        reducer.close();
    }

    /** The same updates by one replica that has all rows. */
    public Mlp alone() {
        var model = new Mlp(seed);
        for (int step = 0; step < steps; step++) {
            for (int micro = 0; micro < accumulate; micro++) {
                var all = new ArrayList<double[]>();
                for (int rank = 0; rank < ranks; rank++) {
                    all.addAll(Arrays.asList(rows(step, micro, rank)));
                }
                model.backward(all.toArray(double[][]::new), p -> {});
            }
            model.step(RATE);
        }
        return model;
    }
    // end::train[]

    private double[][] rows(int step, int micro, int rank) {
        return Mlp.data(rows, seed + 1000 * (rank + ranks * (micro + accumulate * step)));
    }

    private static void joinAll(List<Thread> threads, RuntimeException[] failures) {
        try {
            for (boolean running = true; running; ) {
                running = false;
                for (var thread : threads) {
                    thread.join(20);
                    running |= thread.isAlive();
                }
                for (var failure : failures) {
                    if (failure != null) {
                        throw failure;
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while training", e);
        }
    }
}
