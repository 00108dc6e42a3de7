///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Sum vectors over a ring of threads, or of processes, and count every byte that moves.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES wire/Wire.java wire/SocketWire.java wire/Processes.java ringallreduce/Rank.java ringallreduce/Ring.java

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ringallreduce.Rank;
import ringallreduce.Ring;
import wire.Processes;
import wire.Wire;

/** Ring all-reduce with real messages: a rank knows its own vector and the wires to its two neighbours. */
class RingAllReduce {
    // tag::ring[]
    /** Replace every vector by the sum of all; the ranks keep counts. */
    static List<Rank> allReduce(List<float[]> vectors) {
        int n = vectors.size();
        var wires = new ArrayList<Wire[]>();
        vectors.forEach(vector -> wires.add(Wire.pair()));
        var ring = new ArrayList<Rank>();
        for (int r = 0; r < n; r++) {
            var left = wires.get(r)[1]; // <1>
            var right = wires.get((r + 1) % n)[0];
            ring.add(new Rank(r, n, vectors.get(r), left, right));
        }
        ring.forEach(Thread::start); // <2>
        ring.forEach(RingAllReduce::join);
        return ring;
    }
    // end::ring[]

    private static void join(Thread rank) {
        try {
            rank.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the ring was running", e);
        }
    }

    /** The inputs of all ranks. */
    static List<float[]> vectors(int ranks, int elements) {
        var vectors = new ArrayList<float[]>();
        for (int r = 0; r < ranks; r++) {
            vectors.add(Ring.vector(r, elements));
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
                worst = Math.max(worst, Math.abs(rank.vector()[i] - sum));
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
        if (Processes.child()) {
            Ring.oneRank(Processes.parent());
            return;
        }
        var args = new Args("ring-all-reduce",
                "Sum vectors over a ring of threads, or of processes, and count every byte that moves.");
        var ranks = args.whole("ranks", 8, 2, 64, "ranks in the ring");
        var elements = args.whole("elements", 84000, 1, 400000, "floats in the vector of one rank");
        var gbps = args.real("gbps", 12.5, 1e-3, 1e5, "modelled rate of one wire in GB/s");
        var latency = args.real("latency-us", 1, 0, 1e6, "modelled latency of one step in microseconds");
        var processes = args.flag("processes", "make each rank a process that talks over loopback sockets");
        args.read(argv);
        var facts = new Facts("ring-all-reduce");
        int n = ranks.getAsInt();
        var inputs = vectors(n, elements.getAsInt());
        moved(facts, inputs, processes.getAsBoolean()
                ? Ring.inProcesses(RingAllReduce.class, n, elements.getAsInt())
                : allReduce(vectors(n, elements.getAsInt())));
        modelled(facts, gbps.getAsDouble() * 1e9, latency.getAsDouble() / 1e6);
        facts.finish();
    }

    private static void moved(Facts facts, List<float[]> inputs, List<Rank> ring) {
        int n = ring.size();
        double size = (double) Float.BYTES * inputs.get(0).length;
        double sent = ring.stream().mapToLong(Rank::bytesSent).sum();
        facts.value("ranks", n, "");
        facts.value("size", size, "byte");
        double steps = facts.value("steps", ring.stream().mapToInt(Rank::steps).max().orElse(0), "");
        facts.value("sent", sent / n, "byte");
        facts.value("sent-over-size", sent / (n * size), "");
        double error = facts.value("max-error", maxError(inputs, ring), "");
        System.out.printf(Locale.ROOT, "%d ranks summed %.0f bytes each in %.0f steps.\nAll sent %.0f bytes, each %.4f"
                + " times the vector; the largest error is %s.\n\n", n, size, steps, sent, sent / (n * size), error);
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
            double sentOverSize = (double) rank.bytesSent() / (Float.BYTES * n);
            double knee = rank.steps() * latency * rate / sentOverSize;
            table.row(n, rank.steps(), sentOverSize, knee / 1e6,
                    1e6 * seconds(rank.steps(), sentOverSize * 1e3, latency, rate),
                    1e6 * seconds(rank.steps(), sentOverSize * 1e6, latency, rate),
                    1e3 * seconds(rank.steps(), sentOverSize * 1e9, latency, rate));
            facts.value("knee-" + n, knee / 1e6, "MB");
            for (double size = 1e3; size <= 1.01e9; size *= Math.sqrt(10)) {
                figure.row(size, seconds(rank.steps(), sentOverSize * size, latency, rate), Integer.toString(n));
            }
        }
        facts.figure("knee", figure.layer("line").set("size", 1));
        System.out.print(table.text() + "\n");
    }
}
