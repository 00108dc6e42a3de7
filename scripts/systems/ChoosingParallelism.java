///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Compare data, sharded, tensor and pipeline parallelism for one model on one cluster.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES choosing/Contest.java choosing/Outcome.java choosing/Streams.java
//SOURCES ptdp/Cluster.java ptdp/Estimate.java ptdp/Gpt.java ptdp/Planner.java ptdp/Split.java
//SOURCES schedules/Cost.java schedules/Event.java schedules/Order.java schedules/Pipeline.java schedules/Task.java
//SOURCES schedules/Timeline.java sharding/Ring.java

import choosing.Contest;
import choosing.Outcome;
import java.util.List;
import ptdp.Cluster;
import ptdp.Gpt;
import schedules.Cost;
import schedules.Order;
import schedules.Pipeline;

/** The same model and the same GPUs, used in six ways; every time comes from a simulator of this part. */
class ChoosingParallelism {
    public static void main(String... argv) {
        var args = new Args("choosing-parallelism", "Compare ways to train one model on one cluster.");
        var layers = args.whole("layers", 32, 1, 256, "transformer layers");
        var hidden = args.whole("hidden", 3072, 64, 32768, "size of a token's vector");
        var heads = args.whole("heads", 32, 1, 256, "attention heads");
        var batch = args.whole("batch", 64, 1, 1024, "samples per iteration");
        var gpus = args.whole("gpus", 16, 1, 128, "GPUs in the cluster");
        var server = args.whole("server", 8, 1, 128, "GPUs per server");
        var memory = args.real("memory-gb", 80, 1, 1000, "memory of a GPU in GB");
        var tflops = args.real("tflops", 190, 0.1, 1e5, "TFLOP/s a GPU attains in matrix products");
        var inside = args.real("inside", 300, 1e-2, 1e5, "GB/s between GPUs of a server");
        var outside = args.real("outside", 25, 1e-2, 1e5, "GB/s per GPU between servers");
        var latency = args.real("latency-us", 5, 0, 1e6, "latency of a message in microseconds");
        var hbm = args.real("hbm", 2000, 1, 1e5, "GB/s of a GPU's own memory");
        args.read(argv);
        var cluster = new Cluster(gpus.getAsInt(), server.getAsInt(), 1e9 * memory.getAsDouble(), 1e12 * tflops.getAsDouble(),
                1e9 * inside.getAsDouble(), 1e9 * outside.getAsDouble(), latency.getAsDouble() / 1e6);
        var model = Gpt.of(layers.getAsInt(), hidden.getAsInt(), heads.getAsInt());
        var contest = new Contest(model, cluster, 1e9 * hbm.getAsDouble());
        var facts = new Facts("choosing-parallelism");
        facts.value("billions", model.parameters() / 1e9, "billion");
        facts.value("gpus", cluster.gpus(), "");
        facts.value("batch", batch.getAsInt(), "");
        table(facts, contest, batch.getAsInt());
        sweep(facts, contest);
        expect(facts, contest, batch.getAsInt());
        facts.finish();
    }

    // tag::table[]
    private static void table(Facts facts, Contest contest, int batch) {
        var table = Table.of("way|%s", "microbatch|%d", "iteration [s]|%.2f", "at work|%.0f %%",
                "sent [GB]|%.1f", "memory [GB]|%.1f", "fits|%s");
        for (var way : Contest.WAYS) {
            contest.best(way, batch).ifPresentOrElse(
                    o -> table.row(o.way(), o.microbatch(), o.seconds(), 100 * o.atWork(),
                            o.sent() / 1e9, o.memory() / 1e9, o.fits() ? "yes" : "no"),
                    () -> table.row(way, "", "", "", "", "", "does not divide"));
            contest.best(way, batch).ifPresent(o -> record(facts, way.replace(' ', '-'), o));
        }
        facts.table("ways", table);
        System.out.print(table.text() + "\n");
    }
    // end::table[]

    private static void record(Facts facts, String name, Outcome o) {
        facts.value(name + "-seconds", o.seconds(), "s");
        facts.value(name + "-at-work", 100 * o.atWork(), "%");
        facts.value(name + "-sent", o.sent() / 1e9, "GB");
        facts.value(name + "-memory", o.memory() / 1e9, "GB");
    }

    private static void expect(Facts facts, Contest contest, int batch) {
        int n = contest.cluster().gpus();
        double p = contest.model().parameters();
        facts.value("lap", contest.fraction(), "");
        facts.exactly("lap", (n - 1.0) / n, "nccl-performance, ReduceScatter", "one lap, counted on a ring");
        facts.value("state-data", contest.state("data") / p, "byte");
        facts.value("state-sharded", contest.state("sharded update") / p, "byte");
        facts.within("state-data", 18, 1e-12, "megatron-optimizer, table", "not distributed, gradients in 32 bits");
        facts.within("state-sharded", 6 + 12.0 / n, 1e-12, "megatron-optimizer, table", "6 + 12/d with d replicas");
        contest.best("tensor", batch).ifPresent(o -> {
            double passes = (double) batch / o.microbatch() * contest.model().layers() * 6 / 4; // forward runs twice
            double sbh = (double) o.microbatch() * contest.model().sequence() * contest.model().hidden();
            facts.value("tensor-elements", o.sent() / 2 / passes / sbh, "bsh");
            facts.within("tensor-elements", 8 * (n - 1.0) / n, 1e-12, "megatron2021, section 3.2",
                    "8bsh(t-1)/t per layer and microbatch; rounding of doubles");
        });
        var run = new Pipeline(n, batch, 1, new Cost(1, 3, 0)).run(Order.ONE_F_ONE_B);
        facts.value("bubble", run.bubble(), "");
        facts.within("bubble", (n - 1.0) / batch, 1e-9, "megatron2021, section 2.2", "(p-1)/m if messages took no time");
    }

    private static void sweep(Facts facts, Contest contest) {
        var figure = Plot.of("Lines over the batch size: tensor parallelism starts at one sample and stays level, the"
                        + " pipeline climbs from almost nothing, data parallelism starts where every GPU has a sample.")
                .logAxis("x", "samples per iteration").limits(0.9, 1100)
                .ticks(List.of(1, 4, 16, 64, 256, 1024), List.of("1", "4", "16", "64", "256", "1024"))
                .axis("y", "time at work [%]").limits(0, 100).axis("color", "way")
                .columns("batch", "share", "way").map("x", "batch").map("y", "share").map("color", "way");
        for (var way : Contest.WAYS) {
            for (int batch = 1; batch <= 1024; batch *= 2) {
                int b = batch;
                contest.best(way, batch).filter(Outcome::fits).ifPresent(o -> figure.row(b, 100 * o.atWork(), way));
            }
        }
        facts.figure("batch", figure.layer("line").set("size", 1).layer("point").set("size", 3));
    }
}
