///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Plan the brackets of Hyperband and search with them: on formulas, and on nets that really train.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES hyperband/Bracket.java hyperband/Arm.java hyperband/Search.java hyperband/Curve.java hyperband/SpiralNet.java

import hyperband.Arm;
import hyperband.Bracket;
import hyperband.Curve;
import hyperband.Search;
import hyperband.SpiralNet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Hyperband, the reading of the course that no other chapter treats. */
class Cs294Hyperband {
    /** What a configuration may get at most, the factor between rungs, and how often searches are repeated. */
    record Setting(int resource, int eta, double noise, int repeats, int seed) {}

    // tag::hyperband[]
    /** Run every bracket, from the boldest to plain random search. */
    static Search hyperband(Setting setting, Supplier<Arm> source) {
        var search = new Search();
        for (var bracket : Bracket.plan(setting.resource(), setting.eta())) {
            search.halve(bracket, source);
        }
        return search;
    }

    /** Random search that may spend as much. */
    static Search random(Setting setting, double budget, Supplier<Arm> source) {
        var search = new Search();
        search.random(setting.resource(), budget, source);
        return search;
    }
    // end::hyperband[]

    public static void main(String... argv) {
        var args = new Args("cs294-hyperband", "Plan the brackets of Hyperband and search with them.");
        var resource = args.whole("resource", 81, 2, 243, "most units of resource for one configuration");
        var eta = args.whole("eta", 3, 2, 9, "factor between rungs; one in eta survives");
        var epochs = args.whole("epochs", 5, 1, 20, "epochs of the net in one unit");
        var noise = args.real("noise", 0.03, 0, 1, "deviation of the noise on a learning curve");
        var repeats = args.whole("repeats", 200, 10, 1000, "searches on learning curves to average over");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of configurations, noise and nets");
        args.read(argv);
        var facts = new Facts("cs294-hyperband");
        var setting = new Setting(resource.getAsInt(), eta.getAsInt(), noise.getAsDouble(), repeats.getAsInt(),
                seed.getAsInt());
        brackets(facts, setting, argv.length == 0);
        curves(facts, setting);
        spirals(facts, setting, epochs.getAsInt());
        if (argv.length == 0) {
            facts.atMost("regret-ratio", 1, "li2018, abstract", "the same units, spent on the promising ones");
            facts.atMost("spiral-ratio", 1, "li2018, abstract", "the same units, spent on the promising ones");
            facts.atMost("gradient-error-e9", 1000, "goodfellow2016, chapter 11", "central differences of width 1e-6");
        }
        facts.finish();
    }

    private static void brackets(Facts facts, Setting setting, boolean paper) {
        var plan = Bracket.plan(setting.resource(), setting.eta());
        var printed = Bracket.printed(setting.resource(), setting.eta());
        var table = Table.of("s|%d", "configurations (units each)|%s", "cost|%.0f", "resumed|%.0f",
                "Table 1|%d");
        var ticks = plan.get(0).rungs().stream().map(Bracket.Rung::resource).toList();
        var counts = plan.get(0).rungs().stream().map(Bracket.Rung::configurations).toList();
        var plot = Plot.of("Configurations against the units that each has had, on logarithmic axes: one falling line per"
                        + " bracket, the boldest from many configurations with little to one with the most.")
                .logAxis("x", "units of resource per configuration").limits(ticks.get(0) * 0.8, setting.resource() * 1.25)
                .ticks(ticks, ticks.stream().map(r -> Facts.number(Math.rint(10 * r) / 10)).toList())
                .logAxis("y", "configurations").limits(0.8, counts.get(0) * 1.25)
                .ticks(counts, counts.stream().map(String::valueOf).toList())
                .axis("color", "bracket s").columns("r", "n", "s").map("x", "r").map("y", "n").map("color", "s");
        double dearest = 0;
        int evaluations = 0;
        for (int k = 0; k < plan.size(); k++) {
            var bracket = plan.get(k);
            table.row(bracket.s(), bracket.rungs().stream().map(Cs294Hyperband::rung).collect(Collectors.joining(" ")),
                    bracket.cost(), bracket.resumed(), printed.get(k).rungs().get(0).configurations());
            bracket.rungs().stream().filter(rung -> rung.configurations() > 0)
                    .forEach(rung -> plot.row(rung.resource(), rung.configurations(), "s = " + bracket.s()));
            dearest = Math.max(dearest, bracket.cost());
            evaluations += printed.get(k).evaluations();
            facts.value("n-" + bracket.s(), bracket.rungs().get(0).configurations(), "");
            facts.value("cost-" + bracket.s(), bracket.cost(), "");
            facts.value("printed-" + bracket.s(), printed.get(k).rungs().get(0).configurations(), "");
        }
        System.out.print(table.text() + "\n");
        facts.value("dearest", dearest, "");
        facts.atMost("dearest", (double) plan.size() * setting.resource(), "li2018, Algorithm 1",
                "a bracket has B = (largest s + 1) R to spend");
        double cost = plan.stream().mapToDouble(Bracket::cost).sum();
        facts.value("budget", plan.size() * setting.resource(), "");
        facts.value("cost", cost, "");
        facts.value("printed-cost", printed.stream().mapToDouble(Bracket::cost).sum(), "");
        facts.value("saved", 100 * (1 - plan.stream().mapToDouble(Bracket::resumed).sum() / cost), "%");
        facts.value("printed-evaluations", evaluations, "");
        facts.figure("brackets", plot.layer("line").set("size", 1).layer("point").set("size", 3));
        if (paper) {
            int[] n = {5, 8, 15, 34, 81};
            int[] starts = {5, 6, 9, 27, 81};
            for (int s = 0; s < 5; s++) {
                facts.exactly("n-" + s, n[s], "smac-977, pseudocode", "whole numbers");
                facts.exactly("printed-" + s, starts[s], "li2018, Table 1", "whole numbers");
            }
            facts.exactly("printed-evaluations", 187, "nni-1567", "the sum of the table, as a reader added it up");
        }
    }

