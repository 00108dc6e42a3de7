///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train a small network on points in the plane, step by step, and look at what it does to the plane.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java ../lib/Live.java
//SOURCES convnet/Vol.java convnet/Layer.java convnet/Dense.java convnet/Activation.java convnet/Net.java
//SOURCES convnet/Rule.java convnet/Trainer.java convnet/Points.java convnet/Lesson.java

import convnet.Lesson;
import convnet.Points;
import convnet.Rule;
import java.util.Locale;

/** The toy demo of ConvNetJS: a network learns two classes of points while one watches the plane. */
class ConvNetJava {
    private final Facts facts;
    private final Lesson lesson;
    private final int epochs;

    ConvNetJava(Facts facts, Lesson lesson, int epochs) {
        this.facts = facts;
        this.lesson = lesson;
        this.epochs = epochs;
    }

    // tag::watch[]
    /** Train, print a line now and then, and show every hundredth of the way to whoever watches. */
    void train() {
        System.out.print("epoch  loss   right\n");
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double loss = lesson.step();
            if (epoch == 1 || epoch % Math.max(1, epochs / 6) == 0) {
                System.out.print(String.format(Locale.ROOT, "%5d  %.3f  %d of %d\n", epoch, loss,
                        lesson.right(), lesson.points().size()));
            }
            if (epoch % Math.max(1, epochs / 100) == 0) {
                Live.frame(() -> pictures(20)); // <1>
            }
        }
        pictures(40); // <2>
        facts.figure("warp", warp(10, 30));
    }

    private void pictures(int squares) {
        facts.figure("plane", plane(squares));
        facts.figure("loss", loss());
    }
    // end::watch[]

    /** Colour of the plane by the answer in tenths, in bars of squares with the same one, with the points. */
    private Plot plane(int squares) {
        double r = lesson.points().radius();
        var plot = Plot.of("The plane coloured by the network's answer, with the points on it.").height(460)
                .axis("x", "x").limits(-r, r).axis("y", "y").limits(-r, r)
                .axis("fill", "probability of class 1").limits(0, 1).axis("color", "class")
                .layer("rect").map("xmin", "left").map("xmax", "right").map("ymin", "bottom").map("ymax", "top")
                .map("fill", "p").set("size", 0).set("alpha", 0.4)
                .columns("left", "right", "bottom", "top", "p");
        double side = 2 * r / squares;
        for (int row = 0; row < squares; row++) {
            double y = -r + row * side;
            int from = 0;
            for (int at = 1; at <= squares; at++) {
                long tenths = tenths(-r + (from + 0.5) * side, y + side / 2);
                if (at == squares || tenths(-r + (at + 0.5) * side, y + side / 2) != tenths) {
                    plot.row(seen(-r + from * side), seen(-r + at * side), seen(y), seen(y + side), tenths / 10.0);
                    from = at;
                }
            }
        }
        return dots(plot, false);
    }

    private long tenths(double x, double y) {
        return Math.round(10 * lesson.probability(x, y));
    }

    // tag::warp[]
    /** Where a grid of the plane lands in the two units before the last layer. */
    private Plot warp(int lines, int steps) {
        double r = lesson.points().radius();
        var plot = Plot.of("A bent grid: the plane as the last layer sees it; a straight line parts the points of both"
                + " classes.").height(460).axis("x", "first unit").limits(-1, 1).axis("y", "second unit").limits(-1, 1)
                .axis("color", "class").layer("path").set("color", "#999999").set("size", 0.4)
                .map("x", "x").map("y", "y").map("group", "line").columns("x", "y", "line");
        for (int line = -lines; line <= lines; line++) {
            for (int at = -steps; at <= steps; at++) {
                var h = lesson.hidden(r * at / steps, r * line / lines);
                plot.row(seen(h[0]), seen(h[1]), "row " + line);
            }
            for (int at = -steps; at <= steps; at++) {
                var h = lesson.hidden(r * line / lines, r * at / steps);
                plot.row(seen(h[0]), seen(h[1]), "column " + line);
            }
        }
        return dots(boundary(plot), true);
    }
    // end::warp[]

    /** The straight line of the last layer, from one side of the hidden plane to the other where it crosses it. */
    private Plot boundary(Plot plot) {
        var line = lesson.line();
        boolean steep = Math.abs(line[0]) > Math.abs(line[1]);
        plot.layer("path").set("size", 1.5).set("color", "#555555").map("x", "x").map("y", "y").columns("x", "y");
        for (int i = -50; i <= 50; i++) {
            double along = i / 50.0;
            double other = -(line[2] + line[steep ? 1 : 0] * along) / line[steep ? 0 : 1];
            if (Math.abs(other) <= 1) {
                plot.row(seen(steep ? other : along), seen(steep ? along : other));
            }
        }
        return plot;
    }

    /** As many digits as a picture shows. */
    private static double seen(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    private Plot dots(Plot plot, boolean warped) {
        plot.layer("point").set("size", 3.5).map("x", "x").map("y", "y").map("color", "class")
                .columns("x", "y", "class");
        for (int i = 0; i < lesson.points().size(); i++) {
            var at = lesson.points().at(i).w;
            var shown = warped ? lesson.hidden(at[0], at[1]) : at;
            plot.row(seen(shown[0]), seen(shown[1]), "class " + lesson.points().label(i));
        }
        return plot;
    }

    /** Loss so far, a hundred points of it, on an axis that waits for the rest. */
    private Plot loss() {
        var plot = Plot.of("Loss against epochs: it falls.").height(260).axis("x", "epoch").limits(0, epochs)
                .axis("y", "mean loss").layer("line").map("x", "epoch").map("y", "loss").columns("epoch", "loss");
        var losses = lesson.losses();
        for (int epoch = 1; epoch <= losses.size(); epoch++) {
            if (epoch == 1 || epoch % Math.max(1, epochs / 100) == 0) {
                plot.row(epoch, seen(losses.get(epoch - 1)));
            }
        }
        return plot;
    }

    public static void main(String... argv) {
        var args = new Args("conv-net-java", "Train a small network on points in the plane and look at the plane.");
        var data = args.word("data", Points.SETS, "points");
        var hidden = args.whole("hidden", 6, 2, 50, "tanh units in the first layer");
        var rate = args.real("rate", 0.01, 1e-5, 5, "learning rate of gradient descent with momentum");
        var momentum = args.real("momentum", 0.1, 0, 0.99, "momentum");
        var epochs = args.whole("epochs", 2000, 1, 20000, "times that every point is shown");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of weights, points and order");
        args.read(argv);
        var facts = new Facts("conv-net-java");
        var lesson = new Lesson(Points.of(data.get(), seed.getAsInt()),
                Rule.momentum(rate.getAsDouble(), momentum.getAsDouble()), hidden.getAsInt(), seed.getAsInt());
        new ConvNetJava(facts, lesson, epochs.getAsInt()).train();
        facts.value("right", lesson.right(), "");
        facts.value("points", lesson.points().size(), "");
        if (argv.length == 0) {
            facts.exactly("right", 13, "karpathy2014, classify2d.js", "all thirteen points of the demo");
        }
        facts.finish();
    }
}
