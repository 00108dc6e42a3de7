///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION The spiral of CS231n with a linear classifier and a small net, a circuit, and the memory of VGG-16.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES spiral/Spiral.java spiral/Classifier.java

import java.util.List;
import java.util.Locale;
import java.util.Random;
import spiral.Classifier;
import spiral.Spiral;

/** The case study of the course notes, with their data, their settings and their numbers beside ours. */
class Cs231nSpiral {
    // tag::train[]
    /** Train on all points at once; returns the loss before each step, and at the end. */
    static double[] train(
            Classifier net, Spiral points, int steps, double rate, double decay) {
        var losses = new double[steps + 1];
        for (int step = 0; step <= steps; step++) {
            losses[step] = net.learn(points, decay);
            if (step < steps) {
                net.step(rate);
            }
        }
        return losses;
    }
    // end::train[]

    // tag::circuit[]
    /** A sigmoid neuron as a circuit: its output, then slopes of w0, w1, w2 and x0, x1. */
    static double[] circuit(double[] w, double[] x) {
        double sum = w[0] * x[0] + w[1] * x[1] + w[2];
        double out = 1 / (1 + StrictMath.exp(-sum));
        double back = out * (1 - out); // <1>
        return new double[] {out, back * x[0], back * x[1], back, back * w[0], back * w[1]};
    }
    // end::circuit[]

    // tag::vgg[]
    /** Values and weights of VGG-16; 0 is a pool, others 3x3 convolutions to so many maps. */
    static long[] vgg() {
        int[] layers = {64, 64, 0, 128, 128, 0, 256, 256, 256, 0,
            512, 512, 512, 0, 512, 512, 512, 0};
        long side = 224;
        long depth = 3;
        long values = side * side * depth;
        long weights = 0;
        for (int maps : layers) {
            side = maps == 0 ? side / 2 : side;
            weights += maps * depth * 9;
            depth = maps == 0 ? depth : maps;
            values += side * side * depth;
        }
        for (int units : new int[] {4096, 4096, 1000}) {
            weights += side * side * depth * units;
            values += units;
            depth = units;
            side = 1;
        }
        return new long[] {values, weights};
    }
    // end::vgg[]

    public static void main(String... argv) {
        var args = new Args("cs231n-spiral", "The spiral of CS231n with a linear classifier and a small net.");
        var hidden = args.whole("hidden", 100, 1, 300, "ReLU units of the net");
        var steps = args.whole("steps", 10000, 10, 20000, "steps of the net");
        var classes = args.whole("classes", 3, 2, 5, "arms of the spiral");
        var noise = args.real("noise", 0.2, 0, 1, "deviation of the angle, in radians");
        var seed = args.whole("seed", 1, 0, 99999, "of points and weights");
        args.read(argv);
        var facts = new Facts("cs231n-spiral");
        var random = new Random(seed.getAsInt());
        var points = Spiral.draw(classes.getAsInt(), 100, noise.getAsDouble(), random);
        var linear = new Classifier(0, points.classes(), random);
        var net = new Classifier(hidden.getAsInt(), points.classes(), random);
        var flat = train(linear, points, 200, 1, 1e-3);
        var bent = train(net, points, steps.getAsInt(), 1, 1e-3);
        facts.value("chance", StrictMath.log(points.classes()), "");
        facts.value("linear-first", flat[0], "");
        facts.value("linear-last", flat[199], "");
        facts.value("linear-accuracy", 100 * linear.accuracy(points), "%");
        facts.value("net-first", bent[0], "");
        facts.value("net-last", bent[Math.min(9000, steps.getAsInt())], "");
        facts.value("net-accuracy", 100 * net.accuracy(points), "%");
        var table = Table.of("classifier|%s", "steps|%,d", "first loss|%.4f", "last loss|%.4f", "right|%.1f %%");
        table.row("linear", 200, flat[0], flat[200], 100 * linear.accuracy(points));
        table.row(hidden.getAsInt() + " ReLU units", steps.getAsInt(), bent[0], bent[steps.getAsInt()],
                100 * net.accuracy(points));
        System.out.print(table.text() + "\n");
        facts.figure("losses", losses(flat, bent));
        facts.figure("maps", maps(linear, net, points));
        facts.within("linear-first", StrictMath.log(points.classes()), 0.01, "cs231n-notes, case study",
                "weights of 0.01 say almost nothing yet");
        if (argv.length == 0) {
            facts.within("linear-last", 0.786302, 0.05, "cs231n-notes, case study", "other random points");
            facts.within("linear-accuracy", 49, 0.123, "cs231n-notes, case study", "6 points; other random points");
            facts.within("net-first", 1.098744, 0.001, "cs231n-notes, case study", "ln 3, almost");
            facts.within("net-last", 0.245292, 0.041, "cs231n-notes, case study", "0.01; other random points");
            facts.within("net-accuracy", 98, 0.0125, "cs231n-notes, case study", "printed with two digits; 0.97 or more");
        }
        numbers(facts);
        facts.finish();
    }