    private static String rung(Bracket.Rung rung) {
        return rung.configurations() + " (" + Facts.number(Math.rint(10 * rung.resource()) / 10) + ")";
    }

    /** Mean regret of both searches against units spent, on learning curves by formula. */
    private static void curves(Facts facts, Setting setting) {
        var plan = Bracket.plan(setting.resource(), setting.eta());
        double budget = plan.stream().mapToDouble(Bracket::resumed).sum();
        var won = new double[plan.size()];
        double first = 0;
        int grid = 60;
        var regret = new double[2][grid + 1];
        for (int repeat = 0; repeat < setting.repeats(); repeat++) {
            long seed = setting.seed() * 1000003L + repeat;
            var one = new Random(seed);
            var other = new Random(seed);
            var searches = List.of(hyperband(setting, () -> new Curve(setting.resource(), setting.noise(), one)),
                    random(setting, budget, () -> new Curve(setting.resource(), setting.noise(), other)));
            first += searches.get(0).choice(plan.get(0).resumed()).arm().worth();
            won[bracket(plan, searches.get(0).choice().spent())] += 100.0 / setting.repeats();
            for (int i = 0; i < 2; i++) {
                for (int g = 1; g <= grid; g++) {
                    var choice = searches.get(i).choice(StrictMath.pow(budget, g / (double) grid));
                    regret[i][g] += (choice == null ? 1 : choice.arm().worth()) / setting.repeats();
                }
            }
        }
        var plot = Plot.of("Mean regret against units spent: Hyperband falls faster than random search and stays below.")
                .logAxis("x", "units of resource spent").logAxis("y", "regret: full loss of the choice")
                .axis("color", "search").columns("units", "regret", "search").map("x", "units").map("y", "regret")
                .map("color", "search");
        double needed = budget;
        for (int g = grid; g >= 1; g--) {
            double units = StrictMath.pow(budget, g / (double) grid);
            plot.row(units, regret[0][g], "Hyperband").row(units, regret[1][g], "random search");
            needed = regret[0][g] <= regret[1][grid] ? units : needed;
        }
        facts.figure("regret", plot.layer("line").set("size", 1));
        for (int k = 0; k < plan.size(); k++) {
            facts.value("won-" + plan.get(k).s(), won[k], "%");
        }
        facts.value("repeats", setting.repeats(), "");
        facts.value("first-spent", plan.get(0).resumed(), "");
        facts.value("regret-first", first / setting.repeats(), "");
        facts.value("spent", budget, "");
        facts.value("regret-hyperband", regret[0][grid], "");
        facts.value("regret-random", regret[1][grid], "");
        facts.value("regret-ratio", regret[0][grid] / regret[1][grid], "");
        facts.value("needed", needed, "");
    }

    /** Which bracket was at work when this much had been spent. */
    private static int bracket(List<Bracket> plan, double spent) {
        int k = 0;
        for (double sum = plan.get(0).resumed(); sum < spent - 1e-6; sum += plan.get(k).resumed()) {
            k++;
        }
        return k;
    }

    /** Both searches on nets that train. */
    private static void spirals(Facts facts, Setting setting, int epochs) {
        double budget = Bracket.plan(setting.resource(), setting.eta()).stream().mapToDouble(Bracket::resumed).sum();
        var points = SpiralNet.spirals(30, new Random(setting.seed()));
        var fresh = SpiralNet.spirals(60, new Random(setting.seed() + 4711L));
        var table = Table.of("search|%s", "units|%.0f", "fresh loss|%.3f", "right|%.1f %%", "rate|%.3f", "decay|%.6f",
                "first weights|%.3f");
        facts.value("fresh", fresh.length, "");
        var seen = new double[2];
        for (int i = 0; i < 2; i++) {
            var random = new Random(setting.seed());
            Supplier<Arm> source = () -> new SpiralNet(SpiralNet.Setting.draw(random), points, fresh, epochs, random);
            var search = i == 0 ? hyperband(setting, source) : random(setting, budget, source);
            var net = (SpiralNet) search.choice().arm();
            seen[i] = search.choice().seen();
            var drawn = net.setting();
            table.row(i == 0 ? "Hyperband" : "random", search.spent(), seen[i], 100 * net.accuracy(), drawn.rate(),
                    drawn.decay(), drawn.deviation());
            facts.value(i == 0 ? "spiral-hyperband" : "spiral-random", 100 * net.accuracy(), "%");
            facts.value(i == 0 ? "spiral-units" : "random-units", search.spent(), "");
            if (i == 0) {
                facts.value("gradient-error-e9", net.gradientError(1e-6) * 1e9, "");
            }
        }
        System.out.print(table.text());
        facts.value("spiral-ratio", seen[0] / seen[1], "");
    }
}
