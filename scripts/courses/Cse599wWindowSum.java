///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Run a GPU kernel thread by thread: what shared memory saves, and where the lecture's kernel goes wrong.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java

import java.util.Arrays;
import java.util.List;

/** The window sum of lecture 5 on a simulated GPU whose shared memory starts out poisoned. */
class Cse599wWindowSum {
    /** Device memory that counts its reads; what lies outside is poison. */
    static final class Memory {
        final double[] words;
        long reads;
        long outside;
        int wrong; // sums that came out wrong in the end

        /** {@code n} numbers with {@code radius} zeros on either side. */
        Memory(int n, int radius) {
            words = new double[n + 2 * radius];
            for (int i = 0; i < n; i++) {
                words[radius + i] = i % 1000; // sums stay exact
            }
        }

        double read(int at) {
            reads++;
            if (at >= words.length) {
                outside++;
                return Double.NaN;
            }
            return words[at];
        }
    }

    /** How a kernel is launched. */
    record Launch(int n, int threads, int radius) {}

    // tag::naive[]
    /** Every thread reads its whole window from device memory. */
    static double[] naive(Launch launch, Memory memory) {
        var sums = new double[launch.n()];
        for (int out = 0; out < launch.n(); out++) { // one thread each
            for (int i = 0; i <= 2 * launch.radius(); i++) {
                sums[out] += memory.read(out + i);
            }
        }
        return sums;
    }
    // end::naive[]

    // tag::tiled[]
    /** A block copies its tile to shared memory, waits, and sums from there. */
    static double[] tiled(Launch launch, Memory memory, boolean mended) {
        var sums = new double[launch.n()];
        for (int first = 0; first < launch.n(); first += launch.threads()) {
            var shared = new double[launch.threads() + 2 * launch.radius()];
            Arrays.fill(shared, Double.NaN); // <1>
            int live = Math.min(launch.threads(), launch.n() - first);
            for (int t = 0; t < (mended ? launch.threads() : live); t++) {
                if (mended) {
                    loadMended(shared, memory, first, t, launch);
                } else {
                    load(shared, memory, first, t, launch);
                }
            } // <2>
            for (int t = 0; t < live; t++) {
                for (int i = 0; i <= 2 * launch.radius(); i++) {
                    sums[first + t] += shared[t + i];
                }
            }
        }
        return sums;
    }

    /** What thread {@code t} loads in the lecture: its own word, and a rim. */
    private static void load(
            double[] shared, Memory memory, int first, int t, Launch launch) {
        int own = t + launch.radius();
        shared[own] = memory.read(first + own);
        if (t < launch.radius()) {
            shared[t] = memory.read(first + t);
            shared[own + launch.threads()] =
                    memory.read(first + own + launch.threads()); // <3>
        }
    }
    // end::tiled[]

    // tag::mended[]
    /** Mended: all threads of the block load, in strides, what there is. */
    private static void loadMended(
            double[] shared, Memory memory, int first, int t, Launch launch) {
        for (int at = t; at < shared.length; at += launch.threads()) {
            if (first + at < memory.words.length) {
                shared[at] = memory.read(first + at);
            }
        }
    }
    // end::mended[]

    /** Sums that are not what they should be; poison never is. */
    static int wrong(Launch launch, double[] sums) {
        var right = naive(launch, new Memory(launch.n(), launch.radius()));
        int wrong = 0;
        for (int i = 0; i < right.length; i++) {
            wrong += sums[i] == right[i] ? 0 : 1;
        }
        return wrong;
    }

    /** Most floating-point operations per second, in 10^9: each core adds and multiplies once per clock. */
    static double peak(int cores, double mhz) {
        return 2 * cores * mhz / 1000;
    }

    public static void main(String... argv) {
        var args = new Args("cse599w-window-sum", "Run the lecture's GPU kernel thread by thread.");
        var n = args.whole("n", 1048576, 1, 2000000, "numbers to sum windows of");
        var threads = args.whole("threads", 512, 8, 1024, "threads in a block");
        var radius = args.whole("radius", 3, 0, 8, "neighbours on each side that belong to a window");
        args.read(argv);
        var facts = new Facts("cse599w-window-sum");
        var table = Table.of("n|%,d", "kernel|%s", "device reads|%,d", "per number|%.3f", "outside|%d", "wrong sums|%d");
        var launch = new Launch(n.getAsInt(), threads.getAsInt(), radius.getAsInt());
        System.out.print(launch.threads() + " threads in a block, windows of " + (2 * launch.radius() + 1) + " numbers\n\n");
        long naive = reads(table, launch, "naive").reads;
        long tiled = reads(table, launch, "tiled").reads;
        facts.value("ratio", (double) naive / tiled, "");
        for (int small : new int[] {1024, 1000}) {
            var tail = new Launch(small, launch.threads(), launch.radius());
            for (var kernel : List.of("tiled", "mended")) {
                facts.value("wrong-" + kernel + "-" + small, reads(table, tail, kernel).wrong, "");
            }
        }
        System.out.print(table.text() + "\n");
        if (launch.n() % launch.threads() == 0) {
            facts.within("ratio", launch.threads() * (2 * launch.radius() + 1.0) / (launch.threads()
                    + 2 * launch.radius()), 1e-12, "cse599w, lecture 5", "7 reads per number against (512 + 6) / 512");
        }
        facts.exactly("wrong-mended-1000", 0, "cse599w, lecture 5", "what the kernel is for");
        if (argv.length == 0) {
            peaks(facts);
        }
        facts.finish();
    }

    private static Memory reads(Table table, Launch launch, String kernel) {
        var memory = new Memory(launch.n(), launch.radius());
        var sums = kernel.equals("naive") ? naive(launch, memory) : tiled(launch, memory, kernel.equals("mended"));
        memory.wrong = wrong(launch, sums);
        table.row(launch.n(), kernel, memory.reads, (double) memory.reads / launch.n(), memory.outside, memory.wrong);
        return memory;
    }

    private static void peaks(Facts facts) {
        facts.value("k40", peak(2880, 875), "GFLOPS");
        facts.value("titan-x-2015", peak(3072, 1177), "GFLOPS");
        facts.value("titan-x-2016", peak(3584, 1531), "GFLOPS");
        facts.within("k40", 5040, 0.001, "cse599w, lecture 5", "printed to ten");
        facts.within("titan-x-2015", 7230, 0.001, "cse599w, lecture 5", "printed to ten");
        facts.within("titan-x-2016", 10970, 0.001, "cse599w, lecture 5", "printed to ten");
    }
}
