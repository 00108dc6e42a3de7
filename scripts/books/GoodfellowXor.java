///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION XOR with a line, with the book's solution, and learned; weight decay against early stopping.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES xor/XorNet.java xor/Quadratic.java

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import xor.Quadratic;
import xor.XorNet;

/** Three closed forms of the book, run: XOR, two kinds of shrinking, and the edge of stability. */
class GoodfellowXor {
    // tag::line[]
    /** Weights and bias of the line that fits XOR best: solve the normal equations by elimination. */
    static double[] line() {
        var equations = new double[3][4];
        for (int i = 0; i < 4; i++) {
            double[] row = {XorNet.INPUTS[i][0], XorNet.INPUTS[i][1], 1, XorNet.TARGETS[i]};
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 4; b++) {
                    equations[a][b] += row[a] * row[b];
                }
            }
        }
        return Quadratic.solve(equations);
    }
    // end::line[]

    public static void main(String... argv) {
        var args = new Args("goodfellow-xor", "XOR three ways, and weight decay against early stopping.");
        var seeds = args.whole("seeds", 200, 1, 2000, "first weights that are tried");
        var hidden = args.whole("hidden", 2, 2, 16, "ReLU units");
        var steps = args.whole("steps", 3000, 1, 20000, "steps of each run");
        var rate = args.real("rate", 0.1, 1e-3, 1, "learning rate");
        var decay = args.real("decay", 0.5, 1e-3, 10, "weight decay of the second experiment");
        args.read(argv);
        var facts = new Facts("goodfellow-xor");
        closed(facts);
        learned(facts, seeds.getAsInt(), hidden.getAsInt(), steps.getAsInt(), rate.getAsDouble());
        if (argv.length == 0) {
            facts.atLeast("solved", 1, "goodfellow2016, section 6.1", "gradient descent can find a solution, it says");
            facts.atLeast("solved-16", 95, "goodfellow2016, section 6.1", "more units, more ways to it: a trend");
        }
        shrinking(facts, decay.getAsDouble());
        edge(facts);
        facts.finish();
    }

    private static void closed(Facts facts) {
        var line = line();
        facts.value("line-w1", line[0], "");
        facts.value("line-w2", line[1], "");
        facts.value("line-b", line[2], "");
        var same = "solved by elimination; rounding";
        facts.within("line-w1", 0, 1e-12, "goodfellow2016, section 6.1", same);
        facts.within("line-w2", 0, 1e-12, "goodfellow2016, section 6.1", same);
        facts.within("line-b", 0.5, 1e-12, "goodfellow2016, section 6.1", same);
        var book = XorNet.book();
        int wrong = 0;
        for (int i = 0; i < 4; i++) {
            wrong += book.output(XorNet.INPUTS[i]) == XorNet.TARGETS[i] ? 0 : 1;
        }
        facts.value("book-wrong", wrong, "");
        facts.exactly("book-wrong", 0, "goodfellow2016, section 6.1", "small whole numbers, no rounding");
        facts.figure("fold", fold(book));
    }

    private static Plot fold(XorNet net) {
        var plot = Plot.of("Left the four corners of a square, two marked 1 on one diagonal and two marked 0 on the other."
                        + " Right the same after folding: both corners marked 1 lie on one point, and a line parts 0"
                        + " from 1.")
                .height(300).axis("x", "inputs on the left, hidden units on the right").ticks(List.of(), List.of())
                .axis("y", "second input or unit").limits(-0.5, 1.5).axis("color", "wanted");
        plot.layer("segment").columns("x", "y", "x2", "y2").row(4.25, -0.25, 6.25, 0.75).map("x", "x").map("y", "y")
                .map("xend", "x2").map("yend", "y2").set("linetype", "dashed");
        plot.layer("point").columns("x", "y", "wanted");
        for (int i = 0; i < 4; i++) {
            plot.row(XorNet.INPUTS[i][0], XorNet.INPUTS[i][1], Facts.number(XorNet.TARGETS[i]));
            var h = net.features(XorNet.INPUTS[i]);
            plot.row(4 + h[0], h[1], Facts.number(XorNet.TARGETS[i]));
        }
        plot.map("x", "x").map("y", "y").map("color", "wanted").set("size", 6);
        plot.layer("text").columns("x", "y", "label").map("x", "x").map("y", "y").map("label", "label").set("hjust", 0);
        var labels = List.of("0,0", "0,1", "1,0", "1,1");
        for (int i = 0; i < 4; i++) {
            plot.row(XorNet.INPUTS[i][0] + 0.1, XorNet.INPUTS[i][1] + 0.12, labels.get(i));
        }
        return plot.row(4.1, 0.12, "0,0").row(5.1, 0.12, "0,1 and 1,0").row(6.1, 1.12, "1,1");
    }

    // tag::runs[]
    /** How often runs from different first weights end where. */
    static Map<String, Integer> endings(int seeds, int hidden, int steps, double rate) {
        var ends = new TreeMap<String, Integer>();
        for (int seed = 0; seed < seeds; seed++) {
            var net = new XorNet(hidden, new Random(seed));
            for (int step = 0; step < steps; step++) {
                net.learn();
                net.step(rate);
            }
            ends.merge(ending(net), 1, Integer::sum);
        }
        return ends;
    }
    // end::runs[]

    private static void learned(Facts facts, int seeds, int hidden, int steps, double rate) {
        var ends = endings(seeds, hidden, steps, rate);
        var table = Table.of("where a run ended|%s", "runs|%d", "share|%.1f %%");
        for (var end : ends.entrySet()) {
            table.row(end.getKey(), end.getValue(), 100.0 * end.getValue() / seeds);
        }
        facts.value("solved", 100.0 * ends.getOrDefault("solved", 0) / seeds, "%");
        var wider = Table.of("units|%d", "solved|%.1f %%");
        for (int units = hidden; units <= 8 * hidden; units *= 2) {
            double solved = 100.0 * endings(seeds, units, steps, rate).getOrDefault("solved", 0) / seeds;
            wider.row(units, solved);
            facts.value("solved-" + units, solved, "%");
        }
        System.out.print(table.text() + "\n" + wider.text() + "\n");
    }

    // tag::ending[]
    /** Name the point where a run ended by its outputs. */
    static String ending(XorNet net) {
        double loss = net.learn();
        if (Double.isNaN(loss) || loss > 1) {
            return "diverged";
        }
        return loss < 1e-3 ? "solved"
                : Math.abs(loss - 0.25) < 2e-3 ? "stuck: mean of all four"
                : Math.abs(loss - 1.0 / 6) < 2e-3 ? "stuck: one right, mean of three"
                : Math.abs(loss - 0.125) < 2e-3 ? "stuck: two right, mean of two" : "still on its way";
    }
    // end::ending[]

    private static void shrinking(Facts facts, double decay) {
        double rate = 0.01;
        double[] curvatures = {0.05, 0.5, 2, 8};
        var table = Table.of("curvature|%.2f", "decay keeps|%.4f", "stopping keeps|%.4f", "difference|%.4f");
        var figure = Plot.of("Share of the way that is kept against curvature, logarithmic: weight decay and early stopping"
                        + " give two S curves that nearly coincide.")
                .logAxis("x", "curvature of the cost along a direction").axis("y", "share of the optimum that is kept")
                .limits(0, 1).axis("color", "method").columns("curvature", "share", "method")
                .map("x", "curvature").map("y", "share").map("color", "method");
        int steps = (int) Math.round(1 / (rate * decay)); // tau = 1 / (epsilon alpha)
        double worst = 0;
        for (double curvature : curvatures) {
            table.row(curvature, Quadratic.decayed(curvature, decay), Quadratic.stopped(curvature, rate, steps),
                    Quadratic.decayed(curvature, decay) - Quadratic.stopped(curvature, rate, steps));
            worst = Math.max(worst, Math.abs(Quadratic.descend(curvature, rate, decay, 100000)
                    - Quadratic.decayed(curvature, decay)));
            worst = Math.max(worst, Math.abs(Quadratic.descend(curvature, rate, 0, steps)
                    - Quadratic.stopped(curvature, rate, steps)));
        }
        double apart = 0;
        for (double curvature = 0.01; curvature < 101; curvature *= 1.2) {
            figure.row(curvature, Quadratic.decayed(curvature, decay), "weight decay");
            figure.row(curvature, Quadratic.stopped(curvature, rate, steps), "early stopping");
            apart = Math.max(apart, Math.abs(Quadratic.decayed(curvature, decay)
                    - Quadratic.stopped(curvature, rate, steps)));
        }
        facts.value("stop-after", steps, "");
        facts.value("apart", apart, "");
        facts.value("formula-error", worst, "");
        facts.atMost("formula-error", 1e-10, "goodfellow2016, sections 7.1.1 and 7.8", "formula against descent; rounding");
        facts.figure("shrinking", figure.layer("line").set("size", 1));
        System.out.print(table.text() + "\n");
    }

    private static void edge(Facts facts) {
        facts.value("below-edge", Math.abs(1 - Quadratic.descend(1, 1.99, 0, 2000)), "");
        facts.value("above-edge", Math.abs(1 - Quadratic.descend(1, 2.01, 0, 2000)), "");
        facts.atMost("below-edge", 1e-6, "goodfellow2016, chapter 8", "rate 1.99 over the curvature: converges");
        facts.atLeast("above-edge", 1e6, "goodfellow2016, chapter 8", "rate 2.01 over the curvature: diverges");
    }
}
