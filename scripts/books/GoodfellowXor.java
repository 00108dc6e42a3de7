///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Learn exclusive or: where a linear model ends, the printed solution, and where 200 starts end.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES xor/ReluNet.java xor/LeastSquares.java

import java.util.List;
import java.util.Random;
import xor.LeastSquares;
import xor.ReluNet;

/** Exclusive or: what a linear model makes of it, what the book prints, and what gradient descent finds. */
class GoodfellowXor {
    // tag::endings[]
    /** Losses at which descent can come to rest; the last is the best that a linear model does. */
    static final double[] ENDINGS = {0, 1.0 / 8, 1.0 / 6, 1.0 / 4};
    // end::endings[]

    static final List<String> NAMES = List.of("0, solved", "1/8", "1/6", "1/4", "none of these");

    /** How the starts are drawn and how long each descends. */
    record Setting(int starts, int steps, double rate, double deviation, int seed) {}

    /** Where the starts of one width ended; {@code first} is the first that solved the task, or null. */
    static final class Count {
        final int[] ended = new int[ENDINGS.length + 1];
        final int[] dead = new int[ENDINGS.length + 1];
        double gradientError;
        int collapsed;
        int integers;
        ReluNet first;

        // tag::count[]
        /** Descend from every start and sort the ends by their loss. */
        Count(int hidden, Setting setting) {
            for (int start = 0; start < setting.starts(); start++) {
                var random = new Random(setting.seed() * 100003L + start);
                var net = ReluNet.random(hidden, setting.deviation(), random);
                gradientError = Math.max(gradientError, net.gradientError(1e-6));
                double steepest = 1;
                for (int step = 0; step < setting.steps() && steepest > 1e-6; step++) {
                    steepest = net.step(setting.rate());
                }
                int ending = ending(net.loss());
                ended[ending]++;
                dead[ending] += net.dead();
                if (ending == 0) {
                    look(net);
                }
            }
        }
        // end::count[]

        private void look(ReluNet net) {
            first = first == null ? net : first;
            collapsed += Math.min(apart(net, 1, 2), apart(net, 0, 3)) < 0.05 ? 1 : 0;
            integers += net.integers(0.05) ? 1 : 0;
        }
    }

    /** Which of the endings a loss belongs to; the number of endings if it is none of them. */
    static int ending(double loss) {
        for (int i = 0; i < ENDINGS.length; i++) {
            if (Math.abs(loss - ENDINGS[i]) < 1e-3) {
                return i;
            }
        }
        return ENDINGS.length;
    }

