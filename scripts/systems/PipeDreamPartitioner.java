///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Plan stages and replicas for VGG-16 the PipeDream way, from its architecture and a network rate.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java pipedream/Layer.java pipedream/Planner.java

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pipedream.Layer;
import pipedream.Planner;
import pipedream.Planner.Exchange;
import pipedream.Planner.Stage;

/** Stages and replicas for VGG-16, from a profile that is computed. */
class PipeDreamPartitioner {
    private static final List<Layer> VGG = Layer.vgg16(224);

    public static void main(String... argv) {
        var args = new Args("pipe-dream-partitioner", "Plan stages and replicas for VGG-16 the PipeDream way.");
        var gpus = args.whole("gpus", 16, 2, 64, "largest number of GPUs to plan for");
        var gbits = args.real("gbits", 10, 0.1, 1e5, "rate of the network of one GPU in Gbit/s");
        var batch = args.whole("batch", 64, 1, 4096, "images in a minibatch");
        var tflops = args.real("tflops", 17.7, 0.1, 1e5, "rate of one GPU in TFLOP/s, as reached");
        args.read(argv);
        var facts = new Facts("pipe-dream-partitioner");
        profile(facts, batch.getAsInt());
        double rate = gbits.getAsDouble() * 1e9 / 8;
        double flops = tflops.getAsDouble() * 1e12;
        var planner = new Planner(VGG, batch.getAsInt(), flops, rate, Exchange.OVERLAPPED);
        var released = new Planner(VGG, batch.getAsInt(), flops, rate, Exchange.ADDED);
        plans(facts, planner, released, gpus.getAsInt());
        speeds(facts, planner, gpus.getAsInt());
        facts.value("data-parallel-from", dataParallelFrom(16, 64, flops), "Gb/s");
        for (int n : new int[] {4, 8, 16}) {
            facts.value("rate-for-published-" + n, rateFor(5.3, n, 64, flops), "Gb/s");
        }
        if (argv.length == 0) {
            published(facts);
        }
        facts.finish();
    }

    private static void profile(Facts facts, int batch) {
        var figure = Plot.of("Bars for the 16 layers: activations are large at the first layers and small at the last,"
                        + " weights the other way round, with one huge bar at fc6.")
                .axis("x", "layer").axis("y", "size [MB]").axis("fill", "what").columns("layer", "size", "what");
        for (var layer : VGG) {
            figure.row(layer.name(), 4.0 * batch * layer.outputs() / 1e6, "activations of a minibatch");
        }
        for (var layer : VGG) {
            figure.row(layer.name(), 4.0 * layer.weights() / 1e6, "weights");
        }
        figure.layer("bar").map("x", "layer").map("y", "size").map("fill", "what").set("stat", "identity")
                .set("position", "dodge");
        facts.figure("profile", figure);
        facts.value("flop", VGG.stream().mapToDouble(Layer::flop).sum() / 1e9, "GFLOP");
        facts.value("weights", 4e-6 * VGG.stream().mapToLong(Layer::weights).sum(), "MB");
        facts.value("fc6-weights", 4e-6 * VGG.get(13).weights(), "MB");
        facts.value("fc6-input", 4e-6 * batch * VGG.get(12).outputs(), "MB");
        facts.within("weights", 553.4, 0.001, "pipedream-code, profiles/vgg16", "the same 32-bit weights, one digit");
    }

    /** Replicas of each stage, as the paper writes them: 15-1. */
    static String name(List<Stage> stages) {
        return stages.stream().map(stage -> Integer.toString(stage.replicas())).collect(Collectors.joining("-"));
    }

