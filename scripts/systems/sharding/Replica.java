package sharding;

import java.util.Arrays;

/** One data-parallel worker: all weights, its own data, and optimizer memory for what it updates. */
public final class Replica {
    private final int rank;
    private final float[] weights;
    private final float[][] slots;
    private final int first;
    private final int count;
    private long updated;

    /**
     * Start with weights of zero.
     *
     * @param rank which worker
     * @param length weights, padding included
     * @param first first weight that it updates
     * @param count how many it updates
     */
    Replica(Optimizer optimizer, int rank, int length, int first, int count) {
        this.rank = rank;
        this.first = first;
        weights = new float[length];
        slots = new float[optimizer.slots()][count];
        this.count = count;
    }

    /** Gradient on its own data, over the number of workers; padding has none. */
    float[] gradient(int parameters, int workers) {
        var gradient = new float[weights.length];
        for (int i = 0; i < parameters; i++) {
            gradient[i] = (weights[i] - wish(rank, i)) / workers;
        }
        return gradient;
    }

    /** What a worker's data would like weight {@code i} to be. */
    public static float wish(int rank, int i) {
        return (31 * rank + 17 * i) % 1009 / 1009f - 0.5f;
    }

    // tag::update[]
    /** Move the weights that this replica is responsible for. */
    void update(Optimizer optimizer, float[] gradient, int step) {
        for (int i = 0; i < count; i++) {
            weights[first + i] -= optimizer.step(gradient[first + i], slots, i, step);
        }
        updated += count;
    }
    // end::update[]

    /** All weights, padding included. */
    public float[] weights() {
        return weights;
    }

    /** Bytes of optimizer memory. */
    public long slotBytes() {
        return Arrays.stream(slots).mapToLong(slot -> (long) Float.BYTES * slot.length).sum();
    }

    /** Weights updated so far, counted once per step. */
    public long updated() {
        return updated;
    }
}
