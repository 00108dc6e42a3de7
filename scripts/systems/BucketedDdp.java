///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train replicas whose gradients leave in buckets while the backward pass goes on, and time real models.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES wire/Wire.java ringallreduce/Rank.java networks/Networks.java networks/RingCost.java networks/Tensor.java
//SOURCES ddp/Buckets.java ddp/Mlp.java ddp/Overlap.java ddp/Reducer.java ddp/TaggedWire.java ddp/Training.java

import ddp.Buckets;
import ddp.Overlap;
import ddp.Training;
import java.util.Arrays;
import java.util.List;
import networks.Networks;
import networks.RingCost;
import networks.Tensor;

/** Data-parallel training with bucketed gradients: once for real, once by the clock of a model. */
class BucketedDdp {
    private static final double MIB = 1024 * 1024;
    private static final double[] CAPS = {0, 1, 5, 10, 25, 50, 100, 200};

    /** What the clock needs to know about a machine: ranks, latency in s, rate in byte/s. */
    record Network(String name, RingCost ring) {}

    /** A model to time: its tensors and how long computing takes, in s; a third of it goes forward. */
    record Model(String name, List<Tensor> tensors, double compute) {
        // tag::time[]
        /** Seconds of a step with buckets of so many MiB; the first at most one. */
        double step(Network network, double mebibytes, boolean overlap) {
            var clock = new Overlap(compute / 3, compute * 2 / 3, network.ring()); // <1>
            return clock.step(tensors, buckets(mebibytes), overlap);
        }
        // end::time[]

        List<List<Integer>> buckets(double mebibytes) {
            var bytes = tensors.stream().mapToLong(tensor -> Float.BYTES * tensor.elements()).toArray();
            return Buckets.assign(bytes, Math.min(1, mebibytes) * MIB, mebibytes * MIB);
        }
    }

    public static void main(String... argv) {
        var args = new Args("bucketed-ddp",
                "Train replicas whose gradients leave in buckets while the backward pass goes on, and time real models.");
        var replicas = args.whole("replicas", 4, 2, 8, "replicas that really train");
        var steps = args.whole("steps", 50, 1, 200, "updates of the real training");
        var accumulate = args.whole("accumulate", 1, 1, 8, "backward passes per update; the last one reduces");
        var bucket = args.real("bucket-kib", 2, 0, 100, "bucket of the real training in KiB");
        var seed = args.whole("seed", 7, 0, 1000000, "seed of weights and data");
        var ranks = args.whole("ranks", 32, 2, 1024, "GPUs of the modelled training");
        var fastUs = args.real("fast-us", 8, 0, 1e5, "latency of a step on the fast network in microseconds");
        var fastGbps = args.real("fast-gbps", 6, 1e-3, 1e4, "rate of the fast network in GB/s");
        var slowUs = args.real("slow-us", 50, 0, 1e5, "latency of a step on the slow network in microseconds");
        var slowGbps = args.real("slow-gbps", 0.75, 1e-3, 1e4, "rate of the slow network in GB/s");
        var resnet = args.real("resnet-ms", 100, 1e-3, 1e6, "computing of a ResNet-50 step in ms");
        var bert = args.real("bert-ms", 1000, 1e-3, 1e6, "computing of a BERT-large step in ms");
        args.read(argv);
        var facts = new Facts("bucketed-ddp");
        trained(facts, new Training(replicas.getAsInt(), 8, steps.getAsInt(), accumulate.getAsInt(),
                1024 * bucket.getAsDouble(), seed.getAsInt()));
        int n = ranks.getAsInt();
        var fast = new Network("fast", new RingCost(n, fastUs.getAsDouble() / 1e6, fastGbps.getAsDouble() * 1e9));
        var slow = new Network("slow", new RingCost(n, slowUs.getAsDouble() / 1e6, slowGbps.getAsDouble() * 1e9));
        var models = List.of(new Model("ResNet-50", Networks.resNet50(), resnet.getAsDouble() / 1e3),
                new Model("BERT-large", Networks.bertLarge(), bert.getAsDouble() / 1e3));
        modelled(facts, models, List.of(fast, slow));
        timeline(facts, models.get(0), fast);
        if (Arrays.stream(argv).noneMatch(arg -> arg.matches("--(ranks|(fast|slow)-.*|(resnet|bert)-ms)"))) {
            for (var name : List.of("resnet-50", "bert-large")) {
                facts.atLeast("fast-over-slow-" + name, 1, "ddp2020, on overlap",
                        "overlap gains more on NCCL than on Gloo; only the order is expected");
            }
        }
        facts.finish();
    }

    private static void trained(Facts facts, Training training) {
        var ranks = training.distributed();
        var first = ranks.get(0).model();
        double apart = ranks.stream().mapToDouble(rank -> first.distance(rank.model())).max().orElse(0);
        long sent = ranks.stream().mapToLong(rank -> rank.reducer().bytesSent()).sum();
        System.out.print(training.ranks() + " replicas, " + training.steps() + " updates, " + training.buckets().size()
                + " buckets: " + sent + " byte sent\n\n");
        facts.value("replicas", training.ranks(), "");
        facts.value("updates", training.steps(), "");
        facts.value("live-buckets", training.buckets().size(), "");
        facts.value("sent", sent / 1e6, "MB");
        facts.value("apart", apart, "");
        double off = facts.value("off", first.distance(training.alone()), "");
        facts.value("off-ulp", off / Math.ulp(1f), "ulp");
        facts.value("all-reduces-per-update", ranks.get(0).reducer().allReduces() / (double) training.steps(), "");
        facts.exactly("apart", 0, "ddp2020, on correctness", "all replicas add the same numbers in the same order");
        facts.atMost("off", 1e-6, "ddp2020, on correctness", "floats are added in another order than on one machine");
        facts.exactly("all-reduces-per-update", training.buckets().size(), "ddp2020, on bucketing",
                "one all-reduce for each bucket, however many backward passes");
    }