    private static void plans(Facts facts, Planner planner, Planner released, int gpus) {
        var table = Table.of("GPUs|%d", "plan|%s", "cut before|%s", "ms|%.1f", "gain|%.2f", "saved [%]|%.0f",
                "if added|%s", "gain|%.2f");
        double worst = Double.POSITIVE_INFINITY;
        for (int n : sizes(gpus)) {
            var plan = planner.plan(n);
            var alone = dataParallel(planner, n);
            double gain = facts.value("gain-" + n, gain(planner, n), "");
            double saved = 100 * (1 - planner.bytes(plan) / planner.bytes(alone));
            var cut = plan.size() == 1 ? "none" : VGG.get(plan.get(1).from()).name();
            facts.value("gain-added-" + n, gain(released, n), "");
            table.row(n, name(plan), cut, 1e3 * planner.seconds(plan), gain, saved, name(released.plan(n)),
                    gain(released, n));
            facts.value("first-" + n, plan.get(0).replicas(), "");
            facts.value("stages-" + n, plan.size(), "");
            facts.value("layers-" + n, plan.get(0).to(), "");
            facts.value("saved-" + n, saved, "%");
            worst = Math.min(worst, gain);
        }
        facts.value("worst-gain", worst, "");
        facts.atLeast("worst-gain", 1, "pipedream-paper, section 3.1", "data parallelism is one of the plans");
        System.out.print(table.text());
    }

    /** Two, doubled as long as there are GPUs, and all of them. */
    static List<Integer> sizes(int gpus) {
        return IntStream.rangeClosed(2, gpus).filter(n -> n == gpus || Integer.bitCount(n) == 1).boxed().toList();
    }

    private static List<Stage> dataParallel(Planner planner, int gpus) {
        return List.of(new Stage(0, VGG.size(), gpus, planner.stage(0, VGG.size(), gpus)));
    }

    // tag::gain[]
    /** Time of data parallelism over time of the plan. */
    static double gain(Planner planner, int gpus) {
        var alone = planner.seconds(dataParallel(planner, gpus));
        return alone / planner.seconds(planner.plan(gpus)); // <1>
    }
    // end::gain[]

    private static void speeds(Facts facts, Planner planner, int gpus) {
        var figure = Plot.of("Three rising lines: ideal is steepest, the planned pipeline follows below it, and data"
                        + " parallelism stays far lower.")
                .axis("x", "GPUs").axis("y", "speed over one GPU").axis("color", "plan")
                .columns("gpus", "speed", "plan").map("x", "gpus").map("y", "speed").map("color", "plan");
        double one = planner.compute(0, VGG.size());
        for (int n = 1; n <= gpus; n++) {
            figure.row(n, one / planner.seconds(planner.plan(n)), "planned");
            figure.row(n, one / planner.stage(0, VGG.size(), n), "data parallel");
            figure.row(n, n, "ideal");
        }
        facts.figure("speed", figure.layer("line"));
    }

    /** Lowest rate in Gbit/s, in steps of a tenth, at which the plan is plain data parallelism; 100 if none is lower. */
    static double dataParallelFrom(int gpus, int batch, double flops) {
        int tenths = 1;
        while (tenths < 1000
                && new Planner(VGG, batch, flops, tenths * 1e8 / 8, Exchange.OVERLAPPED).plan(gpus).size() > 1) {
            tenths++;
        }
        return tenths / 10.0;
    }

    /** Highest rate in Gbit/s, in steps of a hundredth below 10, at which the plan gains so much; 0 if none does. */
    static double rateFor(double gain, int gpus, int batch, double flops) {
        int hundredths = 1000;
        while (hundredths > 0
                && gain(new Planner(VGG, batch, flops, hundredths * 1e7 / 8, Exchange.OVERLAPPED), gpus) < gain) {
            hundredths--;
        }
        return hundredths / 100.0;
    }

    private static void published(Facts facts) {
        for (int n : new int[] {4, 8, 16}) {
            facts.exactly("first-" + n, n - 1, "pipedream-code, vgg16/gpus=" + n, "GPUs of the first of two stages");
            facts.atLeast("saved-" + n, 85, "pipedream-paper, section 1", "printed as more than 85 %");
        }
        facts.exactly("stages-16", 2, "pipedream-code, vgg16/gpus=16", "a whole number");
        facts.atMost("gain-16", 5.3, "pipedream-paper, abstract", "a bound: our network has no faults but its rate");
        facts.exactly("layers-16", 13, "pipedream-code, vgg16/gpus=16", "the second stage starts at fc6");
    }
}
