package parameterserver;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One message: keys and values, the keys perhaps only by their hash. The sender's and the receiver's last list of keys. */
public final class Pairs {
    /** Bytes before the pairs: a hash, a count, and whether keys follow. */
    public static final int HEADER = Long.BYTES + Integer.BYTES + 1;

    private final boolean caching;
    private int[] known = new int[0];
    private boolean any;
    private long keyBytes;
    private long valueBytes;
    private long headerBytes;

    /** One direction of one wire. */
    Pairs(boolean caching) {
        this.caching = caching;
    }

    // tag::cache[]
    /** Write a message; keys that the other end has seen last time are left out. */
    byte[] write(int[] keys, double[] values) {
        boolean cached = caching && any && Arrays.equals(keys, known); // <1>
        known = keys;
        any = true;
        long bytes = cached ? 0 : (long) Long.BYTES * keys.length;
        keyBytes += bytes;
        valueBytes += (long) Double.BYTES * keys.length;
        headerBytes += HEADER;
        var out = ByteBuffer.allocate(HEADER + (int) bytes + Double.BYTES * keys.length);
        out.putLong(hash(keys)).putInt(keys.length).put((byte) (cached ? 0 : 1));
        if (!cached) {
            Arrays.stream(keys).forEach(key -> out.putLong(key)); // <2>
        }
        for (int key : keys) {
            out.putDouble(values[key]);
        }
        return out.array();
    }
    // end::cache[]

    /** Read a message into {@code values}, at its keys; returns the keys. */
    int[] read(byte[] message, double[] values) {
        var in = ByteBuffer.wrap(message);
        long hash = in.getLong();
        var keys = new int[in.getInt()];
        if (in.get() == 1) {
            Arrays.setAll(keys, i -> (int) in.getLong());
            known = keys;
        }
        if (hash(known) != hash) {
            throw new IllegalStateException("keys were left out that this end does not know");
        }
        for (int key : known) {
            values[key] = in.getDouble();
        }
        return known;
    }

    /** Polynomial hash of a list, good enough to notice a list that differs. */
    private static long hash(int[] keys) {
        long hash = 1;
        for (int key : keys) {
            hash = hash * 6364136223846793005L + key + 1442695040888963407L;
        }
        return hash;
    }

    /** Bytes written so far. */
    Traffic traffic() {
        return new Traffic(keyBytes, valueBytes, headerBytes);
    }
}
