///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Schedule operations by what they read and change: a program, a training step, two all-reduces.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES engine/Engine.java engine/Collectives.java

import engine.Collectives;
import engine.Engine;
import engine.Engine.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** The dependency engine of lectures 10 and 11, with the lecture's program and a step of data-parallel training. */
class Cse599wTinyEngine {
    // tag::program[]
    /** A = 2; B = A + 1; D = A * B, in whatever order the engine likes; returns D. */
    static double program(int workers, boolean honest, Random lot) {
        var engine = new Engine();
        var a = new Variable("A");
        var b = new Variable("B");
        var d = new Variable("D");
        var memory = new double[3];
        engine.push("A = 2", 1, () -> memory[0] = 2, Set.of(), Set.of(a));
        engine.push("B = A + 1", 1, () -> memory[1] = memory[0] + 1, Set.of(a), Set.of(b));
        engine.push("D = A * B", 1, () -> memory[2] = memory[0] * memory[1],
                honest ? Set.of(a, b) : Set.of(a), Set.of(d)); // <1>
        engine.run(workers, lot);
        return memory[2];
    }
    // end::program[]

    /** Milliseconds that a layer takes: forward and backward, sending its gradient, updating its weights. */
    record Layer(double compute, double send, double update) {}

    // tag::step[]
    /** Backward through all layers, each gradient sent when it is there; then forward. */
    static Engine step(List<Layer> layers) {
        var engine = new Engine();
        var gpu = new Variable("gpu");
        var wire = new Variable("wire");
        for (int l = layers.size(); l >= 1; l--) {
            var at = layers.get(l - 1);
            var gradient = new Variable("gradient " + l);
            var weights = new Variable("weights " + l);
            engine.push("B" + l, at.compute(), () -> {}, Set.of(weights), Set.of(gpu, gradient));
            engine.push("S" + l, at.send(), () -> {}, Set.of(), Set.of(wire, gradient));
            engine.push("U" + l, at.update(), () -> {}, Set.of(gradient), Set.of(weights));
        }
        for (int l = 1; l <= layers.size(); l++) {
            engine.push("F" + l, layers.get(l - 1).compute(), () -> {},
                    Set.of(new Variable("weights " + l)), Set.of(gpu));
        }
        return engine;
    }
    // end::step[]

    public static void main(String... argv) {
        var args = new Args("cse599w-tiny-engine", "Schedule operations by what they read and change.");
        var schedules = args.whole("schedules", 10000, 1, 100000, "orders in which the program is tried");
        var layers = args.whole("layers", 4, 1, 12, "layers of the training step");
        var compute = args.real("compute-ms", 2, 0.01, 100, "forward, or backward, of a layer in ms");
        var send = args.real("send-ms", 3, 0.01, 100, "all-reduce of a layer's gradient in ms");
        var seed = args.whole("seed", 1, 0, 99999, "of the orders");
        args.read(argv);
        var facts = new Facts("cse599w-tiny-engine");
        orders(facts, schedules.getAsInt(), seed.getAsInt());
        var layer = new Layer(compute.getAsDouble(), send.getAsDouble(), 0.5);
        overlap(facts, layers.getAsInt(), layer, seed.getAsInt());
        collectives(facts);
        facts.finish();
    }

    private static void orders(Facts facts, int schedules, int seed) {
        var lot = new Random(seed);
        int right = 0;
        int rightUndeclared = 0;
        for (int i = 0; i < schedules; i++) {
            right += program(1 + i % 3, true, lot) == 6 ? 1 : 0;
            rightUndeclared += program(1 + i % 3, false, lot) == 6 ? 1 : 0;
        }
        facts.value("right", 100.0 * right / schedules, "%");
        facts.value("right-undeclared", 100.0 * rightUndeclared / schedules, "%");
        System.out.printf(Locale.ROOT, "D = 6 in %d of %d orders; with one read undeclared in %d\n\n", right, schedules,
                rightUndeclared);
        facts.exactly("right", 100, "cse599w, lecture 11", "sequential consistency: any order gives the serial result");
    }

