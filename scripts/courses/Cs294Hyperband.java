///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Hyperband: its brackets, a race against random search on drawn learning curves, and a net to tune.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES hyperband/Brackets.java hyperband/Search.java spiral/Spiral.java spiral/Classifier.java

import hyperband.Brackets;
import hyperband.Search;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import spiral.Classifier;
import spiral.Spiral;

/** The reading of 20 February, run: how to look at many settings without training them all to the end. */
class Cs294Hyperband {
    /** Neighbouring seeds of {@link Random} give neighbouring first numbers; a product drives them apart. */
    static long scattered(long seed) {
        return (seed + 1) * 0x9E3779B97F4A7C15L;
    }

    // tag::curve[]
    /** A learning curve: where it ends, how fast it gets there, and noise on every look. */
    record Curve(double end, double pace, double noise, Random random) implements Search.Trial {
        static Curve draw(long seed, double noise) {
            var random = new Random(scattered(seed));
            return new Curve(random.nextDouble(), 1 + 29 * random.nextDouble(), noise, random);
        }

        @Override
        public double loss(double resource) {
            return end + (1 - end) * StrictMath.exp(-resource / pace) + noise * random.nextGaussian();
        }
    }
    // end::curve[]

    // tag::net[]
    /** The spiral net with its own rate, decay and width; a unit is ten steps. */
    static final class Tuned implements Search.Trial {
        final double rate;
        final double decay;
        final int hidden;
        private final Classifier net;
        private final Spiral seen;
        private final Spiral fresh;
        private int steps;

        Tuned(long seed, Spiral seen, Spiral fresh) {
            var random = new Random(scattered(seed));
            rate = StrictMath.pow(10, -3 + 4 * random.nextDouble());
            decay = StrictMath.pow(10, -6 + 5 * random.nextDouble());
            hidden = 4 + random.nextInt(29);
            net = new Classifier(hidden, seen.classes(), random);
            this.seen = seen;
            this.fresh = fresh;
        }

        @Override
        public double loss(double resource) {
            for (; steps < 10 * resource; steps++) {
                net.learn(seen, decay);
                net.step(rate);
            }
            double loss = net.learn(fresh, 0); // also fills slopes, which the next step overwrites
            return Double.isNaN(loss) ? Double.MAX_VALUE : loss;
        }
    }
    // end::net[]

    public static void main(String... argv) {
        var args = new Args("cs294-hyperband", "Hyperband: its brackets, a race, and a net to tune.");
        var max = args.whole("max", 81, 2, 243, "units of training of one setting at most (R)");
        var eta = args.whole("eta", 3, 2, 5, "one in eta goes on");
        var repeats = args.whole("repeats", 300, 10, 2000, "races on drawn learning curves");
        var noise = args.real("noise", 0.02, 0, 1, "deviation of the noise on a loss");
        var seed = args.whole("seed", 1, 0, 99999, "of everything");
        args.read(argv);
        var facts = new Facts("cs294-hyperband");
        double budget = brackets(facts, max.getAsInt(), eta.getAsInt());
        race(facts, max.getAsInt(), eta.getAsInt(), budget, repeats.getAsInt(), noise.getAsDouble(), seed.getAsInt());
        tune(facts, max.getAsInt(), eta.getAsInt(), budget, seed.getAsInt());
        if (argv.length == 0) {
            published(facts);
        }
        facts.finish();
    }

    private static void published(Facts facts) {
        double[] algorithm = {5, 8, 15, 34, 81};
        double[] table = {5, 6, 9, 27, 81};
        for (int s = 0; s <= 4; s++) {
            facts.exactly("start-" + s, algorithm[s], "smac3-977, pseudocode variant", "a count");
            facts.exactly("early-" + s, table[s], "smac3-977, example table", "a count");
        }
        facts.atLeast("advantage", 1, "li2018, abstract", "better than random search for the same budget: a trend");
    }