    private static void modelled(Facts facts, List<Model> models, List<Network> networks) {
        var heads = new String[] {"step|%s", "0|%.0f", "1|%.0f", "5|%.0f", "10|%.0f", "25|%.0f", "50|%.0f", "100|%.0f",
            "200|%.0f", "serial|%.0f", "gain|%.1f %%"};
        var table = Table.of(heads);
        var figure = Plot.of("Four lines of step time over bucket size, each falling at first and rising at the end; on"
                        + " the slow network they fall far and rise late.")
                .axis("x", "bucket size").ticks(List.of(0, 1, 2, 3, 4, 5, 6, 7),
                        List.of("tensor", "1 MiB", "5", "10", "25", "50", "100", "200"))
                .logAxis("y", "step over computing").ticks(List.of(1, 2, 3, 5), List.of("1", "2", "3", "5"))
                .axis("color", "model, network").columns("x", "time", "line")
                .map("x", "x").map("y", "time").map("color", "line");
        for (var model : models) {
            var name = model.name().toLowerCase(java.util.Locale.ROOT);
            facts.value("tensors-" + name, model.tensors().size(), "");
            facts.value("parameters-" + name, Networks.elements(model.tensors()), "");
            facts.value("buckets-" + name, model.buckets(25).size(), "");
            for (var network : networks) {
                var row = new Object[heads.length];
                row[0] = model.name() + ", " + network.name();
                double best = Double.MAX_VALUE;
                double worst = 0;
                double size = 0;
                for (int i = 0; i < CAPS.length; i++) {
                    double step = model.step(network, CAPS[i], true);
                    row[i + 1] = 1e3 * step;
                    figure.row(i, step / model.compute(), model.name() + ", " + network.name());
                    size = step < best ? CAPS[i] : size;
                    best = Math.min(best, step);
                    worst = Math.max(worst, step);
                }
                double gain = model.step(network, 25, false) / model.step(network, 25, true) - 1;
                row[9] = 1e3 * model.step(network, 25, false);
                row[10] = 100 * gain;
                table.row(row);
                var fact = network.name() + "-" + name;
                facts.value("gain-" + fact, 100 * gain, "%");
                facts.value("best-" + fact, size, "MiB");
                facts.value("worst-over-best-" + fact, worst / best, "");
                facts.value("single-" + fact, 1e3 * model.step(network, 0, true), "ms");
                facts.value("default-" + fact, 1e3 * model.step(network, 25, true), "ms");
            }
            facts.value("fast-over-slow-" + name, gain(model, networks.get(0)) / gain(model, networks.get(1)), "");
        }
        System.out.print(table.text() + "\n");
        facts.value("work-resnet-50", models.get(0).tensors().stream().mapToDouble(Tensor::work).sum() / 1e9, "G");
        facts.exactly("parameters-resnet-50", 25557032, "torchvision-resnet50, num_params", "the same architecture");
        facts.within("work-resnet-50", 4.089, 0.0002, "torchvision-resnet50, _ops", "four digits are printed");
        facts.figure("buckets", figure.layer("line").set("size", 1).layer("point").set("size", 3));
    }

    private static double gain(Model model, Network network) {
        return model.step(network, 25, false) / model.step(network, 25, true) - 1;
    }

    private static void timeline(Facts facts, Model model, Network network) {
        var figure = Plot.of("Two lanes over time: the forward and the backward pass above, below them five buckets on the"
                        + " wire, four of which travel while the backward pass still goes on.")
                .height(220).axis("x", "time [ms]").axis("y", "").limits(0, 2).ticks(List.of(0.5, 1.5),
                        List.of("wire", "GPU"))
                .axis("fill", "").layer("rect").columns("from", "to", "low", "high", "what")
                .map("xmin", "from").map("xmax", "to").map("ymin", "low").map("ymax", "high").map("fill", "what");
        double forward = 1e3 * model.compute() / 3;
        figure.row(0, forward, 1.1, 1.9, "forward").row(forward, 3 * forward, 1.1, 1.9, "backward");
        var clock = new Overlap(forward / 1e3, forward / 500, network.ring());
        var spans = clock.spans(model.tensors(), model.buckets(25), true);
        spans.forEach(span -> figure.row(1e3 * span.start(), 1e3 * span.end(), 0.1, 0.9, "all-reduce"));
        figure.layer("text").columns("x", "y", "label").map("x", "x").map("y", "y").map("label", "label")
                .set("show_legend", false).set("size", 5);
        for (int b = 0; b < spans.size(); b++) {
            facts.value("bucket-" + b, spans.get(b).bytes() / MIB, "MiB");
            figure.row(500 * (spans.get(b).start() + spans.get(b).end()), 0.5, Integer.toString(b));
        }
        facts.figure("timeline", figure);
    }
}
