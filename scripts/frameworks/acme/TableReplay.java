package acme;

import reverb.RateLimiter;
import reverb.ReplayServer;
import reverb.ReplayTable;
import reverb.Selector;

/** A prioritised table of a replay server behind the interface that actors and learners see. */
public final class TableReplay implements Interfaces.Replay, AutoCloseable {
    private final ReplayServer server = new ReplayServer();
    private final ReplayTable table;

    /** A table whose limiter keeps samples at {@code perInsert} for each insert, as Acme configures it. */
    TableReplay(double perInsert, int minSize, long seed) {
        this(RateLimiter.ratio(perInsert, minSize, Math.max(1, 0.1 * minSize) * Math.max(1, perInsert)), seed);
    }

    /** A table with a limiter of its own. */
    TableReplay(RateLimiter limiter, long seed) {
        this.table = server.table("replay", Selector.Kind.PRIORITIZED.create(0.6, seed),
                Selector.Kind.FIFO.create(0, 0), 100000, 0, limiter);
    }

    @Override
    public void insert(double[] transition) {
        server.insert(table, 1, transition);
    }

    @Override
    public Interfaces.Batch sample(int items) {
        var keys = new long[items];
        var probabilities = new double[items];
        var transitions = new double[items][];
        for (int i = 0; i < items; i++) {
            var sample = table.sample();
            keys[i] = sample.key();
            probabilities[i] = sample.probability();
            transitions[i] = sample.steps()[0];
        }
        return new Interfaces.Batch(keys, probabilities, transitions);
    }

    @Override
    public void update(long[] keys, double[] priorities) {
        for (int i = 0; i < keys.length; i++) {
            table.update(keys[i], priorities[i]);
        }
    }

    @Override
    public boolean canSample(int items) {
        return table.canSample(items);
    }

    @Override
    public boolean canInsert(int items) {
        return table.canInsert(items);
    }

    @Override
    public long[] counts() {
        var counts = new long[2];
        table.inspect(limiter -> {
            counts[0] = limiter.inserts();
            counts[1] = limiter.samples();
        });
        return counts;
    }

    @Override
    public void close() {
        server.close();
    }
}
