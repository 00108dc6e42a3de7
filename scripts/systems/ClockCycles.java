///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Order the tasks of a pipeline by clocks as torchgpipe does, and see what its extra edges are for.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java clockcycles/Clocks.java clockcycles/Blocks.java

import clockcycles.Blocks;
import clockcycles.Clocks;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;

/** Clocks forwards, edges backwards, and a balanced cut. */
class ClockCycles {
    // torchgpipe-code, pipeline.py, comment in clock_cycles: 3 microbatches on 3 partitions
    private static final String PUBLISHED = """
             0 (0,0)
             1 (1,0)  (0,1)
             2 (2,0)  (1,1)  (0,2)
             3        (2,1)  (1,2)
             4               (2,2)
            """;
    private static final int TRIES = 1000;

    public static void main(String... argv) {
        var args = new Args("clock-cycles", "Order the tasks of a pipeline by clocks as torchgpipe does.");
        var microbatches = args.whole("microbatches", 6, 1, 32, "microbatches of a minibatch");
        var partitions = args.whole("partitions", 4, 1, 12, "partitions of the network, one device each");
        var layers = args.whole("layers", 24, 12, 200, "layers to cut into partitions");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of the costs of the layers and of the orders");
        args.read(argv);
        var facts = new Facts("clock-cycles");
        int m = microbatches.getAsInt();
        int n = partitions.getAsInt();
        forward(facts, m, n);
        backward(facts, m, n, seed.getAsInt());
        cut(facts, layers.getAsInt(), n, seed.getAsInt());
        recomputation(facts);
        facts.finish();
    }

    private static void forward(Facts facts, int m, int n) {
        var clocks = Clocks.forward(m, n);
        System.out.print(Clocks.table(clocks, n));
        facts.value("microbatches", m, "");
        facts.value("partitions", n, "");
        facts.value("clocks", clocks.size(), "");
        facts.exactly("clocks", m + n - 1, "torchgpipe-code, pipeline.py, clock_cycles", "m + n - 1, a count");
        int same = Clocks.table(Clocks.forward(3, 3), 3).equals(PUBLISHED) ? 1 : 0;
        facts.value("same-as-published", same, "");
        facts.exactly("same-as-published", 1, "torchgpipe-code, pipeline.py, clock_cycles", "the same text, line by line");
        double ratio = (8 * 32 / 39.0) / (2 * 32 / 33.0);
        facts.value("eight-over-two", ratio, "");
        facts.value("eight-over-two-measured", 4.953 / 1.773, "");
        facts.atLeast("eight-over-two", 4.953 / 1.773, "torchgpipe-code, benchmarks.rst, AmoebaNet-D, n=8 over n=2, m=32",
                "a bound: the model knows neither copies nor uneven partitions");
    }

    private static void backward(Facts facts, int m, int n, int seed) {
        // tag::orders[]
        var free = new TreeMap<Integer, Integer>(); // clocks -> how often
        var chained = new TreeMap<Integer, Integer>();
        for (int t = 0; t < TRIES; t++) {
            var chance = new Random(31L * seed + t);
            var any = Clocks.backward(m, n, false, chance);
            free.merge(Clocks.clocks(any, m, n), 1, Integer::sum);
            var fixed = Clocks.backward(m, n, true, chance);
            chained.merge(Clocks.clocks(fixed, m, n), 1, Integer::sum);
        }
        // end::orders[]
        double mean = free.entrySet().stream().mapToDouble(e -> e.getKey() * e.getValue()).sum() / TRIES;
        facts.value("worst-chained", chained.lastKey(), "");
        facts.value("worst-free", free.lastKey(), "");
        facts.value("mean-free", mean, "");
        facts.value("late-free", 100.0 * (TRIES - free.getOrDefault(m + n - 1, 0)) / TRIES, "%");
        facts.exactly("worst-chained", m + n - 1, "torchgpipe-code, pipeline.py, fence", "m + n - 1 again, a count");
        var figure = Plot.of("Bars: without the extra edges most random orders need more clocks than necessary; with"
                        + " them all need the least possible.")
                .axis("x", "clocks of the backward pass").axis("y", "orders of 1000").axis("fill", "graph")
                .columns("clocks", "orders", "graph");
        for (int k = m + n - 1; k <= free.lastKey(); k++) {
            figure.row(k, free.getOrDefault(k, 0), "data edges only");
            figure.row(k, chained.getOrDefault(k, 0), "with fork and join");
        }
        facts.figure("orders", figure.layer("bar").map("x", "clocks").map("y", "orders").map("fill", "graph")
                .set("stat", "identity").set("position", "dodge"));
    }

    private static void cut(Facts facts, int layers, int n, int seed) {
        var random = new Random(seed);
        var costs = new double[layers];
        Arrays.setAll(costs, i -> 1 + random.nextInt(100));
        var table = Table.of("cut|%s", "slowest partition|%.0f", "fastest|%.0f", "speed [%]|%.1f");
        row(table, "equal counts", costs, Blocks.equal(layers, n));
        var settled = Blocks.settle(costs, n);
        row(table, "block partition", costs, settled);
        row(table, "best possible", costs, Blocks.best(costs, n));
        facts.table("cut", table);
        double spread = Blocks.slowest(costs, settled) - Blocks.fastest(costs, settled);
        facts.value("spread", spread / Arrays.stream(costs).max().orElse(1), "");
        facts.atMost("spread", 1, "block-partitions", "a theorem: blocks differ by at most the largest element");
        var same = new double[] {5, 5, 5, 5, 5, 5, 5};
        facts.value("seven-released", Blocks.slowest(same, Blocks.settle(Blocks.normalised(same), 4)) / 5, "layers");
        facts.value("seven-settled", Blocks.slowest(same, Blocks.settle(same, 4)) / 5, "layers");
    }

    private static void row(Table table, String name, double[] costs, int[] ends) {
        double slowest = Blocks.slowest(costs, ends);
        double ideal = Arrays.stream(costs).sum() / ends.length;
        table.row(name, slowest, Blocks.fastest(costs, ends), 100 * ideal / slowest);
    }

    // tag::alone[]
    /** Speed of one device that recomputes all but the last of m microbatches. */
    static double alone(int m) {
        double plain = 3 * m; // forward 1, backward 2
        return plain / (plain + (m - 1)); // <1>
    }
    // end::alone[]

    private static void recomputation(Facts facts) {
        facts.value("alone-2", alone(2), "");
        facts.value("alone-many", alone(1000), "");
        facts.within("alone-2", 0.853, 0.01, "torchgpipe-code, benchmarks.rst, ResNet-101 pipeline-1, 2 chunks",
                "a backward pass of exactly two forward passes is assumed");
        facts.within("alone-2", 0.858, 0.01, "torchgpipe-code, benchmarks.rst, U-Net pipeline-1, 2 chunks",
                "a backward pass of exactly two forward passes is assumed");
    }
}
