///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Check a small training library against ConvNetJS: sizes of its demos, gradients, five starts, six trainers.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES convnet/Vol.java convnet/Layer.java convnet/Conv.java convnet/Dense.java convnet/Pool.java
//SOURCES convnet/Activation.java convnet/Net.java convnet/Rule.java convnet/Trainer.java convnet/Points.java
//SOURCES convnet/Lesson.java

import convnet.Activation;
import convnet.Conv;
import convnet.Dense;
import convnet.Lesson;
import convnet.Net;
import convnet.Points;
import convnet.Pool;
import convnet.Rule;
import convnet.Vol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What ConvNetJS and its authors say of the library, held against ours. */
class ConvNetLibrary {
    /** The trainers that the loss curves compare, each with a rate that suits it. */
    static Map<String, Rule> rules() {
        var rules = new LinkedHashMap<String, Rule>();
        rules.put("SGD", Rule.momentum(0.05, 0));
        rules.put("momentum", Rule.momentum(0.05, 0.9));
        rules.put("Nesterov", Rule.nesterov(0.05, 0.9));
        rules.put("Adagrad", Rule.adagrad(0.05));
        rules.put("Adadelta", Rule.adadelta(0.95));
        rules.put("Adam", Rule.adam(0.01, 0.9, 0.999, (mean, gathered) -> mean / gathered));
        return rules;
    }

    // tag::demos[]
    /** The two image demos of ConvNetJS, by their layers; only counted here, not trained. */
    static Net mnist() {
        var random = new Random(1);
        return new Net(List.of(new Conv(1, 8, 5, 1, 2, 1, random), new Pool(2, 2),
                new Conv(8, 16, 5, 1, 2, 1, random), new Pool(3, 3), new Dense(16 * 4 * 4, 10, random)));
    }

    static Net cifar() {
        var random = new Random(1);
        return new Net(List.of(new Conv(3, 16, 5, 1, 2, 1, random), new Pool(2, 2),
                new Conv(16, 20, 5, 1, 2, 1, random), new Pool(2, 2),
                new Conv(20, 20, 5, 1, 2, 1, random), new Pool(2, 2), new Dense(20 * 4 * 4, 10, random)));
    }
    // end::demos[]

    // tag::adam[]
    /** Steps of Adam for a constant gradient: as in the library, over as in the paper. */
    static double[] adamRatios(int steps) {
        var library = Rule.adam(0.01, 0.9, 0.999, (mean, gathered) -> mean * gathered);
        var paper = Rule.adam(0.01, 0.9, 0.999, (mean, gathered) -> mean / gathered);
        var s = new double[2];
        var t = new double[2];
        var ratios = new double[steps];
        for (int k = 1; k <= steps; k++) {
            ratios[k - 1] = library.step(1e6, s, 0, k) / paper.step(1e6, t, 0, k); // <1>
        }
        return ratios;
    }
    // end::adam[]

    // tag::trainers[]
    /** Loss of six trainers from the same start, as a figure; prints where each arrives. */
    static Plot trainers(String set, int hidden, int epochs) {
        var figure = Plot.of("Loss against epochs for six trainers on the points called " + set + ".")
                .axis("x", "epoch").axis("y", "mean loss").axis("color", "trainer").columns("epoch", "loss", "trainer")
                .map("x", "epoch").map("y", "loss").map("color", "trainer");
        rules().forEach((name, rule) -> {
            var lesson = new Lesson(Points.of(set, 1), rule, hidden, 1);
            double loss = 0;
            for (int epoch = 1; epoch <= epochs; epoch++) {
                loss = lesson.step();
                figure.row(epoch, loss, name);
            }
            System.out.print(String.format(Locale.ROOT, "%-9s  %-9s %.3f\n", set, name, loss));
        });
        return figure.layer("line").set("size", 1);
    }
    // end::trainers[]

    /** Five starts with the settings of the demo: how many separate all thirteen points, and the slowest of them. */
    private static void starts(Facts facts) {
        int done = 0;
        int slowest = 0;
        for (int seed = 1; seed <= 5; seed++) {
            var lesson = new Lesson(Points.of("thirteen", seed), Rule.momentum(0.01, 0.1), 6, seed);
            int epoch = 0;
            while (lesson.right() < 13 && epoch < 3000) {
                lesson.step();
                epoch++;
            }
            done += lesson.right() == 13 ? 1 : 0;
            slowest = Math.max(slowest, epoch);
        }
        facts.value("seeds-done", done, "");
        facts.value("slowest", slowest, "");
        facts.exactly("seeds-done", 5, "karpathy2014, classify2d.js", "five starts, with the demo's own settings");
    }

    private static void adam(Facts facts) {
        var ratios = adamRatios(1000);
        int peak = 0;
        for (int k = 0; k < ratios.length; k++) {
            peak = ratios[k] > ratios[peak] ? k : peak;
        }
        facts.value("adam-first", ratios[0], "");
        facts.value("adam-peak", ratios[peak], "");
        facts.value("adam-peak-step", peak + 1, "");
        facts.value("adam-thousandth", ratios[999], "");
        facts.within("adam-first", 10, 1e-6, "convnetjs-70", "from the formula, (1-0.9)^2/(1-0.999)");
    }

    public static void main(String... argv) {
        new Args("conv-net-library", "Check a small training library against ConvNetJS.").read(argv);
        var facts = new Facts("conv-net-library");
        System.out.print("points     trainer   loss after 200 epochs\n");
        facts.figure("thirteen", trainers("thirteen", 6, 200));
        facts.figure("spiral", trainers("spiral", 16, 200));
        adam(facts);
        starts(facts);
        facts.value("mnist", mnist().parameterCount(), "");
        facts.value("cifar", cifar().parameterCount(), "");
        var lesson = new Lesson(Points.of("thirteen", 1), Rule.momentum(0.01, 0.1), 6, 1);
        for (int epoch = 0; epoch < 2000; epoch++) {
            lesson.step();
        }
        facts.value("layers", lesson.net().size() + 2, "");
        facts.exactly("layers", 7, "karpathy2014, spec", "input, three dense, two activations, softmax");
        var points = lesson.points();
        facts.value("gradient-error", lesson.net().gradientError(points.at(0), points.label(0), 1e-5), "");
        facts.atMost("gradient-error", 0.01, "karpathy2014, spec", "the library's own bound; ours must be far below");
        var fresh = new Net(List.of(new Dense(2, 20, new Random(1)), new Activation(Activation.Kind.TANH),
                new Dense(20, 10, new Random(2))));
        facts.value("fresh-ten", fresh.forward(Vol.of(0.3, -0.5), false)[0], "");
        facts.finish();
    }
}
