///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Time memory from the first cache to DRAM by a pointer chase, and a lock, a clock and a read.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Latency of this machine's memory: a walk that no prefetcher can guess, over sets that outgrow each cache. */
class MemoryStaircase {
    // tag::chase[]
    /** One cycle through all slots, in random order. */
    static int[] cycle(int slots, long seed) {
        var next = new int[slots];
        Arrays.setAll(next, i -> i);
        var random = new Random(seed);
        for (int i = slots - 1; i > 0; i--) { // <1>
            int j = random.nextInt(i);
            int t = next[i];
            next[i] = next[j];
            next[j] = t;
        }
        return next;
    }

    static final int LINE = 16; // ints in a cache line of 64 bytes

    /** Follow the cycle; the result keeps hops from being dead code. */
    static int chase(int[] lines, int hops) {
        int at = 0;
        for (int i = 0; i < hops; i++) {
            at = lines[at];
        }
        return at;
    }
    // end::chase[]

    /** The same cycle spread out, one slot per cache line, holding array positions. */
    static int[] spread(int[] cycle) {
        var lines = new int[cycle.length * LINE];
        for (int i = 0; i < cycle.length; i++) {
            lines[i * LINE] = cycle[i] * LINE;
        }
        return lines;
    }

    /** Best of a few timings in ns per operation, after one to warm up. */
    private static double nanos(int operations, LongSupplier work) {
        sink += work.getAsLong();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            sink += work.getAsLong();
            best = Math.min(best, System.nanoTime() - start);
        }
        return (double) best / operations;
    }

    private static long sink; // keeps results alive, so that the compiler may not drop the work

    public static void main(String... argv) {
        new Args("memory-staircase", "Time one access to memory, working set by working set.").read(argv);
        var facts = new Facts("memory-staircase");
        var figure = Plot.of("Measured latency climbs in steps as the working set outgrows each cache; the published"
                        + " times of L1, L2, L3 and memory lie beside it.")
                .logAxis("x", "working set").limits(6, 4e5)
                .ticks(List.of(8, 64, 512, 4096, 32768, 262144),
                        List.of("8 KiB", "64 KiB", "512 KiB", "4 MiB", "32 MiB", "256 MiB"))
                .logAxis("y", "time of one access [ns]").limits(0.5, 1000).ticks(List.of(1, 10, 100, 1000),
                        List.of("1", "10", "100", "1000"))
                .axis("color", "numbers").columns("kib", "ns", "kind").map("x", "kib").map("y", "ns").map("color", "kind")
                .layer("line").columns("kib", "ns", "kind");
        var table = Table.of("pointer chase|%s", "measured [ns]|%.1f");
        double[] ns = new double[8];
        for (int i = 0; i < ns.length; i++) {
            int kib = 8 << 2 * i;
            var lines = spread(cycle(kib * 1024 / 64, 42));
            int hops = 1 << 20;
            ns[i] = nanos(hops, () -> chase(lines, hops));
            facts.value("chase-" + kib + "-kib", ns[i], "ns");
            table.row(kib < 1024 ? kib + " KiB" : kib / 1024 + " MiB", ns[i]);
            figure.row(kib, ns[i], "measured");
        }
        figure.layer("point").set("size", 4).columns("kib", "ns", "kind");
        for (double[] row : new double[][] {{32, 1.5}, {256, 5}, {2560, 16}, {64e6 / 1024, 46}, {256e6 / 1024, 75}}) {
            figure.row(row[0], row[1], "published");
        }
        var lock = new ReentrantLock();
        facts.value("lock", nanos(1 << 20, () -> locks(lock, 1 << 20)), "ns");
        facts.value("nano-time", nanos(1 << 18, () -> clocks(1 << 18)), "ns");
        var block = new long[8 << 20];
        double perMegabyte = nanos(block.length / 131072, () -> sum(block));
        facts.value("read-1-mib", perMegabyte / 1e3, "µs");
        facts.value("in-order-gain", ns[7] / (perMegabyte / 16384), ""); // lines of 64 bytes in a MiB
        System.out.print(table.text() + "\n");
        facts.figure("measured", figure);
        facts.value("ratio", ns[7] / ns[0], "");
        facts.value("steps-down", IntStream.range(1, 8).filter(i -> ns[i] < 0.7 * ns[i - 1]).count(), "");
        facts.atLeast("ratio", 10, "d2l-hardware, table 1", "75 ns over 1.5 ns is 50; a shared machine blurs it");
        facts.exactly("steps-down", 0, "d2l-hardware, table 1", "the order of the rows; a fall of 30 % is no noise");
        facts.finish();
    }

    private static long sum(long[] block) {
        long sum = 0;
        for (long value : block) {
            sum += value;
        }
        return sum;
    }

    private static long locks(ReentrantLock lock, int times) {
        long count = 0;
        for (int i = 0; i < times; i++) {
            lock.lock();
            count++;
            lock.unlock();
        }
        return count;
    }

    private static long clocks(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += System.nanoTime();
        }
        return sum;
    }
}
