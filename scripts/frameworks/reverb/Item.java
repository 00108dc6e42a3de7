package reverb;

import java.util.List;

/**
 * What a table holds: a stretch of steps, kept as references to chunks.
 *
 * @param key unique in the server
 * @param chunks that the stretch runs through, in order
 * @param offset first step of the stretch within the first chunk
 * @param length steps of the stretch
 */
record Item(long key, List<Chunk> chunks, int offset, int length) {
    Item {
        chunks = List.copyOf(chunks);
    }

    /** Copy the stretch out of the chunks. */
    double[][] steps() {
        var steps = new double[length][];
        int place = -offset;
        for (var chunk : chunks) {
            for (var step : chunk.steps()) {
                if (place >= 0 && place < length) {
                    steps[place] = step;
                }
                place++;
            }
        }
        return steps;
    }
}
