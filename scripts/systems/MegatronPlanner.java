///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Count the parameters and days of Megatron-LM's tables, and choose a split of a cluster for a GPT.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES ptdp/Cluster.java ptdp/Estimate.java ptdp/Gpt.java ptdp/Planner.java ptdp/Published.java ptdp/Split.java

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import ptdp.Cluster;
import ptdp.Estimate;
import ptdp.Gpt;
import ptdp.Planner;
import ptdp.Published;
import ptdp.Split;

/** Tensor, pipeline and data parallelism together: what a model weighs, how long it trains, how to split it. */
class MegatronPlanner {
    private static final String TABLE_1 = "megatron2021, Table 1";
    private static final String TABLE_2 = "megatron2021, Table 2";

    public static void main(String... argv) {
        var args = new Args("megatron-planner", "Choose how to split a cluster between tensor, pipeline and data"
                + " parallelism for a GPT, and hold the formulas against Megatron-LM's tables.");
        var layers = args.whole("layers", 96, 1, 1024, "transformer layers");
        var hidden = args.whole("hidden", 12288, 64, 131072, "size of a token's vector");
        var heads = args.whole("heads", 96, 1, 1024, "attention heads");
        var batch = args.whole("batch", 1536, 1, 65536, "samples per iteration");
        var gpus = args.whole("gpus", 1024, 1, 16384, "GPUs in the cluster");
        var server = args.whole("server", 8, 1, 1024, "GPUs per server");
        var memory = args.real("memory-gb", 80, 1, 10000, "memory of a GPU in GB");
        var tflops = args.real("tflops", 190, 0.1, 1e5, "TFLOP/s a GPU attains in matrix products");
        var inside = args.real("inside", 300, 1e-3, 1e5, "GB/s between GPUs of a server");
        var outside = args.real("outside", 25, 1e-3, 1e5, "GB/s per GPU between servers");
        var latency = args.real("latency-us", 5, 0, 1e6, "latency of a message in microseconds");
        var tokens = args.real("tokens-b", 300, 1e-3, 1e6, "tokens to train on in billions");
        args.read(argv);
        var facts = new Facts("megatron-planner");
        var cluster = new Cluster(gpus.getAsInt(), server.getAsInt(), 1e9 * memory.getAsDouble(),
                1e12 * tflops.getAsDouble(), 1e9 * inside.getAsDouble(), 1e9 * outside.getAsDouble(),
                latency.getAsDouble() / 1e6);
        var model = Gpt.of(layers.getAsInt(), hidden.getAsInt(), heads.getAsInt());
        plan(facts, new Planner(model, cluster, batch.getAsInt()), 1e9 * tokens.getAsDouble());
        sizes(facts, cluster);
        days(facts);
        bubbles(facts);
        facts.finish();
    }

    private static void plan(Facts facts, Planner planner, double tokens) {
        var chosen = planner.best(split -> true).filter(planner::fits);
        facts.value("gpus", planner.cluster().gpus(), "");
        double billions = facts.value("billions", planner.model().parameters() / 1e9, "billion");
        double work = facts.value("pflop", planner.model().flop(planner.batch()) / 1e15, "PFLOP");
        System.out.print(String.format(Locale.ROOT, "%.5g billion parameters, %.5g PFLOP in an iteration\n", billions, work));
        if (chosen.isEmpty()) {
            System.out.print("No split of these GPUs holds this model and divides this batch.\n\n");
            return;
        }
        double seconds = facts.value("seconds", chosen.get().seconds(), "s");
        double rate = facts.value("rate", 1e3 * work / seconds / planner.cluster().gpus(), "TFLOP/s");
        double days = facts.value("days", planner.days(chosen.get(), tokens), "days");
        System.out.print(String.format(Locale.ROOT, "%.4g s for each, which is %.4g TFLOP/s on each GPU;"
                + " %.4g days for %.4g billion tokens\n\n", seconds, rate, days, tokens / 1e9));
        var table = why(planner, chosen.get());
        System.out.print(table.text() + "\n");
        facts.table("plan", table);
        var split = chosen.get().split();
        facts.value("tensor", split.tensor(), "");
        facts.value("pipeline", split.pipeline(), "");
        facts.value("data", split.data(), "");
        facts.value("microbatch", split.microbatch(), "");
        facts.value("tensor-seconds", chosen.get().tensor(), "s");
        facts.value("state-bytes", Planner.STATE_BYTES, "");
        facts.value("memory", chosen.get().bytes() / 1e9, "GB");
        facts.value("used", (double) split.tensor() * split.pipeline() * split.data(), "");
        facts.exactly("used", planner.cluster().gpus(), "megatron2021, section 3.1", "ptd = n, no GPU is left idle");
    }