    private static double brackets(Facts facts, int max, int eta) {
        var table = Table.of("bracket|%d", "settings x units, round by round|%s", "cost|%,.0f", "rounded early|%,d");
        var figure = Plot.of("Bars per bracket: the most eager bracket starts many settings and ends with one; the most"
                        + " patient trains five to the end.")
                .logAxis("x", "units of training of one setting").logAxis("y", "settings in the round").limits(0.8, 120)
                .axis("color", "bracket").columns("units", "settings", "bracket").map("x", "units").map("y", "settings")
                .map("color", "bracket");
        double total = 0;
        int settings = 0;
        for (int s = Brackets.eager(max, eta); s >= 0; s--) {
            var rounds = Brackets.rounds(max, eta, s, false);
            var text = rounds.stream()
                    .map(r -> String.format(Locale.ROOT, "%d x %.4s", r.settings(), Facts.number(r.resource())))
                    .collect(Collectors.joining(", "));
            table.row(s, text, Brackets.cost(rounds), Brackets.start(max, eta, s, true));
            facts.value("start-" + s, Brackets.start(max, eta, s, false), "");
            facts.value("early-" + s, Brackets.start(max, eta, s, true), "");
            facts.value("cost-" + s, Brackets.cost(rounds), "");
            facts.value("early-cost-" + s, Brackets.cost(Brackets.rounds(max, eta, s, true)), "");
            total += Brackets.cost(rounds);
            settings += rounds.get(0).settings();
            for (var round : rounds) {
                figure.row(round.resource(), round.settings(), Integer.toString(s));
            }
        }
        facts.value("total", total, "");
        facts.value("settings", settings, "");
        facts.value("full-runs", total / max, "");
        facts.figure("brackets", figure.layer("line").set("size", 1).layer("point").set("size", 4));
        System.out.print(table.text() + "\n");
        return total;
    }

    // tag::race[]
    private static void race(Facts facts, int max, int eta, double budget,
            int repeats, double noise, int seed) {
        double[] regret = new double[2];
        int wins = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            long base = 1_000_000L * seed + 1000L * repeat;
            var banded = new Search(i -> Curve.draw(base + i, noise));
            banded.hyperband(max, eta);
            var blind = new Search(i -> Curve.draw(base + i, noise)); // <1>
            blind.random(max, budget);
            double a = Curve.draw(base + banded.best().number(), 0).loss(max);
            double b = Curve.draw(base + blind.best().number(), 0).loss(max);
            regret[0] += a / repeats;
            regret[1] += b / repeats;
            wins += a < b ? 1 : 0;
        }
        // end::race[]
        facts.value("regret-hyperband", regret[0], "");
        facts.value("regret-random", regret[1], "");
        facts.value("advantage", regret[1] / regret[0], "");
        facts.value("wins", 100.0 * wins / repeats, "%");
        System.out.printf(Locale.ROOT, "mean loss found in %d races: hyperband %.4f, random search %.4f\n\n", repeats,
                regret[0], regret[1]);
    }

    private static void tune(Facts facts, int max, int eta, double budget, int seed) {
        var seen = Spiral.draw(3, 40, 0.2, new Random(seed));
        var fresh = Spiral.draw(3, 40, 0.2, new Random(seed + 1L));
        var banded = new Search(i -> new Tuned(seed + 100L + i, seen, fresh));
        banded.hyperband(max, eta);
        var blind = new Search(i -> new Tuned(seed + 100L + i, seen, fresh));
        blind.random(max, budget);
        var table = Table.of("search|%s", "loss on fresh points|%.3f", "rate|%.3f", "decay|%.1e", "units|%d");
        var figure = Plot.of("Best loss so far against training spent: hyperband has one good setting after its first"
                        + " bracket; random search goes down in steps.")
                .axis("x", "units of training spent").axis("y", "best loss on fresh points").axis("color", "search")
                .columns("spent", "loss", "search").map("x", "spent").map("y", "loss").map("color", "search");
        for (var search : java.util.List.of(banded, blind)) {
            var name = search == banded ? "hyperband" : "random";
            var tuned = new Tuned(seed + 100L + search.best().number(), seen, fresh);
            table.row(name, search.best().loss(), tuned.rate, tuned.decay, tuned.hidden);
            facts.value("tuned-" + name, search.best().loss(), "");
            search.history().forEach(best -> figure.row(best.spent(), best.loss(), name));
        }
        facts.figure("tuning", figure.layer("step").set("size", 1).layer("point").set("size", 3));
        System.out.print(table.text() + "\n");
    }
}
