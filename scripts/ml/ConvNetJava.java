///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train a small network on points in the plane, step by step, and look at what it does to the plane.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES convnet/Vol.java convnet/Layer.java convnet/Conv.java convnet/Dense.java convnet/Pool.java
//SOURCES convnet/Activation.java convnet/Net.java convnet/Rule.java convnet/Trainer.java convnet/Points.java

import convnet.Activation;
import convnet.Conv;
import convnet.Dense;
import convnet.Layer;
import convnet.Net;
import convnet.Points;
import convnet.Pool;
import convnet.Rule;
import convnet.Trainer;
import convnet.Vol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The toy demo of ConvNetJS: a network learns two classes of points while one watches the plane. */
class ConvNetJava {
    // tag::lesson[]
    /** A network in training; a page can call {@code step} for each frame and draw. */
    static final class Lesson {
        final Points points;
        final Net net;
        final List<Double> losses = new ArrayList<>();
        private final Trainer trainer;
        private final Random random;

        Lesson(Points points, Rule rule, int hidden, long seed) {
            this.points = points;
            random = new Random(seed);
            net = new Net(List.of(
                    new Dense(2, hidden, random), new Activation(Activation.Kind.TANH),
                    new Dense(hidden, 2, random), new Activation(Activation.Kind.TANH), // <1>
                    new Dense(2, 2, random)));
            trainer = new Trainer(net, rule, 10, 0.001);
        }

        /** One epoch: every point once, in random order; returns the mean loss. */
        double step() {
            var order = points.shuffled(random);
            double loss = 0;
            for (int i : order) {
                loss += trainer.train(points.at(i), points.label(i)) / points.size();
            }
            losses.add(loss);
            return loss;
        }

        /** How many points are on their side. */
        int right() {
            int right = 0;
            for (int i = 0; i < points.size(); i++) {
                right += net.predict(points.at(i)) == points.label(i) ? 1 : 0;
            }
            return right;
        }
    }
    // end::lesson[]

    /** Colour of the plane by class, with the points. */
    static Plot plane(Lesson lesson, String alt) {
        double r = lesson.points.radius();
        var plot = Plot.of(alt).height(460).axis("x", "x").limits(-r, r).axis("y", "y").limits(-r, r)
                .axis("fill", "probability of class 1").axis("color", "class")
                .columns("left", "right", "bottom", "top", "p").map("xmin", "left").map("xmax", "right")
                .map("ymin", "bottom").map("ymax", "top").layer("rect").map("fill", "p").set("size", 0)
                .set("alpha", 0.4)
                .columns("left", "right", "bottom", "top", "p");
        int cells = 40;
        double side = 2 * r / cells;
        for (int i = 0; i < cells * cells; i++) {
            double x = -r + i % cells * side;
            double y = -r + i / cells * side;
            var p = lesson.net.forward(Vol.of(x + side / 2, y + side / 2), false);
            plot.row(x, x + side, y, y + side, p[1]);
        }
        plot.layer("point").set("size", 3.5).map("x", "x").map("y", "y").map("color", "class").columns("x", "y", "class");
        return dots(plot, lesson, false);
    }

    // tag::warp[]
    /** Where a grid of the plane lands in the two units before the last layer. */
    static Plot warp(Lesson lesson, String alt) {
        double r = lesson.points.radius();
        var plot = Plot.of(alt).height(460).axis("x", "first unit").axis("y", "second unit")
                .axis("color", "class").layer("path").set("color", "#999999").set("size", 0.4)
                .map("x", "x").map("y", "y").map("group", "line").columns("x", "y", "line");
        for (int line = -10; line <= 10; line++) {
            for (int at = -30; at <= 30; at++) {
                var h = hidden(lesson, r * at / 30, r * line / 10);
                plot.row(h[0], h[1], "row " + line);
            }
            for (int at = -30; at <= 30; at++) {
                var h = hidden(lesson, r * line / 10, r * at / 30);
                plot.row(h[0], h[1], "column " + line);
            }
        }
        boundary(plot, lesson);
        plot.layer("point").set("size", 3.5).map("x", "x").map("y", "y").map("color", "class")
                .columns("x", "y", "class");
        return dots(plot, lesson, true);
    }

    private static double[] hidden(Lesson lesson, double x, double y) {
        lesson.net.forward(Vol.of(x, y), false);
        return lesson.net.activation(4).w;
    }
    // end::warp[]

    /** Where the last layer gives both classes the same score: a straight line. */
    private static void boundary(Plot plot, Lesson lesson) {
        var w = lesson.net.parameters().get(4).w;
        var b = lesson.net.parameters().get(5).w;
        double across = w[2] - w[0];
        double up = w[3] - w[1];
        double off = b[1] - b[0];
        plot.layer("path").set("size", 1.5).set("color", "#555555").map("x", "x").map("y", "y").columns("x", "y");
        for (int end = -1; end <= 1; end += 2) {
            if (Math.abs(up) > Math.abs(across)) {
                plot.row(end, -(off + across * end) / up);
            } else {
                plot.row(-(off + up * end) / across, end);
            }
        }
    }

