///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train a deep net with sparse weights, short numbers, microbatches and checkpoints, counting bytes.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES lowmemory/Config.java lowmemory/Half.java lowmemory/Memory.java lowmemory/Net.java lowmemory/Samples.java
//SOURCES lowmemory/Vec.java lowmemory/Weights.java

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lowmemory.Config;
import lowmemory.Memory;
import lowmemory.Net;
import lowmemory.Samples;

/** Four levers on training memory, one by one and together; a toy net, but every byte is counted. */
class LowMemoryTraining {
    private static final String REPORT = "sohoni2019, abstract";

    /** What a training run took and gave. */
    record Result(Config config, Memory memory, double accuracy) {
        double kilobytes(Memory.Kind kind) {
            return memory.atPeak(kind) / 1e3;
        }
    }

    public static void main(String... argv) {
        var args = new Args("low-memory-training", "Train a deep net with four levers on memory, and count bytes.");
        var depth = args.whole("depth", 64, 1, 128, "residual layers");
        var width = args.whole("width", 16, 2, 24, "width of a layer");
        var batch = args.whole("batch", 128, 1, 256, "samples per update");
        var steps = args.whole("steps", 30, 1, 50, "updates");
        var density = args.real("density", 0.3, 0.01, 1, "share of weights that the sparse net keeps");
        var microbatch = args.whole("microbatch", 4, 1, 256, "samples per microbatch");
        var segment = args.whole("segment", 8, 1, 256, "layers between two checkpoints");
        args.read(argv);
        var plain = Config.plain(depth.getAsInt(), width.getAsInt(), batch.getAsInt(), steps.getAsInt());
        var levers = levers(plain, density.getAsDouble(), microbatch.getAsInt(), segment.getAsInt());
        var facts = new Facts("low-memory-training");
        var results = new LinkedHashMap<String, Result>();
        levers.forEach((name, config) -> results.put(name, train(config)));
        report(facts, results);
        facts.value("accuracy-loss", 100 * (results.get("plain").accuracy() - results.get("all four").accuracy()), "");
        expect(facts, levers, argv.length == 0);
        facts.finish();
    }

    // tag::levers[]
    /** No lever, each alone, all four. */
    static Map<String, Config> levers(
            Config plain, double density, int microbatch, int segment) {
        var levers = new LinkedHashMap<String, Config>();
        levers.put("plain", plain);
        levers.put("sparse", plain.sparse(density));
        levers.put("half", plain.halved());
        levers.put("microbatch", plain.micro(microbatch));
        levers.put("checkpoint", plain.checkpoint(segment));
        levers.put("all four",
                plain.sparse(density).halved().micro(microbatch).checkpoint(segment));
        return levers;
    }
    // end::levers[]

    static Result train(Config config) {
        var net = new Net(config);
        var train = Samples.draw(10 * config.batch(), config.width(), 17);
        for (int step = 0; step < config.steps(); step++) {
            int first = step % 10 * config.batch();
            net.gradients(Samples.part(train.points(), first, first + config.batch()),
                    Arrays.copyOfRange(train.labels(), first, first + config.batch()));
            net.update(step, 0.06f);
        }
        var test = Samples.draw(1000, config.width(), 23);
        return new Result(config, net.memory(), net.accuracy(test.points(), test.labels()));
    }

    private static void report(Facts facts, Map<String, Result> results) {
        var plain = results.get("plain");
        var table = Table.of("levers|%s", "model [KB]|%.1f", "optimizer|%.1f", "gradient|%.1f", "activation|%.1f",
                "peak [KB]|%.1f", "times less|%.1f", "accuracy|%.1f %%");
        var figure = Plot.of("Six stacked bars of peak memory: the plain one is almost all activations; microbatches and"
                        + " checkpoints shrink it most, and with all four levers hardly anything is left.")
                .axis("x", "levers pulled").axis("y", "peak memory [KB]").axis("fill", "kind")
                .columns("levers", "kb", "kind").map("x", "levers").map("y", "kb").map("fill", "kind");
        results.forEach((name, result) -> {
            var memory = result.memory();
            var fact = name.replace(' ', '-');
            double ratio = (double) plain.memory().peak() / memory.peak();
            facts.value(fact + "-peak", memory.peak() / 1e3, "KB");
            facts.value(fact + "-ratio", ratio, "");
            facts.value(fact + "-activation", result.kilobytes(Memory.Kind.ACTIVATION), "KB");
            facts.value(fact + "-activation-ratio", (double) plain.memory().atPeak(Memory.Kind.ACTIVATION)
                    / Math.max(1, memory.atPeak(Memory.Kind.ACTIVATION)), "");
            facts.value(fact + "-accuracy", 100 * result.accuracy(), "%");
            table.row(name, result.kilobytes(Memory.Kind.MODEL), result.kilobytes(Memory.Kind.OPTIMIZER),
                    result.kilobytes(Memory.Kind.GRADIENT), result.kilobytes(Memory.Kind.ACTIVATION),
                    memory.peak() / 1e3, ratio, 100 * result.accuracy());
            for (var kind : List.of(Memory.Kind.ACTIVATION, Memory.Kind.GRADIENT, Memory.Kind.OPTIMIZER, Memory.Kind.MODEL)) {
                figure.row(name, result.kilobytes(kind), kind.name().toLowerCase(Locale.ROOT));
            }
        });
        System.out.print(table.text() + "\n");
        facts.table("levers", table);
        facts.figure("levers", figure.layer("bar").set("stat", "identity"));
    }

    /** Gradient of one batch at the start of training, all weights one after the other. */
    static List<float[]> gradient(Config config) {
        var net = new Net(config);
        var batch = Samples.draw(config.batch(), config.width(), 17);
        net.gradients(batch.points(), batch.labels());
        return net.gradients();
    }

    /** Numbers of two gradients that are not the same to the last bit. */
    static long different(List<float[]> one, List<float[]> other) {
        long different = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < one.get(i).length; j++) {
                different += one.get(i)[j] == other.get(i)[j] ? 0 : 1;
            }
        }
        return different;
    }

    private static void expect(Facts facts, Map<String, Config> levers, boolean defaults) {
        var plain = gradient(levers.get("plain"));
        facts.value("microbatch-differs", different(plain, gradient(levers.get("microbatch"))), "");
        facts.value("checkpoint-differs", different(plain, gradient(levers.get("checkpoint"))), "");
        facts.exactly("microbatch-differs", 0, REPORT, "the sum over samples is taken in the same order");
        facts.exactly("checkpoint-differs", 0, REPORT, "the same operations on the same numbers");
        facts.exactly("half-ratio", 2, REPORT, "16 bits for 32, everywhere");
        var micro = levers.get("microbatch");
        facts.exactly("microbatch-activation-ratio", (double) micro.batch() / micro.microbatch(), REPORT,
                "activations are linear in the samples that are in the net");
        if (defaults) {
            facts.atLeast("all-four-activation-ratio", 50, REPORT, "60.7 for the whole memory of their net; ours is a toy");
            facts.atMost("accuracy-loss", 0.5, REPORT, "they lose 0.4 points; a test sample of ours is 0.1");
        }
    }
}