    /** Distance between two corners after the hidden layer. */
    static double apart(ReluNet net, int one, int other) {
        var a = net.fold(ReluNet.CORNERS[one]);
        var b = net.fold(ReluNet.CORNERS[other]);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    public static void main(String... argv) {
        var args = new Args("goodfellow-xor", "Learn exclusive or, from many starts.");
        var hidden = args.whole("hidden", 2, 1, 64, "hidden units");
        var starts = args.whole("starts", 200, 10, 2000, "random starts for each width");
        var steps = args.whole("steps", 3000, 100, 50000, "steps of gradient descent at most");
        var rate = args.real("rate", 0.1, 1e-4, 2, "learning rate");
        var deviation = args.real("deviation", 0.5, 0.01, 10, "deviation of the first weights and biases");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of the starts");
        args.read(argv);
        var facts = new Facts("goodfellow-xor");
        var setting = new Setting(starts.getAsInt(), steps.getAsInt(), rate.getAsDouble(), deviation.getAsDouble(),
                seed.getAsInt());
        facts.value("starts", setting.starts(), "");
        given(facts);
        var count = new Count(hidden.getAsInt(), setting);
        table(facts, count);
        facts.figure("folded", folded(hidden.getAsInt() == 2 ? count.first : null));
        widths(facts, setting, hidden.getAsInt(), count);
        if (argv.length == 0) {
            facts.atLeast("solved", 1, "goodfellow2016, 6.1", "gradient descent could converge to a solution");
            facts.atMost("integer-share", 50, "goodfellow2016, 6.1", "it would usually not find integers");
        }
        facts.finish();
    }

    /** What needs no training: the linear model and the printed solution. */
    private static void given(Facts facts) {
        var linear = LeastSquares.fit(ReluNet.CORNERS, ReluNet.XOR);
        var printed = ReluNet.printed();
        var table = Table.of("x1|%.0f", "x2|%.0f", "wanted|%.0f", "linear|%.3f", "h1|%.0f", "h2|%.0f", "printed|%.0f");
        double loss = 0;
        for (int k = 0; k < 4; k++) {
            var x = ReluNet.CORNERS[k];
            var h = printed.fold(x);
            double y = linear[0] * x[0] + linear[1] * x[1] + linear[2];
            loss += (y - ReluNet.XOR[k]) * (y - ReluNet.XOR[k]) / 4;
            table.row(x[0], x[1], ReluNet.XOR[k], y, h[0], h[1], printed.output(h));
        }
        System.out.print(table.text() + "\n");
        facts.value("linear-w1", linear[0], "");
        facts.value("linear-w2", linear[1], "");
        facts.value("linear-b", linear[2], "");
        facts.value("linear-loss", loss, "");
        facts.value("printed-loss", printed.loss(), "");
        facts.within("linear-w1", 0, 1e-12, "goodfellow2016, 6.1", "solved exactly, up to rounding");
        facts.within("linear-w2", 0, 1e-12, "goodfellow2016, 6.1", "solved exactly, up to rounding");
        facts.within("linear-b", 0.5, 1e-12, "goodfellow2016, 6.1", "solved exactly, up to rounding");
        facts.exactly("printed-loss", 0, "goodfellow2016, eq. 6.11", "whole numbers, without rounding");
    }

    private static void table(Facts facts, Count count) {
        var table = Table.of("loss at the end|%s", "starts|%d", "dead units, mean|%s");
        for (int i = 0; i < NAMES.size(); i++) {
            table.row(NAMES.get(i), count.ended[i], count.ended[i] == 0 ? ""
                    : Facts.number(Math.rint(100.0 * count.dead[i] / count.ended[i]) / 100));
        }
        System.out.print(table.text());
        int solved = count.ended[0];
        facts.value("solved", solved, "");
        facts.value("eighth", count.ended[1], "");
        facts.value("sixth", count.ended[2], "");
        facts.value("quarter", count.ended[3], "");
        facts.value("elsewhere", count.ended[4], "");
        facts.value("collapsed", count.collapsed, "");
        facts.value("integer-share", solved == 0 ? 0 : 100.0 * count.integers / solved, "%");
        facts.value("gradient-error-e9", count.gradientError * 1e9, "");
        facts.atMost("gradient-error-e9", 1000, "goodfellow2016, chapter 11", "central differences of width 1e-6");
    }

    /** The four corners as the hidden layer hands them on, the book's and, if there is one, the trained one's. */
    static Plot folded(ReluNet trained) {
        var plot = Plot.of("The four corners of the square after the hidden layer, for the printed net and a trained"
                        + " one, each with the straight line that parts the targets.")
                .height(420).axis("x", "first hidden unit, h1").axis("y", "second hidden unit, h2").axis("color", "net");
        for (var net : trained == null ? List.of(ReluNet.printed()) : List.of(ReluNet.printed(), trained)) {
            var name = net == trained ? "trained" : "printed in the book";
            plot.layer("path").set("size", 1).map("x", "h1").map("y", "h2").map("color", "net")
                    .columns("h1", "h2", "net");
            var line = net.boundary(-0.5, 2.5);
            plot.row(line[0], line[1], name).row(line[2], line[3], name);
            plot.layer("point").set("size", 5).map("x", "h1").map("y", "h2").map("color", "net")
                    .columns("h1", "h2", "net");
            corners(plot, net, name, 0);
            plot.layer("text").map("x", "h1").map("y", "h2").map("color", "net").map("label", "corner")
                    .columns("h1", "h2", "net", "corner");
            corners(plot, net, name, 0.12);
        }
        return plot;
    }

    private static void corners(Plot plot, ReluNet net, String name, double up) {
        var names = List.of("00", "01", "10", "11");
        for (int k = 0; k < 4; k++) {
            var h = net.fold(ReluNet.CORNERS[k]);
            var label = new StringBuilder(names.get(k));
            boolean told = false;
            for (int other = 0; other < 4; other++) {
                boolean same = other != k && apart(net, k, other) < 0.05;
                label.append(same ? ", " + names.get(other) : "");
                told |= same && other < k;
            }
            if (up == 0) {
                plot.row(h[0], h[1], name);
            } else if (!told) { // corners in one place share a label
                plot.row(h[0], h[1] + up, name, label.toString());
            }
        }
    }

    /** How the ends change with the number of hidden units. */
    private static void widths(Facts facts, Setting setting, int counted, Count known) {
        var plot = Plot.of("Share of starts by their final loss, one bar for each number of hidden units.")
                .axis("x", "hidden units").axis("y", "starts [%]").axis("fill", "loss at the end")
                .columns("units", "share", "ending").map("x", "units").map("y", "share").map("fill", "ending");
        for (int width : new int[] {1, 2, 3, 4, 6, 8, 12, 16}) {
            var count = width == counted ? known : new Count(width, setting);
            for (int i = 0; i < NAMES.size(); i++) {
                plot.row(Integer.toString(width), 100.0 * count.ended[i] / setting.starts(), NAMES.get(i));
            }
            facts.value("solved-" + width, 100.0 * count.ended[0] / setting.starts(), "%");
        }
        facts.figure("widths", plot.layer("bar").set("stat", "identity"));
    }
}