    private static Plot dots(Plot plot, Lesson lesson, boolean warped) {
        for (int i = 0; i < lesson.points.size(); i++) {
            var at = lesson.points.at(i).w;
            var shown = warped ? hidden(lesson, at[0], at[1]) : at;
            plot.row(shown[0], shown[1], "class " + lesson.points.label(i));
        }
        return plot;
    }

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

    public static void main(String... argv) {
        var args = new Args("conv-net-java", "Train a small network on points in the plane and look at the plane.");
        var data = args.whole("data", 1, 1, 3, "points: 1 thirteen fixed ones, 2 a disc in a ring, 3 two spirals");
        var hidden = args.whole("hidden", 6, 2, 50, "tanh units in the first layer");
        var rate = args.real("rate", 0.01, 1e-5, 5, "learning rate of gradient descent with momentum");
        var momentum = args.real("momentum", 0.1, 0, 0.99, "momentum");
        var epochs = args.whole("epochs", 2000, 1, 20000, "times that every point is shown");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of weights, points and order");
        args.read(argv);
        var facts = new Facts("conv-net-java");
        var points = Points.of(data.getAsInt(), seed.getAsInt());
        var lesson = new Lesson(points, Rule.momentum(rate.getAsDouble(), momentum.getAsDouble()),
                hidden.getAsInt(), seed.getAsInt());
        System.out.print("epoch  loss   right\n");
        for (int epoch = 1; epoch <= epochs.getAsInt(); epoch++) {
            double loss = lesson.step();
            if (epoch == 1 || epoch % Math.max(1, epochs.getAsInt() / 6) == 0) {
                System.out.print(String.format(Locale.ROOT, "%5d  %.3f  %d of %d\n", epoch, loss,
                        lesson.right(), points.size()));
            }
        }
        facts.value("right", lesson.right(), "");
        facts.value("points", points.size(), "");
        facts.figure("plane", plane(lesson, "The plane coloured by the network's answer, with the points on it."));
        facts.figure("warp", warp(lesson, "A bent grid: the plane as the last layer sees it; a straight line parts the"
                + " points of both classes."));
        trainers(facts, points, hidden.getAsInt(), Math.min(200, epochs.getAsInt()), seed.getAsInt());
        library(facts, lesson, argv.length == 0);
        facts.finish();
    }

    private static void trainers(Facts facts, Points points, int hidden, int epochs, long seed) {
        var figure = Plot.of("Loss against epochs for six trainers: plain gradient descent falls slowest.")
                .axis("x", "epoch").axis("y", "mean loss").axis("color", "trainer").columns("epoch", "loss", "trainer")
                .map("x", "epoch").map("y", "loss").map("color", "trainer");
        rules().forEach((name, rule) -> {
            var lesson = new Lesson(points, rule, hidden, seed);
            for (int epoch = 1; epoch <= epochs; epoch++) {
                figure.row(epoch, lesson.step(), name);
            }
        });
        facts.figure("trainers", figure.layer("line").set("size", 1));
    }

    private static void library(Facts facts, Lesson lesson, boolean paper) {
        var ratios = adamRatios(1000);
        int peak = 0;
        for (int k = 0; k < ratios.length; k++) {
            peak = ratios[k] > ratios[peak] ? k : peak;
        }
        facts.value("adam-first", ratios[0], "");
        facts.value("adam-peak", ratios[peak], "");
        facts.value("adam-peak-step", peak + 1, "");
        facts.value("adam-thousandth", ratios[999], "");
        facts.value("mnist", mnist().parameterCount(), "");
        facts.value("cifar", cifar().parameterCount(), "");
        facts.value("layers", lesson.net.size() + 2, "");
        facts.value("gradient-error", lesson.net.gradientError(lesson.points.at(0), lesson.points.label(0), 1e-5), "");
        facts.value("fresh-ten", new Net(List.of(new Dense(2, 20, new Random(1)),
                new Activation(Activation.Kind.TANH), new Dense(20, 10, new Random(2))))
                .forward(Vol.of(0.3, -0.5), false)[0], "");
        if (paper) {
            int done = 0;
            int slowest = 0;
            for (int seed = 1; seed <= 5; seed++) {
                var other = new Lesson(lesson.points, Rule.momentum(0.01, 0.1), 6, seed);
                int epoch = 0;
                while (other.right() < 13 && epoch < 3000) {
                    other.step();
                    epoch++;
                }
                done += other.right() == 13 ? 1 : 0;
                slowest = Math.max(slowest, epoch);
            }
            facts.value("seeds-done", done, "");
            facts.value("slowest", slowest, "");
            facts.atMost("gradient-error", 0.01, "karpathy2014, spec", "the library's own bound; ours must be far below");
            facts.exactly("layers", 7, "karpathy2014, spec", "input, three dense, two activations, softmax");
            facts.within("adam-first", 10, 1e-6, "convnetjs-70", "from the formula, (1-0.9)^2/(1-0.999)");
            facts.exactly("right", 13, "karpathy2014, classify2d.js", "all thirteen points of the demo");
            facts.exactly("seeds-done", 5, "karpathy2014, classify2d.js", "five starts, with the demo's own settings");
        }
    }
}
