package reverb;

import java.util.Map;
import java.util.TreeMap;

/** Tables over one store of chunks. */
public final class ReplayServer implements AutoCloseable {
    final ChunkStore store = new ChunkStore();
    final Map<String, ReplayTable> tables = new TreeMap<>();

    /**
     * Add a table.
     *
     * @param maxSize items that it holds at most
     * @param maxTimesSampled after which an item goes, 0 for never
     */
    public ReplayTable table(String name, Selector sampler, Selector remover, int maxSize, int maxTimesSampled,
            RateLimiter limiter) {
        var table = new ReplayTable(name, sampler, remover, maxSize, maxTimesSampled, limiter, store);
        if (tables.putIfAbsent(name, table) != null) {
            throw new IllegalArgumentException("table '" + name + "' is there already");
        }
        return table;
    }

    /** A queue: first in, first out, each item once; writers wait when it is full. */
    public ReplayTable queue(String name, int size) {
        return table(name, Selector.Kind.FIFO.create(0, 0), Selector.Kind.FIFO.create(0, 0), size, 1,
                RateLimiter.queue(size));
    }

    /** Start a stream of steps. */
    public Writer writer(int chunkLength, int longestItem) {
        return new Writer(store, chunkLength, longestItem);
    }

    /** Insert one step as an item of its own; waits while the limiter says so. Returns the key. */
    public long insert(ReplayTable table, double priority, double... step) {
        var chunk = Chunk.of(store.nextKey(), new double[][] {step});
        long key = store.nextKey();
        table.insert(new Item(key, java.util.List.of(chunk), 0, 1), priority);
        return key;
    }

    /** The same unless it would have to wait. */
    public boolean tryInsert(ReplayTable table, double priority, double... step) {
        var chunk = Chunk.of(store.nextKey(), new double[][] {step});
        return table.tryInsert(new Item(store.nextKey(), java.util.List.of(chunk), 0, 1), priority);
    }

    /** Chunks that some item refers to. */
    public int chunks() {
        return store.size();
    }

    /** Everything the server holds, as bytes; all tables stand still meanwhile. */
    public byte[] checkpoint() {
        return Checkpoint.write(this);
    }

    /** Take over a checkpoint; the tables must be those of the server that wrote it, and empty. */
    public void restore(byte[] checkpoint) {
        Checkpoint.read(this, checkpoint);
    }

    @Override
    public void close() {
        tables.values().forEach(ReplayTable::close);
    }
}
