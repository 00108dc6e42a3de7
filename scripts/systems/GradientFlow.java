///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Fuse gradients into few messages, or send only the chunks that matter, and see what time and accuracy say.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES ddp/Mlp.java networks/Networks.java networks/RingCost.java networks/Tensor.java
//SOURCES gradientflow/Lazy.java gradientflow/SparsePool.java gradientflow/Trainer.java

import gradientflow.Lazy;
import gradientflow.Trainer;
import java.util.List;
import java.util.Locale;
import networks.Networks;
import networks.RingCost;
import networks.Tensor;

/** Lazy all-reduce on the tensors of real networks, and coarse-grained sparse communication in a real training. */
class GradientFlow {
    private static final int HALF = 2; // bytes of a number in half precision

    public static void main(String... argv) {
        var args = new Args("gradient-flow", "Fuse gradients into few messages, or send only the chunks that matter,"
                + " and see what time and accuracy say.");
        var gbps = args.real("gbps", 7, 1e-3, 1e4, "rate of a wire in GB/s");
        var latency = args.real("latency-us", 2, 0, 1e5, "latency of a step in microseconds");
        var chunk = args.real("chunk", 32768, 1, 1e8, "numbers in a chunk of the timed networks");
        var sparsity = args.real("sparsity", 0.85, 0, 0.99, "share of the chunks that stay at home");
        var workers = args.whole("workers", 8, 1, 16, "workers of the real training");
        var steps = args.whole("steps", 400, 10, 1000, "steps of the real training");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of the real training");
        args.read(argv);
        var facts = new Facts("gradient-flow");
        timed(facts, latency.getAsDouble() / 1e6, gbps.getAsDouble() * 1e9, chunk.getAsDouble(), sparsity.getAsDouble());
        trained(facts, workers.getAsInt(), steps.getAsInt(), sparsity.getAsDouble(), seed.getAsInt(), argv.length == 0);
        facts.finish();
    }

    private static void timed(Facts facts, double latency, double rate, double chunk, double sparsity) {
        var table = Table.of("network|%s", "ranks|%d", "each [ms]|%.1f", "1 MB [ms]|%.1f", "16 MB [ms]|%.1f", "all [ms]|%.1f",
                "sparse [ms]|%.1f");
        var figure = Plot.of("Four lines of communication time that fall as the threshold grows: ResNet-50 far, from"
                        + " more than a hundred milliseconds at 512 ranks; AlexNet hardly.")
                .logAxis("x", "threshold").ticks(List.of(1e4, 1e6, 1e8), List.of("10 KB", "1 MB", "100 MB"))
                .logAxis("y", "all-reduces of one step [ms]").ticks(List.of(10, 30, 100, 300), List.of("10", "30", "100", "300"))
                .axis("color", "network").columns("threshold", "ms", "network")
                .map("x", "threshold").map("y", "ms").map("color", "network");
        for (var name : List.of("AlexNet", "ResNet-50")) {
            var tensors = name.equals("AlexNet") ? Networks.alexNet() : Networks.resNet50();
            double bytes = HALF * (double) Networks.elements(tensors);
            for (int ranks : new int[] {64, 512}) {
                var ring = new RingCost(ranks, latency, rate);
                double each = seconds(tensors, 0, ring);
                double all = seconds(tensors, 1e12, ring);
                double sparse = Lazy.sparse(bytes, HALF * chunk, sparsity, ring);
                double moved = 2.0 * (ranks - 1) / ranks * bytes / 1e9;
                table.row(name, ranks, 1e3 * each, 1e3 * seconds(tensors, 1e6, ring), 1e3 * seconds(tensors, 16e6, ring),
                        1e3 * all, 1e3 * sparse);
                var fact = name.toLowerCase(Locale.ROOT) + "-" + ranks;
                facts.value("each-" + fact, 1e3 * each, "ms");
                facts.value("all-" + fact, 1e3 * all, "ms");
                facts.value("sparse-" + fact, 1e3 * sparse, "ms");
                facts.value("each-rate-" + fact, moved / each, "GB/s");
                facts.value("all-rate-" + fact, moved / all, "GB/s");
                facts.value("gain-" + fact, each / all, "");
                for (double threshold = 1e4; threshold < 2e8; threshold *= Math.sqrt(10)) {
                    figure.row(threshold, 1e3 * seconds(tensors, threshold, ring), name + ", " + ranks);
                }
                facts.atLeast("gain-" + fact, 1, "gradientflow2019, on lazy all-reduce",
                        "published is that fusing raises the throughput");
            }
            facts.value("messages-" + name.toLowerCase(Locale.ROOT), tensors.size(), "");
        }
        facts.figure("threshold", figure.layer("line").set("size", 1));
        System.out.print(table.text() + "\n");
    }

    // tag::seconds[]
    /** Seconds of all all-reduces of a step; at 0 each tensor has its own. */
    static double seconds(List<Tensor> tensors, double threshold, RingCost ring) {
        return Lazy.seconds(Lazy.messages(tensors, threshold, HALF), ring);
    }
    // end::seconds[]

    private static void trained(Facts facts, int workers, int steps, double sparsity, int seed, boolean published) {
        var table = Table.of("chunks at home|%.0f %%", "traffic|%.1f %%", "accuracy|%.1f %%");
        var dense = Trainer.dense(workers, steps, seed);
        var same = Trainer.sparse(workers, steps, 0, 64, 0, seed);
        var sparse = same;
        facts.value("dense-accuracy", 100 * dense.accuracy(), "%");
        table.row(0.0, 100.0, 100 * dense.accuracy());
        double[] shares = {0.5, sparsity, 0.95};
        for (int i = 0; i < shares.length; i++) {
            var result = Trainer.sparse(workers, steps, steps / 20, 64, shares[i], seed);
            table.row(100 * shares[i], 100 * result.traffic(), 100 * result.accuracy());
            sparse = i == 1 ? result : sparse;
        }
        facts.value("sparse-traffic", 100 * sparse.traffic(), "%");
        facts.value("sparse-accuracy", 100 * sparse.accuracy(), "%");
        facts.value("accuracy-apart", 100 * Math.abs(sparse.accuracy() - dense.accuracy()), "");
        System.out.print(table.text() + "\n");
        facts.value("difference", same.model().distance(dense.model()), "");
        facts.atMost("difference", 1e-5, "gradientflow2019, on momentum correction",
                "all chunks sent: momentum as usual, up to the rounding of floats");
        if (published) {
            facts.atMost("accuracy-apart", 2, "gradientflow2019, on accuracy",
                    "published is that accuracy is kept; two points on a small task are our bound");
        }
    }
}
