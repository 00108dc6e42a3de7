///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Backpropagate through a deep chain with few activations in memory, and count memory and work.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES recompute/Backprop.java recompute/Chain.java recompute/Ledger.java

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import recompute.Backprop;
import recompute.Chain;

/** Gradient checkpointing: the same gradient from fewer activations, paid for with forward passes. */
class GradientCheckpointing {
    /** What a schedule cost: activations held at once, evaluations of layers, multiplications. */
    record Cost(int peak, long evaluations, long products, long advances, double[][][] gradients) {}

    /** Backpropagate once through a fresh net of this size. */
    static Cost run(int layers, int width, UnaryOperator<Backprop> schedule) {
        var chain = new Chain(layers, width);
        var done = schedule.apply(new Backprop(chain));
        return new Cost(done.ledger().peak(), chain.evaluations(), chain.products(), done.advances(), done.gradients());
    }

    /** Activations held at once with segments of this size; a net of width 1 tells. */
    static int peak(int layers, int size) {
        return run(layers, 1, net -> net.segments(size)).peak();
    }

    /** Size of segment with the smallest peak, the smallest such size; a peak is larger than its size. */
    static int best(int layers) {
        int best = 1;
        int least = Integer.MAX_VALUE;
        for (int size = 1; size <= layers && size < least; size++) {
            int peak = peak(layers, size);
            if (peak < least) {
                least = peak;
                best = size;
            }
        }
        return best;
    }

    public static void main(String... argv) {
        var args = new Args("gradient-checkpointing", "Backpropagate with few activations in memory; count memory and work.");
        var layers = args.whole("layers", 1000, 2, 2000, "layers of the chain");
        var width = args.whole("width", 4, 1, 32, "size of an activation");
        var size = args.whole("segment", 0, 0, 2000, "layers per segment, 0 for the best");
        var snapshots = args.whole("snapshots", 10, 1, 30, "snapshots of the binomial schedule");
        args.read(argv);
        var facts = new Facts("gradient-checkpointing");
        int n = layers.getAsInt();
        System.out.print(n + " layers of width " + width.getAsInt() + "\n\n");
        int best = best(n);
        compare(facts, n, width.getAsInt(), size.getAsInt() == 0 ? best : Math.min(n, size.getAsInt()),
                snapshots.getAsInt());
        valley(facts, n, best);
        binomial(facts);
        facts.figure("memory", memory(12));
        facts.finish();
    }

    // tag::schedules[]
    /** The schedules that the chapter compares, by name. */
    static Map<String, UnaryOperator<Backprop>> schedules(
            int layers, int size, int snapshots) {
        var schedules = new LinkedHashMap<String, UnaryOperator<Backprop>>();
        schedules.put("store all", net -> net.segments(layers));
        schedules.put("segments", net -> net.segments(size));
        schedules.put("binomial", net -> net.nested(snapshots, Backprop::bestCut));
        schedules.put("halving", net -> net.nested(layers, (length, left) -> length / 2));
        schedules.put("recompute all", net -> net.nested(1, Backprop::bestCut));
        return schedules;
    }
    // end::schedules[]

    private static void compare(Facts facts, int n, int width, int size, int snapshots) {
        var table = Table.of("schedule|%s", "held at once|%d", "times less|%.1f", "forward runs|%d", "per layer|%.2f",
                "extra work|%.1f %%");
        Cost all = run(n, width, net -> net.segments(n));
        int differ = 0;
        for (var schedule : schedules(n, size, snapshots).entrySet()) {
            var name = schedule.getKey().replace(' ', '-');
            var cost = run(n, width, schedule.getValue());
            double extra = 100 * ((double) cost.products() / all.products() - 1);
            table.row(schedule.getKey(), cost.peak(), (double) all.peak() / cost.peak(), cost.evaluations(),
                    (double) cost.evaluations() / n, extra);
            facts.value(name + "-peak", cost.peak(), "");
            facts.value(name + "-ratio", (double) all.peak() / cost.peak(), "");
            facts.value(name + "-runs", cost.evaluations(), "");
            facts.value(name + "-per-layer", (double) cost.evaluations() / n, "");
            facts.value(name + "-extra", extra, "%");
            differ += Arrays.deepEquals(all.gradients(), cost.gradients()) ? 0 : 1;
        }
        facts.value("layers", n, "");
        facts.value("segment", size, "");
        facts.value("snapshots", snapshots, "");
        facts.value("gradients-that-differ", differ, "");
        System.out.print(table.text() + "\n");
        facts.exactly("gradients-that-differ", 0, "chen2016, abstract", "the same operations on the same numbers, to the last bit");
        facts.atMost("segments-peak", (n + size - 1) / size + size + 1, "checkpointing-repo", "segments plus layers of one, and one in passing");
        facts.atMost("segments-runs", 2 * n, "chen2016, abstract", "one extra forward pass");
        double log = Math.log(n) / Math.log(2);
        facts.atMost("halving-peak", Math.ceil(log) + 3, "chen2016, abstract", "O(log n): one per halving, three in passing");
        facts.atMost("halving-runs", n * (log + 1), "chen2016, abstract", "O(n log n) forward runs");
        facts.atMost("segments-extra", 100 / 3.0, "chen2016, abstract", "one extra forward pass, a third of the work");
        if (n == 1000 && size == best(n)) {
            facts.within("segments-extra", 30, 1.0 / 3, "chen2016, abstract", "their running time on a GPU, our multiplications");
        }
    }

