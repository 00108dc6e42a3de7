package reverb;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Owns the chunks of a server and counts who refers to each; the last one out frees it. */
final class ChunkStore {
    private final Map<Long, Chunk> chunks = new TreeMap<>();
    private final Map<Long, Integer> references = new HashMap<>();
    private long lastKey;

    /** A key that no chunk has had. */
    synchronized long nextKey() {
        return ++lastKey;
    }

    // tag::references[]
    /** Refer to a chunk, which may be new here. */
    synchronized void retain(Chunk chunk) {
        chunks.putIfAbsent(chunk.key, chunk);
        references.merge(chunk.key, 1, Integer::sum);
    }

    /** Refer to it no longer. */
    synchronized void release(Chunk chunk) {
        if (references.merge(chunk.key, -1, Integer::sum) == 0) {
            references.remove(chunk.key);
            chunks.remove(chunk.key);
        }
    }
    // end::references[]

    /** Chunks that are alive. */
    synchronized int size() {
        return chunks.size();
    }

    synchronized Map<Long, Chunk> chunks() {
        return new TreeMap<>(chunks);
    }

    synchronized void restore(long saved) {
        lastKey = saved;
    }

    synchronized long lastKey() {
        return lastKey;
    }
}