    private static void overlap(Facts facts, int count, Layer layer, int seed) {
        var layers = java.util.Collections.nCopies(count, layer);
        double serial = Engine.makespan(step(layers).run(1, new Random(seed)));
        var slots = step(layers).run(3, new Random(seed));
        double overlapped = Engine.makespan(slots);
        facts.value("serial", serial, "ms");
        facts.value("overlapped", overlapped, "ms");
        facts.value("saved", 100 * (1 - overlapped / serial), "%");
        double gpu = 2 * count * layer.compute();
        facts.value("gpu", gpu, "ms");
        System.out.printf(Locale.ROOT, "one training step, one thing at a time: %.1f ms\n"
                + "as dependencies allow: %.1f ms, of which the GPU works %.1f ms\n\n", serial, overlapped, gpu);
        facts.atMost("overlapped", serial, "cse599w, lecture 11", "overlap never costs time");
        facts.atLeast("overlapped", Math.max(gpu, count * layer.send()), "cse599w, lecture 11", "nothing runs twice");
        facts.figure("step", timeline(slots));
    }

    private static Plot timeline(List<Engine.Slot> slots) {
        var plot = Plot.of("Two lanes over time: the GPU runs backward 4 to 1, waits, and runs forward 1 to 4; the network"
                        + " sends gradients 4 to 1 behind it, and short updates follow each.")
                .height(260).axis("x", "time [ms]").axis("y", "").limits(-0.2, 3.2)
                .ticks(List.of(0.5, 1.5, 2.5), List.of("update", "network", "GPU"))
                .axis("fill", "kind").columns("start", "end", "low", "high", "kind", "label", "mid", "middle");
        for (var slot : slots) {
            var name = slot.op().name();
            int lane = name.startsWith("S") ? 1 : name.startsWith("U") ? 0 : 2;
            var kind = switch (name.charAt(0)) {
                case 'B' -> "backward";
                case 'F' -> "forward";
                case 'S' -> "send";
                default -> "update";
            };
            plot.row(slot.start(), slot.end(), lane + 0.1, lane + 0.9, kind, lane == 0 ? "" : name,
                    (slot.start() + slot.end()) / 2, lane + 0.5);
        }
        return plot.layer("rect").map("xmin", "start").map("xmax", "end").map("ymin", "low").map("ymax", "high")
                .map("fill", "kind").layer("text").map("x", "mid").map("y", "middle").map("label", "label");
    }

    private static void collectives(Facts facts) {
        var slide = new double[][] {{1, 2, 3}, {1, 0, 1}};
        new Collectives(slide, 1, 0).tree().run(2, new Random(0));
        facts.value("slide-errors", error(slide, new double[] {2, 2, 4}), "");
        facts.exactly("slide-errors", 0, "cse599w, lecture 11", "[1,2,3] + [1,0,1] = [2,2,4] on both nodes");
        var table = Table.of("nodes|%d", "tree, small|%.0f", "ring, small|%.0f", "tree, large|%.0f", "ring, large|%.0f");
        for (int p : new int[] {2, 4, 8, 16}) {
            table.row(p, time(p, 1, 0, true), time(p, 1, 0, false), time(p, 0, 1, true), time(p, 0, 1, false));
        }
        facts.value("tree-steps", time(16, 1, 0, true), "");
        facts.value("ring-steps", time(16, 1, 0, false), "");
        facts.value("tree-words", time(16, 0, 1, true), "");
        facts.value("ring-words", time(16, 0, 1, false), "");
        facts.exactly("ring-steps", 30, "nccl-performance, AllReduce", "2(p-1) steps");
        facts.exactly("ring-words", 2 * 15.0 / 16 * 240, "nccl-performance, AllReduce", "2(p-1)/p of 240 numbers");
        System.out.print(table.text() + "\n");
    }

    /** Time of an all-reduce of 240 numbers on {@code p} nodes that each run one thing at a time. */
    static double time(int p, double latency, double perWord, boolean tree) {
        var nodes = new double[p][240];
        for (int r = 0; r < p; r++) {
            Arrays.setAll(nodes[r], Double::valueOf);
        }
        var collective = new Collectives(nodes, latency, perWord);
        var engine = tree ? collective.tree() : collective.ring();
        return Engine.makespan(engine.run(p, new Random(p)));
    }

    /** Largest difference of any node from the sum that all should hold. */
    static double error(double[][] nodes, double[] sum) {
        double worst = 0;
        for (var node : nodes) {
            for (int i = 0; i < sum.length; i++) {
                worst = Math.max(worst, Math.abs(node[i] - sum[i]));
            }
        }
        return worst;
    }
}
