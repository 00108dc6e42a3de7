///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Parse Weld, fuse the loops of two libraries into one, compile to Java, and count the bytes that move.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES inmemory/Source.java weld/Check.java weld/Compiled.java weld/Expr.java weld/Frames.java weld/Interpreter.java
//SOURCES weld/JavaCode.java weld/Lazy.java weld/Names.java weld/Optimizer.java weld/Parser.java weld/Scalars.java
//SOURCES weld/Traffic.java weld/Type.java weld/Vectors.java weld/Vertical.java

import inmemory.Source;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import weld.Compiled;
import weld.Expr;
import weld.Frames;
import weld.Interpreter;
import weld.Lazy;
import weld.Optimizer;
import weld.Parser;
import weld.Traffic;
import weld.Vectors;

/** The crime index of Weld's own example: ten calls to two libraries, one loop. */
class MiniWeld {
    // tag::workflow[]
    /** As a user writes it; no call knows what the next one will be. */
    static Lazy.Workflow crimeIndex(double[][] cities, double threshold) {
        var total = Lazy.of("total", cities[0]);
        var adult = Lazy.of("adult", cities[1]);
        var robberies = Lazy.of("robberies", cities[2]);
        var big = Frames.greater(total, threshold);
        var dot = Vectors.weighted(Frames.where(total, big), Frames.where(adult, big),
                Frames.where(robberies, big), 1, 2, -2000);
        var capped = Vectors.assignWhere(Vectors.divide(dot, 1e5), ">=", 0.02, 0.032);
        var index = Vectors.assignWhere(capped, "<", 0.01, 0.005);
        return Lazy.workflow(Vectors.sum(index), Vectors.max(index));
    }
    // end::workflow[]

    /** Columns of made-up cities: inhabitants, adults, robberies. */
    static double[][] cities(int n, long seed) {
        var random = new SplittableRandom(seed);
        var columns = new double[3][n];
        for (int i = 0; i < n; i++) {
            columns[0][i] = Math.rint(200_000 + 1_800_000 * random.nextDouble());
            columns[1][i] = Math.rint(columns[0][i] * (0.6 + 0.2 * random.nextDouble()));
            columns[2][i] = Math.rint(columns[0][i] * 0.003 * random.nextDouble());
        }
        return columns;
    }

    /** The same index by a plain loop, for comparison: sum, largest, and rows kept. */
    static double[] byHand(double[][] cities, double threshold) {
        double sum = 0;
        double max = Double.NEGATIVE_INFINITY;
        int kept = 0;
        for (int i = 0; i < cities[0].length; i++) {
            if (cities[0][i] > threshold) {
                double index = (cities[0][i] * 1.0 + cities[1][i] * 2.0 + cities[2][i] * -2000.0) / 1e5;
                index = index >= 0.02 ? 0.032 : index;
                index = index < 0.01 ? 0.005 : index;
                sum += index;
                max = Math.max(max, index);
                kept++;
            }
        }
        return new double[] {sum, max, kept};
    }

    /** Compiled where the JDK brings a compiler, interpreted where not; the same answer either way. */
    static BiFunction<Traffic, Object[], Object[]> runner(Expr.Program program) {
        if (!Source.compiles()) {
            return (traffic, inputs) -> (Object[]) Interpreter.run(program, traffic, inputs);
        }
        var compiled = Compiled.of(program);
        return (traffic, inputs) -> (Object[]) compiled.run(traffic, inputs);
    }

    private static final String[] PLANS = {"library calls", "vertical fusion", "horizontal fusion", "both"};

    public static void main(String... argv) {
        var args = new Args("mini-weld", "Fuse the calls of two libraries into one loop and count what it saves.");
        var n = args.whole("cities", 100_000, 1, 2_000_000, "rows of the table");
        var threshold = args.real("threshold", 500_000, 0, 3e6, "inhabitants that make a city big");
        var seed = args.whole("seed", 1, 0, 1_000_000, "of the made-up cities");
        var java = args.flag("java", "print the generated Java as well");
        args.read(argv);
        var cities = cities(n.getAsInt(), seed.getAsInt());
        var want = byHand(cities, threshold.getAsDouble());
        var workflow = crimeIndex(cities, threshold.getAsDouble());
        var program = Parser.parse(workflow.text());
        var facts = new Facts("mini-weld");
        var table = Table.of("plan|%s", "loops|%d", "MB read|%.2f", "MB written|%.2f");
        var figure = Plot.of("Stacked bars of megabytes for four plans: library calls move most, both fusions together"
                        + " only read the three columns once.")
                .axis("x", "").axis("y", "moved through memory [MB]").axis("fill", "direction")
                .columns("plan", "mb", "direction").map("x", "plan").map("y", "mb").map("fill", "direction");
        double wrong = 0;
        var moved = new double[4];
        for (int plan = 0; plan < 4; plan++) {
            var optimized = Optimizer.optimize(program, plan % 2 == 1, plan >= 2);
            var traffic = new Traffic();
            var got = runner(optimized).apply(traffic, workflow.inputs());
            wrong += (Double) got[0] == want[0] && (Double) got[1] == want[1] ? 0 : 1;
            table.row(PLANS[plan], traffic.loops, traffic.read / 1e6, traffic.written / 1e6);
            figure.row(PLANS[plan], traffic.read / 1e6, "read").row(PLANS[plan], traffic.written / 1e6, "written");
            var key = List.of("calls", "vertical", "horizontal", "both").get(plan);
            facts.value("loops-" + key, traffic.loops, "");
            moved[plan] = traffic.bytes();
            facts.value("bytes-" + key, traffic.bytes() / 1e6, "MB");
            if (plan == 3) {
                facts.value("written-both", traffic.written, "byte");
                System.out.print(optimized + "\n\n");
                System.out.print(java.getAsBoolean() ? Compiled.source(optimized) + "\n" : "");
            }
        }
        facts.value("rows", n.getAsInt(), "");
        facts.value("calls", workflow.text().lines().filter(line -> line.startsWith("let")).count(), "");
        facts.value("kept", want[2] / n.getAsInt(), "");
        facts.value("sum", want[0], "");
        facts.value("reduction", moved[0] / moved[3], "");
        facts.value("model-reduction", 1.5 + 5 * want[2] / n.getAsInt(), "");
        facts.value("wrong", wrong, "");
        facts.exactly("wrong", 0, "weld-arxiv, abstract", "a plan changes the cost, never a bit of the result");
        facts.exactly("loops-both", 1, "weld-repo, docs/tutorial.md", "several loops over some data become one");
        facts.exactly("written-both", 0, "weld-repo, docs/tutorial.md", "a fused loop stores no vector on the way");
        facts.figure("bytes", figure.layer("bar").set("stat", "identity").set("width", 0.7));
        System.out.print(table.text() + "\n");
        facts.finish();
    }
}
