package ringallreduce;

import java.nio.ByteBuffer;
import wire.Wire;

/** One rank of the ring: owns a vector, reads from the left, writes to the right, counts what it sends. */
public final class Rank extends Thread {
    private final int rank;
    private final int ranks;
    private final float[] vector;
    private final Wire left;
    private final Wire right;
    private long bytesSent;
    private int steps;

    /** A rank between two neighbours; its vector will be replaced by the sum. */
    public Rank(int rank, int ranks, float[] vector, Wire left, Wire right) {
        this.rank = rank;
        this.ranks = ranks;
        this.vector = vector;
        this.left = left;
        this.right = right;
    }

    // tag::laps[]
    /** Two laps around the ring. */
    @Override
    public void run() {
        for (int s = 0; s < ranks - 1; s++) { // <1>
            send(rank - s);
            receive(rank - s - 1, true);
        }
        for (int s = 0; s < ranks - 1; s++) { // <2>
            send(rank + 1 - s);
            receive(rank - s, false);
        }
    }
    // end::laps[]

    // tag::messages[]
    /** First element of a chunk; chunks differ in size by one element at most. */
    private int start(int chunk) {
        return (int) ((long) vector.length * chunk / ranks);
    }

    private void send(int chunk) {
        int c = Math.floorMod(chunk, ranks);
        int length = start(c + 1) - start(c);
        var message = new byte[Float.BYTES * length]; // <1>
        ByteBuffer.wrap(message).asFloatBuffer().put(vector, start(c), length);
        bytesSent += message.length;
        steps++;
        right.put(message);
    }

    private void receive(int chunk, boolean add) {
        int first = start(Math.floorMod(chunk, ranks));
        var message = ByteBuffer.wrap(left.take()).asFloatBuffer();
        for (int i = 0; i < message.limit(); i++) {
            float old = add ? vector[first + i] : 0;
            vector[first + i] = old + message.get(i);
        }
    }
    // end::messages[]

    /** What the rank holds now. */
    public float[] vector() {
        return vector;
    }

    /** Bytes sent so far, without the length that a socket puts before each message. */
    public long bytesSent() {
        return bytesSent;
    }

    /** Messages sent so far. */
    public int steps() {
        return steps;
    }

    /** Counts and vector as bytes. */
    byte[] report() {
        var report = ByteBuffer.allocate(12 + Float.BYTES * vector.length).putLong(bytesSent).putInt(steps);
        report.asFloatBuffer().put(vector);
        return report.array();
    }

    /** A rank that has run elsewhere, from its {@link #report}. */
    static Rank from(int rank, int ranks, byte[] bytes) {
        var report = ByteBuffer.wrap(bytes);
        var there = new Rank(rank, ranks, new float[(bytes.length - 12) / Float.BYTES], null, null);
        there.bytesSent = report.getLong();
        there.steps = report.getInt();
        report.asFloatBuffer().get(there.vector);
        return there;
    }
}