    private static void valley(Facts facts, int n, int best) {
        facts.value("best-segment", best, "");
        facts.value("best-peak", peak(n, best), "");
        facts.value("best-peak-100", peak(100, best(100)), "");
        facts.within("best-peak-100", 20, 1.0 / 20, "chen2016, abstract", "2 sqrt(n); one activation in passing");
        if (n >= 16) {
            double root = 2 * Math.sqrt(n);
            facts.within("best-peak", root, 1 / root, "chen2016, abstract", "2 sqrt(n), to one activation");
        }
        var figure = Plot.of("A curve like a U: few long segments hold many activations, many short ones hold many"
                        + " checkpoints; the bottom lies where a segment has as many layers as there are segments.")
                .logAxis("x", "layers per segment").ticks(List.of(1, 10, 100, 1000), List.of("1", "10", "100", "1000"))
                .logAxis("y", "activations held at once").limits(9, Math.max(n, 100) * 1.2).ticks(List.of(10, 100, 1000), List.of("10", "100", "1000"))
                .axis("color", "layers").columns("size", "peak", "layers").map("x", "size").map("y", "peak").map("color", "layers");
        for (int layers : n == 100 ? new int[] {100} : new int[] {n, 100}) {
            for (int size = 1; size <= layers; size = Math.max(size + 1, size * 21 / 20)) {
                figure.row(size, peak(layers, size), String.valueOf(layers));
            }
        }
        facts.figure("valley", figure.layer("line").set("size", 1));
    }

    private static void binomial(Facts facts) {
        var table = Table.of("layers|%d", "snapshots|%d", "runs ahead|%d", "formula|%d", "held at once|%d");
        for (int[] row : new int[][] {{10, 3}, {100, 10}, {100, 5}, {100, 3}}) {
            var cost = run(row[0], 2, net -> net.nested(row[1], Backprop::bestCut));
            var name = "ahead-" + row[0] + "-" + row[1];
            facts.value(name, cost.advances(), "");
            facts.exactly(name, Backprop.steps(row[0], row[1]), "griewank2000", "the optimal count, here counted while it runs");
            table.row(row[0], row[1], cost.advances(), Backprop.steps(row[0], row[1]), cost.peak());
        }
        System.out.print(table.text() + "\n");
    }

    /** Which activations are in memory when: a small chain under four schedules. */
    static Plot memory(int n) {
        var figure = Plot.of("Four panels over time: with all activations stored, a full triangle; with segments, a few"
                        + " long bars and small triangles; with nested checkpoints still fewer bars, and more time.")
                .height(560).axis("x", "layer evaluations, forward and backward").axis("y", "activations, by layer").ticks(List.of(), List.of())
                .axis("fill", "schedule").layer("rect").set("size", 0.3).columns("from", "to", "low", "high", "schedule")
                .map("xmin", "from").map("xmax", "to").map("ymin", "low").map("ymax", "high").map("fill", "schedule");
        int top = 0;
        for (var schedule : schedules(n, 4, 3).entrySet()) {
            if (!schedule.getKey().equals("halving")) {
                for (var stay : schedule.getValue().apply(new Backprop(new Chain(n, 1))).ledger().stays()) {
                    figure.row(stay.from(), stay.to(), top - stay.layer(), top - stay.layer() + 0.8, schedule.getKey());
                }
                top -= n + 3;
            }
        }
        return figure;
    }
}
