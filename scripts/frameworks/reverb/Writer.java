package reverb;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Writes a stream of steps as chunks and makes items out of stretches of it. An item is sent once the chunk with its
 * last step is full, so that items overlap without storing a step twice. For one thread.
 */
public final class Writer {
    private final ChunkStore store;
    private final int chunkLength;
    private final int longestItem;
    private final List<double[]> open = new ArrayList<>();
    private final List<Span> history = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private int written;

    private record Span(Chunk chunk, int start) {
        int end() {
            return start + chunk.rows;
        }
    }

    private record Pending(ReplayTable table, long key, int start, int end, double priority) {}

    Writer(ChunkStore store, int chunkLength, int longestItem) {
        this.store = store;
        this.chunkLength = chunkLength;
        this.longestItem = longestItem;
    }

    /** Add a step to the stream; may wait for a table, when items become due. */
    public void append(double... step) {
        open.add(step.clone());
        written++;
        if (open.size() == chunkLength) {
            flush();
        }
    }

    /** Make an item of the last steps; returns its key. */
    public long createItem(ReplayTable table, int lastSteps, double priority) {
        if (lastSteps < 1 || lastSteps > Math.min(longestItem, written)) {
            throw new IllegalArgumentException("an item needs 1 to " + Math.min(longestItem, written)
                    + " steps, got " + lastSteps);
        }
        long key = store.nextKey();
        pending.add(new Pending(table, key, written - lastSteps, written, priority));
        if (open.isEmpty()) {
            send();
        }
        return key;
    }

    /** Close the open chunk and send every item that waits. */
    public void flush() {
        if (!open.isEmpty()) {
            var chunk = Chunk.of(store.nextKey(), open.toArray(new double[0][]));
            history.add(new Span(chunk, written - open.size()));
            open.clear();
        }
        send();
        history.removeIf(span -> span.end() <= written - longestItem);
    }

    private void send() {
        for (Iterator<Pending> all = pending.iterator(); all.hasNext(); ) {
            var item = all.next();
            all.remove();
            var spans = history.stream().filter(s -> s.end() > item.start() && s.start() < item.end()).toList();
            var chunks = spans.stream().map(Span::chunk).toList();
            item.table().insert(new Item(item.key(), chunks, item.start() - spans.get(0).start(),
                    item.end() - item.start()), item.priority());
        }
    }
}
