package sharding;

import java.util.Arrays;
import java.util.List;

/** Ranks in a ring that send and receive in lockstep; every message is a copy, and counted. */
public final class Ring {
    private final int ranks;
    private long bytes;

    /** A ring of at least one rank. */
    public Ring(int ranks) {
        this.ranks = ranks;
    }

    /** Length that divides into equal chunks: {@code elements} and some padding. */
    public int padded(int elements) {
        return (elements + ranks - 1) / ranks * ranks;
    }

    /** The chunk that a rank holds complete after a reduce-scatter. */
    public int owned(int rank) {
        return (rank + 1) % ranks;
    }

    // tag::laps[]
    /** First lap: afterwards each rank holds the sum of the chunk that it owns. */
    public void reduceScatter(List<float[]> vectors) {
        for (int s = 0; s < ranks - 1; s++) {
            lap(vectors, -s, true);
        }
    }

    /** Second lap: afterwards each rank holds the owned chunks of all. */
    public void allGather(List<float[]> vectors) {
        for (int s = 0; s < ranks - 1; s++) {
            lap(vectors, 1 - s, false);
        }
    }
    // end::laps[]

    /** Each rank sends one chunk to its right neighbour, which adds it or takes it over. */
    private void lap(List<float[]> vectors, int offset, boolean add) {
        int length = vectors.get(0).length / ranks;
        var wires = new float[ranks][];
        for (int r = 0; r < ranks; r++) {
            int first = Math.floorMod(r + offset, ranks) * length;
            wires[r] = Arrays.copyOfRange(vectors.get(r), first, first + length);
            bytes += (long) Float.BYTES * length;
        }
        for (int r = 0; r < ranks; r++) {
            int first = Math.floorMod(r + offset, ranks) * length;
            var right = vectors.get((r + 1) % ranks);
            for (int i = 0; i < length; i++) {
                right[first + i] = (add ? right[first + i] : 0) + wires[r][i];
            }
        }
    }

    /** Bytes that all ranks have sent so far. */
    public long bytes() {
        return bytes;
    }
}