    // tag::why[]
    /** The choice, and the best of each way not taken: what it would cost. */
    static Table why(Planner planner, Estimate chosen) {
        int t = chosen.split().tensor();
        int p = chosen.split().pipeline();
        var ways = new LinkedHashMap<String, Predicate<Split>>();
        ways.put("chosen", split -> split.equals(chosen.split()));
        ways.put("less tensor", split -> split.tensor() < t);
        ways.put("more tensor", split -> split.tensor() > t);
        ways.put("less pipeline", split -> split.pipeline() < p);
        ways.put("more pipeline", split -> split.pipeline() > p);
        ways.put("no tensor", split -> split.tensor() == 1);
        ways.put("no pipeline", split -> split.pipeline() == 1);
        ways.put("data only", split -> split.tensor() * split.pipeline() == 1);
        var table = Table.of("way|%s", "(t, p, d)|%s", "compute [s]|%.1f", "tensor [s]|%.1f",
                "pipeline [s]|%.1f", "data [s]|%.1f", "sum [s]|%.1f", "memory [GB]|%.0f", "fits|%s");
        ways.forEach((way, passes) -> planner.best(passes).ifPresent(e ->
                table.row(way, e.split(), e.compute(), e.tensor(), e.hops() + e.bubble(),
                        e.data(), e.seconds(), e.bytes() / 1e9, planner.fits(e) ? "yes" : "no")));
        return table;
    }
    // end::why[]

    private static void sizes(Facts facts, Cluster like) {
        var table = Table.of("paper [B]|%.1f", "ours [B]|%.2f", "GPUs|%d", "paper's split|%s", "planner's|%s",
                "gain [%]|%.1f", "TFLOP/s|%.0f", "model's|%.0f");
        int i = 0;
        int covered = 0;
        int same = 0;
        double aggregate = 0;
        double off = 0;
        double gains = 0;
        for (var run : Published.RUNS) {
            var name = "size-" + ++i;
            double billions = facts.value(name, run.model().parameters() / 1e9, "billion");
            facts.within(name, run.billions(), 0.05 / run.billions(), TABLE_1, "printed to a tenth of a billion");
            int d = run.gpus() / (run.tensor() * run.pipeline());
            covered += run.tensor() * run.pipeline() * d == run.gpus() ? 1 : 0;
            aggregate = Math.max(aggregate, Math.abs(run.gpus() * run.teraflops() / 1e3 / run.petaflops() - 1));
            var planner = new Planner(run.model(), new Cluster(run.gpus(), like.perServer(), like.memory(), like.flops(),
                    like.inside(), like.outside(), like.latency()), run.batch());
            var theirs = planner.best(s -> s.tensor() == run.tensor() && s.pipeline() == run.pipeline()).orElseThrow();
            var ours = planner.best(s -> true).orElseThrow();
            double modelled = run.model().flop(run.batch()) / run.gpus() / theirs.seconds() / 1e12;
            double gain = theirs.seconds() / ours.seconds() - 1;
            same += ours.split().equals(theirs.split()) ? 1 : 0;
            gains = Math.max(gains, gain);
            off = Math.max(off, Math.abs(modelled / run.teraflops() - 1));
            table.row(run.billions(), billions, run.gpus(), theirs.split(), planner.fits(ours) ? ours.split() : "none fits",
                    100 * gain, run.teraflops(), modelled);
        }
        System.out.print(table.text() + "\n");
        facts.table("sizes", table);
        facts.value("covered", covered, "");
        facts.exactly("covered", Published.RUNS.size(), TABLE_1, "ptd = n in every row, a count");
        facts.value("aggregate-off", 100 * aggregate, "%");
        facts.atMost("aggregate-off", 0.4, TABLE_1, "GPUs times rate per GPU is the aggregate; both are rounded");
        facts.value("same", same, "");
        facts.value("gain-max", 100 * gains, "%");
        facts.value("modelled-off", 100 * off, "%");
        var blocks = Gpt.of(32, 20480, 128);
        facts.value("figure-13", blocks.parameters() / 1e9, "billion");
        facts.value("figure-13-layers", (blocks.parameters() - 20480.0 * (51200 + 2048)) / 1e9, "billion");
        facts.value("checkpoint", 14 * Published.RUNS.get(9).model().parameters() / 1e12, "TB");
    }

