///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Descend into a quadratic bowl: when it converges, and how early stopping resembles weight decay.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES bowl/Bowl.java

import bowl.Bowl;

/** Weight decay, early stopping and the largest step, on the one loss where all three have a formula. */
class QuadraticBowl {
    // tag::factors[]
    /** Share of a direction that weight decay leaves. */
    static double decayed(double lambda, double alpha) {
        return lambda / (lambda + alpha);
    }

    /** Share of a direction that descent has covered when it is stopped. */
    static double stopped(double lambda, double rate, int steps) {
        return 1 - StrictMath.pow(1 - rate * lambda, steps);
    }
    // end::factors[]

    // tag::softmax[]
    /** Probabilities from scores, of whatever size these are. */
    static double[] softmax(double... scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        var p = new double[scores.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = StrictMath.exp(scores[i] - most);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }
    // end::softmax[]

    public static void main(String... argv) {
        var args = new Args("quadratic-bowl", "Descend into a quadratic bowl, stop early, or add weight decay.");
        var flat = args.real("flat", 0.1, 1e-3, 10, "curvature along the flat direction");
        var steep = args.real("steep", 2, 1e-3, 10, "curvature along the steep direction");
        var angle = args.real("angle", 30, 1, 40, "angle of the flat direction [degrees]");
        var rate = args.real("rate", 0.02, 1e-4, 0.09, "learning rate of the descent that is stopped");
        var steps = args.whole("steps", 2000, 10, 20000, "steps of that descent");
        args.read(argv);
        var facts = new Facts("quadratic-bowl");
        double[] lambda = {flat.getAsDouble(), steep.getAsDouble()};
        var bowl = new Bowl(lambda[0], lambda[1], angle.getAsDouble(), 1, 1);
        compare(facts, bowl, lambda, rate.getAsDouble(), steps.getAsInt());
        curves(facts);
        edge(facts, bowl, Math.max(lambda[0], lambda[1]));
        facts.value("softmax", softmax(1000, 1001, 1002)[2], "");
        facts.value("softmax-off", softmax(1000, 1001, 1002)[2] - softmax(0, 1, 2)[2], "");
        facts.exactly("softmax-off", 0, "goodfellow2016, 4.1", "adding a number to every score changes nothing");
        facts.finish();
    }

    /** Both paths from the origin to the best weights, matched by alpha = 1/(rate steps). */
    private static void compare(Facts facts, Bowl bowl, double[] lambda, double rate, int steps) {
        var table = Table.of("steps|%,d", "alpha|%.4f", "flat: stop|%.3f", "decay|%.3f", "steep: stop|%.3f",
                "decay|%.3f", "apart|%.3f");
        var paths = Plot.of("Two paths from the origin to the best weights at (1, 1). Both run along the steep"
                        + " direction first; the path of early stopping and that of weight decay lie close together.")
                .height(440).axis("x", "first weight").axis("y", "second weight").axis("color", "path")
                .columns("x", "y", "path").map("x", "x").map("y", "y").map("color", "path");
        double decayOff = 0;
        double stopOff = 0;
        double apart = 0;
        int next = 1;
        for (int step = 1; step <= steps; step = Math.max(step + 1, step * 5 / 4)) {
            double alpha = 1 / (rate * step);
            var stop = bowl.descend(rate, step);
            var decay = bowl.ridge(alpha);
            var stopShares = bowl.shares(stop);
            var decayShares = bowl.shares(decay);
            for (int i = 0; i < 2; i++) {
                decayOff = Math.max(decayOff, Math.abs(decayShares[i] - decayed(lambda[i], alpha)));
                stopOff = Math.max(stopOff, Math.abs(stopShares[i] - stopped(lambda[i], rate, step)));
            }
            double gap = Math.hypot(stop[0] - decay[0], stop[1] - decay[1]) / Math.sqrt(2);
            apart = Math.max(apart, gap);
            paths.row(stop[0], stop[1], "early stopping").row(decay[0], decay[1], "weight decay");
            if (step >= next || step * 5 / 4 > steps) {
                next *= 10;
                table.row(step, alpha, stopShares[0], decayShares[0], stopShares[1], decayShares[1], gap);
            }
        }
        System.out.print(table.text());
        facts.figure("paths", paths.layer("path").set("size", 1).layer("point").set("size", 2));
        facts.value("decay-off-e10", decayOff * 1e10, "");
        facts.value("stop-off-e10", stopOff * 1e10, "");
        facts.value("apart", 100 * apart, "%");
        facts.atMost("decay-off-e10", 1, "goodfellow2016, eq. 7.41", "an identity, up to rounding");
        facts.atMost("stop-off-e10", 1, "goodfellow2016, eq. 7.40", "an identity, up to rounding");
    }

    /** The two shares against lambda/alpha: at equal first order, never far apart, and never equal. */
    private static void curves(Facts facts) {
        var plot = Plot.of("Share kept against curvature over decay on a logarithmic axis: both curves rise from 0 to 1,"
                        + " early stopping above weight decay, with the widest gap near 2.5.")
                .logAxis("x", "curvature over decay, equal to rate x steps x curvature").axis("y", "share of the best weight")
                .axis("color", "method").columns("ratio", "share", "method").map("x", "ratio").map("y", "share")
                .map("color", "method");
        double widest = 0;
        double at = 0;
        for (int k = -200; k <= 200; k++) {
            double ratio = StrictMath.pow(10, k / 100.0);
            double stop = 1 - StrictMath.exp(-ratio);
            double decay = decayed(ratio, 1);
            at = stop - decay > widest ? ratio : at;
            widest = Math.max(widest, stop - decay);
            plot.row(ratio, stop, "early stopping, small steps").row(ratio, decay, "weight decay");
        }
        facts.figure("curves", plot.layer("line").set("size", 1));
        facts.value("widest", 100 * widest, "%");
        facts.value("widest-at", at, "");
        facts.value("small-ratio", stopped(1e-3, 1e-3, 10_000) / decayed(1e-3, 0.1), "");
        facts.within("small-ratio", 1, 0.01, "goodfellow2016, eq. 7.44", "half of lambda/alpha, which is 0.01 here");
    }

    /** One percent below and above the largest step. */
    private static void edge(Facts facts, Bowl bowl, double most) {
        double below = bowl.distance(bowl.descend(1.99 / most, 2000));
        double beyond = bowl.distance(bowl.descend(2.01 / most, 2000));
        facts.value("edge", 2 / most, "");
        facts.value("below-edge-e9", below * 1e9, "");
        facts.value("beyond-edge-e6", beyond / 1e6, "");
        facts.value("below-step", StrictMath.pow(below / bowl.distance(bowl.descend(1.99 / most, 1900)), 0.01), "");
        facts.value("beyond-step", StrictMath.pow(beyond / bowl.distance(bowl.descend(2.01 / most, 1900)), 0.01), "");
        facts.atMost("below-step", 1, "goodfellow2016, eq. 7.40", "|1 - rate lambda| is 0.99: every step comes nearer");
        facts.atLeast("beyond-step", 1, "goodfellow2016, eq. 7.40", "|1 - rate lambda| is 1.01: every step leads away");
    }
}
