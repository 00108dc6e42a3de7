package lowmemory;

import java.util.Arrays;

/** Ledger of bytes by what they are for; remembers the moment when most were in use. */
public final class Memory {
    /** What bytes are for. */
    public enum Kind {
        /** Weights, and which ones exist. */
        MODEL,
        /** Momentum. */
        OPTIMIZER,
        /** Gradients of the weights. */
        GRADIENT,
        /** What the backward pass needs from the forward pass. */
        ACTIVATION
    }

    private final long[] used = new long[Kind.values().length];
    private long[] atPeak = used.clone();

    void allocate(Kind kind, long bytes) {
        used[kind.ordinal()] += bytes;
        if (Arrays.stream(used).sum() > Arrays.stream(atPeak).sum()) {
            atPeak = used.clone();
        }
    }

    void free(Kind kind, long bytes) {
        used[kind.ordinal()] -= bytes;
    }

    /** Bytes of one kind when most were in use. */
    public long atPeak(Kind kind) {
        return atPeak[kind.ordinal()];
    }

    /** Most bytes in use. */
    public long peak() {
        return Arrays.stream(atPeak).sum();
    }

    /** Bytes of one kind in use. */
    public long used(Kind kind) {
        return used[kind.ordinal()];
    }
}