    private static void numbers(Facts facts) {
        var circuit = circuit(new double[] {2, -3, -3}, new double[] {-1, -2});
        var published = new double[] {0.73, -0.20, -0.39, 0.20, 0.39, -0.59};
        var names = List.of("out", "w0", "w1", "w2", "x0", "x1");
        for (int i = 0; i < names.size(); i++) {
            facts.value("circuit-" + names.get(i), circuit[i], "");
            facts.within("circuit-" + names.get(i), published[i], 0.005 / Math.abs(published[i]),
                    "cs231n-notes, optimization 2", "printed with two decimals");
        }
        facts.value("unshared", 55L * 55 * 96 * (11 * 11 * 3 + 1), "");
        facts.value("shared", 96 * (11 * 11 * 3 + 1), "");
        facts.exactly("unshared", 105705600, "cs231n-notes, convolutional networks", "a count");
        facts.exactly("shared", 34944, "cs231n-notes, convolutional networks", "a count");
        var vgg = vgg();
        facts.value("vgg-values", vgg[0], "");
        facts.value("vgg-weights", vgg[1], "");
        facts.value("vgg-megabytes", vgg[0] * 4 / 1e6, "MB");
        facts.within("vgg-weights", 138e6, 0.003, "cs231n-notes, convolutional networks", "printed in millions");
        facts.value("vgg-printed-over-real", 24e6 / vgg[0], "");
        System.out.printf(Locale.ROOT, "VGG-16 holds %,d values and %,d weights\n", vgg[0], vgg[1]);
    }

    private static Plot losses(double[] flat, double[] bent) {
        var plot = Plot.of("Loss against step on a logarithmic axis: the linear classifier levels off near 0.8 after twenty"
                        + " steps, the net waits, falls, and ends near 0.24.")
                .logAxis("x", "step").axis("y", "loss").limits(0, 1.2).axis("color", "classifier")
                .columns("step", "loss", "kind").map("x", "step").map("y", "loss").map("color", "kind");
        for (double at = 1; at < bent.length; at *= 1.12) {
            int step = (int) at;
            if (step < flat.length) {
                plot.row(step, flat[step], "linear");
            }
            plot.row(step, bent[step], "net");
        }
        return plot.layer("line").set("size", 1);
    }

    private static Plot maps(Classifier linear, Classifier net, Spiral points) {
        var plot = Plot.of("The plane twice, coloured by the class each classifier names there: on the left straight"
                        + " borders through the middle, on the right borders that wind with the arms of points.")
                .height(360).axis("x", "linear, and net: first coordinate").ticks(List.of(), List.of())
                .axis("y", "second coordinate").limits(-1.25, 1.25).axis("fill", "class").axis("color", "class");
        plot.layer("rect").columns("left", "right", "bottom", "top", "class");
        for (int row = 0; row < 48; row++) {
            for (int panel = 0; panel < 2; panel++) {
                strip(plot, panel == 0 ? linear : net, -1.2 + row * 0.05, panel * 2.6);
            }
        }
        plot.map("xmin", "left").map("xmax", "right").map("ymin", "bottom").map("ymax", "top").map("fill", "class")
                .set("alpha", 0.35).set("size", 0);
        plot.layer("point").columns("x", "y", "class");
        for (int i = 0; i < points.labels().length; i++) {
            for (int panel = 0; panel < 2; panel++) {
                plot.row(points.x()[i][0] + panel * 2.6, points.x()[i][1], "arm " + (points.labels()[i] + 1));
            }
        }
        return plot.map("x", "x").map("y", "y").map("color", "class").set("size", 2);
    }

    /** One row of the plane, as runs of one class. */
    private static void strip(Plot plot, Classifier classifier, double bottom, double shift) {
        double start = -1.2;
        for (int column = 0; column < 48; column++) {
            double left = -1.2 + column * 0.05;
            int here = classifier.winner(left + 0.025, bottom + 0.025);
            if (column == 47 || classifier.winner(left + 0.075, bottom + 0.025) != here) {
                plot.row(start + shift, left + 0.05 + shift, bottom, bottom + 0.05, "arm " + (here + 1));
                start = left + 0.05;
            }
        }
    }
}
