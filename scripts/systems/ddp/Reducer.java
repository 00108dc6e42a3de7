package ddp;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import ringallreduce.Rank;
import wire.Wire;

/** Averages gradients over all ranks, bucket by bucket, on a thread of its own while the backward pass goes on. */
public final class Reducer {
    private static final int DONE = -1;

    private final int rank;
    private final int ranks;
    private final List<float[]> gradients;
    private final List<List<Integer>> buckets;
    private final Wire left;
    private final Wire right;
    private final int[] bucketOf;
    private final int[] missing;
    private int next;
    private final LinkedBlockingQueue<Integer> full = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Integer> reduced = new LinkedBlockingQueue<>();
    private final Thread communication;
    private RuntimeException failure;
    private long bytesSent;
    private int allReduces;

    /** A reducer for one rank; the wires lead to its neighbours. */
    public Reducer(int rank, int ranks, List<float[]> gradients, List<List<Integer>> buckets, Wire left, Wire right) {
        this.rank = rank;
        this.ranks = ranks;
        this.gradients = gradients;
        this.buckets = buckets;
        this.left = left;
        this.right = right;
        bucketOf = new int[gradients.size()];
        missing = new int[buckets.size()];
        for (int b = 0; b < buckets.size(); b++) {
            for (int p : buckets.get(b)) {
                bucketOf[p] = b;
            }
            missing[b] = buckets.get(b).size();
        }
        communication = new Thread(this::communicate);
        communication.setDaemon(true);
        communication.start();
    }

    // tag::hook[]
    /** A gradient is ready; full buckets leave in their order, not in that of filling. */
    void ready(int parameter) {
        missing[bucketOf[parameter]]--;
        while (next < buckets.size() && missing[next] == 0) { // <1>
            missing[next] = buckets.get(next).size();
            full.add(next++);
        }
    }

    /** Wait until all buckets of this step are back. */
    void await() {
        for (next = 0; next < buckets.size(); next++) {
            int bucket = take(reduced);
            if (bucket == DONE) {
                throw failure;
            }
        }
        next = 0;
    }

    /** What the communication thread does meanwhile. */
    private void communicate() {
        try {
            for (int bucket = take(full); bucket != DONE; bucket = take(full)) {
                allReduce(bucket);
                reduced.add(bucket);
            }
        } catch (RuntimeException e) {
            failure = e;
            reduced.add(DONE);
        }
    }
    // end::hook[]

    private void allReduce(int bucket) {
        var parts = buckets.get(bucket).stream().map(gradients::get).toList();
        var vector = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, vector, at, part.length);
            at += part.length;
        }
        var tensors = buckets.get(bucket);
        var ring = new Rank(rank, ranks, vector, new TaggedWire(left, rank, tensors), new TaggedWire(right, rank, tensors));
        ring.run();
        bytesSent += ring.bytesSent();
        allReduces++;
        at = 0;
        for (var part : parts) {
            for (int i = 0; i < part.length; i++) {
                part[i] = vector[at++] / ranks;
            }
        }
    }

    private static int take(LinkedBlockingQueue<Integer> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for a bucket", e);
        }
    }

    /** End the communication thread. */
    void close() {
        full.add(DONE);
        try {
            communication.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while closing", e);
        }
    }

    /** Bytes of gradients sent so far. */
    public long bytesSent() {
        return bytesSent;
    }

    /** All-reduces so far. */
    public int allReduces() {
        return allReduces;
    }
}
