///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Time the crime index as library calls, with each fusion alone, with both, and as a loop by hand.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES MiniWeld.java

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import weld.Optimizer;
import weld.Parser;
import weld.Traffic;

/** What fusing gains on this machine; the same generator writes the Java of all plans, so only the plan differs. */
class WeldGain {
    // tag::time[]
    /** Best time of each plan in ms; all take turns, so a busy machine hits all alike. */
    static double[] millis(int rounds, List<Supplier<Object>> plans) {
        var best = new double[plans.size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int round = -rounds; round < rounds; round++) { // <1>
            for (int plan = 0; plan < best.length; plan++) {
                long start = System.nanoTime();
                sink = plans.get(plan).get();
                double ms = (System.nanoTime() - start) / 1e6;
                best[plan] = round < 0 ? best[plan] : Math.min(best[plan], ms);
            }
        }
        return best;
    }
    // end::time[]

    private static Object sink; // keeps results alive, so that the compiler may not drop the work

    public static void main(String... argv) {
        var args = new Args("weld-gain", "Time library calls against fused loops.");
        var n = args.whole("cities", 1_000_000, 1000, 2_000_000, "rows of the table");
        var rounds = args.whole("rounds", 20, 1, 50, "timings, after as many to warm up");
        var threshold = args.real("threshold", 500_000, 0, 3e6, "inhabitants that make a city big");
        args.read(argv);
        var cities = MiniWeld.cities(n.getAsInt(), 1);
        var workflow = MiniWeld.crimeIndex(cities, threshold.getAsDouble());
        var program = Parser.parse(workflow.text());
        var facts = new Facts("weld-gain");
        var table = Table.of("plan|%s", "loops|%d", "time [ms]|%.2f", "moved [GB/s]|%.1f", "gain|%.1f");
        var figure = Plot.of("Bars of time for five ways to compute the index: library calls are slowest, both fusions"
                        + " together come near the loop by hand.")
                .axis("x", "").axis("y", "time [ms]").columns("plan", "ms").map("x", "plan").map("y", "ms");
        var names = new String[] {"library calls", "vertical", "horizontal", "both", "by hand"};
        var plans = new ArrayList<Supplier<Object>>();
        var traffic = new Traffic[4];
        for (int plan = 0; plan < 4; plan++) {
            var run = MiniWeld.runner(Optimizer.optimize(program, plan % 2 == 1, plan >= 2));
            traffic[plan] = new Traffic();
            run.apply(traffic[plan], workflow.inputs());
            plans.add(() -> run.apply(new Traffic(), workflow.inputs()));
        }
        plans.add(() -> MiniWeld.byHand(cities, threshold.getAsDouble()));
        var ms = millis(rounds.getAsInt(), plans);
        for (int plan = 0; plan < 5; plan++) {
            var name = names[plan].replace(' ', '-');
            var rate = plan < 4 ? (Object) (traffic[plan].bytes() / ms[plan] / 1e6) : "";
            table.row(names[plan], plan < 4 ? traffic[plan].loops : 1, ms[plan], rate, ms[0] / ms[plan]);
            figure.row(names[plan], ms[plan]);
            facts.value("ms-" + name, ms[plan], "ms");
            facts.value("gain-" + name, ms[0] / ms[plan], "");
        }
        facts.atLeast("gain-both", 1, "weld-arxiv, abstract", "published up to 29 times; how much is a matter of machine");
        facts.figure("gain", figure.layer("bar").set("stat", "identity").set("width", 0.6));
        System.out.print(table.text() + "\n");
        facts.finish();
    }
}
