///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Sum vectors over a ring of threads and count every byte that moves.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Ring all-reduce with real messages: each thread is a rank that only knows the queue to its right neighbour. */
class RingAllReduce {
    /** One rank of the ring: owns a vector, reads from the left, writes to the right. */
    static final class Rank extends Thread {
        final int rank;
        final int ranks;
        final float[] vector;
        final BlockingQueue<float[]> left;
        final BlockingQueue<float[]> right;
        long bytesSent;
        int steps;

        Rank(int rank, float[] vector, List<BlockingQueue<float[]>> wires) {
            this.rank = rank;
            this.ranks = wires.size();
            this.vector = vector;
            this.left = wires.get(rank);
            this.right = wires.get((rank + 1) % ranks);
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
            var message = Arrays.copyOfRange(vector, start(c), start(c + 1)); // <1>
            bytesSent += (long) Float.BYTES * message.length;
            steps++;
            uninterrupted(() -> right.put(message));
        }

        private void receive(int chunk, boolean add) {
            int first = start(Math.floorMod(chunk, ranks));
            uninterrupted(() -> {
                var message = left.take();
                for (int i = 0; i < message.length; i++) {
                    float old = add ? vector[first + i] : 0;
                    vector[first + i] = old + message[i];
                }
            });
        }
        // end::messages[]
    }

    private interface Blocking {
        void run() throws InterruptedException;
    }

    private static void uninterrupted(Blocking action) {
        try {
            action.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a rank was interrupted", e);
        }
    }

    // tag::ring[]
    /** Replace every vector by the sum of all; the ranks keep counts. */
    static List<Rank> allReduce(List<float[]> vectors) {
        var wires = new ArrayList<BlockingQueue<float[]>>();
        vectors.forEach(vector -> wires.add(new ArrayBlockingQueue<>(1)));
        var ring = new ArrayList<Rank>();
        vectors.forEach(vector -> ring.add(new Rank(ring.size(), vector, wires)));
        ring.forEach(Thread::start);
        ring.forEach(rank -> uninterrupted(rank::join));
        return ring;
    }
    // end::ring[]

    /** Vectors of whole numbers small enough that float adds them without rounding, in any order. */
    static List<float[]> vectors(int ranks, int elements) {
        var vectors = new ArrayList<float[]>();
        for (int r = 0; r < ranks; r++) {
            var vector = new float[elements];
            for (int i = 0; i < elements; i++) {
                vector[i] = (31 * r + 7 * i) % 1000 - 500;
            }
            vectors.add(vector);
        }
        return vectors;
    }

    /** Largest difference between what the ring left on any rank and a plain loop over the inputs. */
    static double maxError(List<float[]> inputs, List<Rank> ring) {
        double worst = 0;
        for (int i = 0; i < inputs.get(0).length; i++) {
            double sum = 0;
            for (var input : inputs) {
                sum += input[i];
            }
            for (var rank : ring) {
                worst = Math.max(worst, Math.abs(rank.vector[i] - sum));
            }
        }
        return worst;
    }

    // tag::model[]
    /** Seconds: each step waits for the latency, each byte for the wire. */
    static double seconds(
            int steps, double bytes, double latency, double bytesPerSecond) {
        return steps * latency + bytes / bytesPerSecond;
    }
    // end::model[]

    public static void main(String... argv) {
        var args = new Args("ring-all-reduce", "Sum vectors over a ring of threads and count every byte that moves.");
        var ranks = args.whole("ranks", 8, 2, 64, "threads in the ring");
        var elements = args.whole("elements", 84000, 1, 400000, "floats in the vector of one rank");
        var gbps = args.real("gbps", 12.5, 1e-3, 1e5, "modelled rate of one wire in GB/s");
        var latency = args.real("latency-us", 1, 0, 1e6, "modelled latency of one step in microseconds");
        args.read(argv);
        var facts = new Facts("ring-all-reduce");
        moved(facts, ranks.getAsInt(), elements.getAsInt());
        modelled(facts, gbps.getAsDouble() * 1e9, latency.getAsDouble() / 1e6);
        facts.finish();
    }

    private static void moved(Facts facts, int n, int elements) {
        var ring = allReduce(vectors(n, elements));
        double size = (double) Float.BYTES * elements;
        double sent = ring.stream().mapToLong(rank -> rank.bytesSent).sum();
        facts.value("ranks", n, "");
        facts.value("size", size, "byte");
        facts.value("steps", ring.stream().mapToInt(rank -> rank.steps).max().orElse(0), "");
        facts.value("sent", sent / n, "byte");
        facts.value("sent-over-size", sent / (n * size), "");
        facts.value("max-error", maxError(vectors(n, elements), ring), "");
        facts.exactly("max-error", 0, "nccl-performance, AllReduce", "whole numbers: any order gives the same sum");
        facts.exactly("steps", 2 * (n - 1), "nccl-performance, AllReduce", "2(n-1) transfers of each element");
        facts.exactly("sent-over-size", 2.0 * (n - 1) / n, "nccl-performance, AllReduce", "2(n-1)/n, a count of bytes");
    }

    private static void modelled(Facts facts, double rate, double latency) {
        var table = Table.of("ranks|%d", "steps|%d", "sent / size|%.3f", "knee [MB]|%.3f", "1 KB [µs]|%.1f",
                "1 MB [µs]|%.1f", "1 GB [ms]|%.1f");
        var figure = Plot.of("Six lines of time against message size on log axes: flat at the left, where steps cost,"
                        + " and together on one slope at the right, where bytes cost; more ranks bend later.")
                .logAxis("x", "message").limits(600, 3e9).ticks(List.of(1e3, 1e6, 1e9), List.of("1 KB", "1 MB", "1 GB"))
                .logAxis("y", "modelled time").ticks(List.of(1e-6, 1e-3, 1), List.of("1 µs", "1 ms", "1 s"))
                .limits(1e-6, 1).axis("color", "ranks")
                .columns("size", "time", "ranks").map("x", "size").map("y", "time").map("color", "ranks");
        for (int n = 2; n <= 64; n *= 2) {
            var rank = allReduce(vectors(n, n)).get(0); // counted, then scaled to any size
            double sentOverSize = (double) rank.bytesSent / (Float.BYTES * n);
            double knee = rank.steps * latency * rate / sentOverSize;
            table.row(n, rank.steps, sentOverSize, knee / 1e6,
                    1e6 * seconds(rank.steps, sentOverSize * 1e3, latency, rate),
                    1e6 * seconds(rank.steps, sentOverSize * 1e6, latency, rate),
                    1e3 * seconds(rank.steps, sentOverSize * 1e9, latency, rate));
            facts.value("knee-" + n, knee / 1e6, "MB");
            for (double size = 1e3; size <= 1.01e9; size *= Math.sqrt(10)) {
                figure.row(size, seconds(rank.steps, sentOverSize * size, latency, rate), Integer.toString(n));
            }
        }
        facts.figure("knee", figure.layer("line").set("size", 1));
        System.out.print(table.text() + "\n");
    }
}