    private static void days(Facts facts) {
        var figure = Plot.of("Four falling lines of days against GPUs on logarithmic axes, the published points on them;"
                        + " the two lines of ZeRO-3 stop falling, those of PTD-P do not.")
                .logAxis("x", "GPUs").limits(330, 2600).ticks(List.of(384, 768, 1536), List.of("384", "768", "1536"))
                .logAxis("y", "days for 300 billion tokens").limits(18, 220).ticks(List.of(25, 50, 100, 200),
                        List.of("25", "50", "100", "200")).axis("color", "line ours, points the paper's")
                .columns("gpus", "days", "who").map("x", "gpus").map("y", "days").map("color", "who");
        var table = Table.of("scheme|%s", "model [B]|%.1f", "GPUs|%d", "TFLOP/s|%.0f", "days|%.1f", "published|%d");
        int i = 0;
        for (var row : Published.TRAININGS) {
            double billions = row.model().parameters() / 1e9;
            double days = row.model().days(300e9, row.gpus(), 1e12 * row.teraflops());
            facts.value("days-" + ++i, days, "days");
            facts.within("days-" + i, row.days(), 1.0 / row.days(), TABLE_2, "one day: rate and days are rounded");
            table.row(row.scheme(), billions, row.gpus(), row.teraflops(), days, row.days());
            figure.row(row.gpus(), days, who(row));
        }
        figure.layer("line").layer("point").set("size", 4).columns("gpus", "days", "who");
        Published.TRAININGS.forEach(row -> figure.row(row.gpus(), row.days(), who(row)));
        facts.figure("days", figure);
        facts.table("days", table);
        System.out.print(table.text() + "\n");
        inShort(facts, "days-175b", Published.TRAININGS.get(0).model(), 300e9, 1024, 140e12, 34);
        inShort(facts, "days-1t", Published.RUNS.get(9).model(), 450e9, 3072, 163e12, 84);
    }

    private static void inShort(Facts facts, String name, Gpt model, double tokens, int gpus, double flops, int published) {
        facts.value(name, model.daysInShort(tokens, gpus, flops), "days");
        facts.within(name, published, 0.5 / published, "megatron2021, section 5.1", "Equation 4, printed in whole days");
    }

    private static String who(Published.Training row) {
        return String.format(Locale.ROOT, "%s, %.0fB", row.scheme(), row.model().parameters() / 1e9);
    }

    /** Figure 6 of the paper: without tensor parallelism, replicas shorten the pipeline. */
    private static void bubbles(Facts facts) {
        var figure = Plot.of("Four falling lines: the bubble shrinks as more of the GPUs are replicas.")
                .logAxis("x", "replicas d").limits(0.9, 70).ticks(List.of(1, 4, 16, 64), List.of("1", "4", "16", "64"))
                .axis("y", "bubble, share of the ideal time").axis("color", "GPUs n, batch/microbatch b'")
                .columns("d", "bubble", "line").map("x", "d").map("y", "bubble").map("color", "line");
        for (int[] line : new int[][] {{32, 32}, {32, 128}, {128, 128}, {128, 512}}) {
            for (int d = 1; d <= line[0] / 2; d *= 2) {
                figure.row(d, bubble(line[0], d, line[1]), "n=" + line[0] + ", b'=" + line[1]);
            }
        }
        facts.figure("bubbles", figure.layer("line").layer("point").set("size", 3));
    }

    /** Bubble of a pipeline of {@code gpus / d} stages with {@code batch / d} microbatches. */
    static double bubble(int gpus, int d, int batch) {
        return (gpus / d - 1.0) / (batch / d);
    }
}
