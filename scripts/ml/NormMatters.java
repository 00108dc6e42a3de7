///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Show that weight decay behind batch norm is a learning rate, and measure norms other than L2.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES normmatters/NormalizedUnit.java normmatters/Half.java

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import normmatters.Half;
import normmatters.NormalizedUnit;

/** What the norm of the weights does behind batch normalization, and what else could divide by. */
class NormMatters {
    // tag::constants[]
    /** E|x| of a normal variable is sigma times the inverse of this. */
    static final double L1 = Math.sqrt(Math.PI / 2);

    /** The authors' constant for the largest of n absolute deviations. */
    static double max(int n) {
        return 0.5 * (1 + Math.sqrt(Math.PI * StrictMath.log(4)))
                / Math.sqrt(2 * StrictMath.log(n));
    }
    // end::constants[]

    // tag::ratios[]
    /** Deviation by L1, by the maximum and by the ten largest, over that by L2. */
    static double[] ratios(double[] x) {
        int n = x.length;
        double mean = Arrays.stream(x).sum() / n;
        var off = Arrays.stream(x).map(v -> Math.abs(v - mean)).sorted().toArray();
        double l2 = Math.sqrt(Arrays.stream(off).map(v -> v * v).sum() / n);
        double l1 = Arrays.stream(off).sum() / n;
        double top = Arrays.stream(off).skip(n - 10).sum() / 10;
        return new double[] {L1 * l1 / l2, max(n) * off[n - 1] / l2, max(n) * top / l2};
    }
    // end::ratios[]

    /** Four runs of plain gradient descent from one start. */
    static final class Race {
        final double[][] w = new double[4][];
        final double[] farthest = new double[4];
        double worstProduct;

        // tag::race[]
        /** One step of all: decay, none, corrected as printed, corrected exactly. */
        void step(NormalizedUnit unit, double rate, double decay) {
            double decayed = NormalizedUnit.dot(w[0], w[0]);
            for (int run = 0; run < 4; run++) {
                double norm = NormalizedUnit.dot(w[run], w[run]);
                double corrected = run == 2 ? norm / decayed // <1>
                        : run == 3 ? norm / decayed / (1 - rate * decay) : 1; // <2>
                var gradient = unit.gradient(w[run]);
                double product = Math.abs(NormalizedUnit.dot(w[run], gradient));
                worstProduct = Math.max(worstProduct, product);
                if (run == 0) {
                    NormalizedUnit.add(-rate * decay, w[0].clone(), w[0]);
                }
                NormalizedUnit.add(-rate * corrected, gradient, w[run]);
            }
            for (int run = 1; run < 4; run++) {
                farthest[run] = Math.max(farthest[run], NormalizedUnit.apart(w[0], w[run]));
            }
        }
        // end::race[]

        Race(int features, Random random) {
            var start = random.doubles(features).map(v -> random.nextGaussian()).toArray();
            for (int run = 0; run < 4; run++) {
                w[run] = start.clone();
            }
        }
    }

    // tag::bounded[]
    /** Descend on v with w = rho v / |v|; returns the largest deviation of |w| from rho. */
    static double bounded(
            NormalizedUnit unit, double rho, double rate, int steps, double[] v) {
        double worst = 0;
        for (int step = 0; step < steps; step++) {
            var w = new double[v.length];
            NormalizedUnit.add(rho / NormalizedUnit.norm(v), v, w);
            worst = Math.max(worst, Math.abs(NormalizedUnit.norm(w) - rho));
            NormalizedUnit.add(-rate * rho / NormalizedUnit.norm(v), unit.gradient(w), v); // <1>
        }
        return worst;
    }
    // end::bounded[]

    public static void main(String... argv) {
        var args = new Args("norm-matters", "Show that weight decay behind batch norm is a learning rate.");
        var rate = args.real("rate", 0.1, 1e-4, 0.2, "learning rate");
        var decay = args.real("decay", 0.005, 0, 0.1, "weight decay");
        var steps = args.whole("steps", 2000, 10, 5000, "steps of gradient descent");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of data, weights and batches");
        args.read(argv);
        var facts = new Facts("norm-matters");
        descend(facts, rate.getAsDouble(), decay.getAsDouble(), steps.getAsInt(), seed.getAsInt());
        norms(facts, seed.getAsInt());
        overflow(facts, seed.getAsInt());
        facts.finish();
    }

    private static void descend(Facts facts, double rate, double decay, int steps, int seed) {
        System.out.print(steps + " steps of four runs\n\n");
        var random = new Random(seed);
        var unit = new NormalizedUnit(256, 20, random);
        var race = new Race(20, random);
        var names = List.of("weight decay", "no decay", "corrected as printed", "corrected exactly");
        var lengths = Plot.of("Length of the weights over the steps: with decay it stays bounded, in the three other runs"
                        + " it grows and never shrinks.")
                .axis("x", "step").axis("y", "length of w").axis("color", "run")
                .columns("step", "length", "run").map("x", "step").map("y", "length").map("color", "run");
        var distance = Plot.of("Distance of the directions from the run with decay, on a logarithmic axis: without"
                        + " correction large, with the printed one small, with the exact one at rounding.")
                .axis("x", "step").logAxis("y", "distance of directions from the run with decay").axis("color", "run")
                .columns("step", "distance", "run").map("x", "step").map("y", "distance").map("color", "run");
        for (int step = 1; step <= steps; step++) {
            race.step(unit, rate, decay);
            for (int run = 0; run < 4 && step % Math.max(1, steps / 100) == 0; run++) {
                lengths.row(step, NormalizedUnit.norm(race.w[run]), names.get(run));
                if (run > 0) {
                    distance.row(step, Math.max(1e-17, NormalizedUnit.apart(race.w[0], race.w[run])), names.get(run));
                }
            }
        }
        var table = Table.of("gradient descent with|%s", "length of w at the end|%.3f", "farthest from decay|%s");
        for (int run = 0; run < 4; run++) {
            table.row(names.get(run), NormalizedUnit.norm(race.w[run]), run == 0 ? ""
                    : String.format(Locale.ROOT, "%.1e", race.farthest[run]));
        }
        System.out.print(table.text() + "\n");
        facts.figure("lengths", lengths.layer("line").set("size", 1));
        facts.figure("distance", distance.layer("line").set("size", 1));
        facts.value("length-decay", NormalizedUnit.norm(race.w[0]), "");
        facts.value("length-none", NormalizedUnit.norm(race.w[1]), "");
        facts.value("apart-none", race.farthest[1], "");
        facts.value("apart-printed", race.farthest[2], "");
        facts.value("apart-exact", race.farthest[3], "");
        facts.value("product", race.worstProduct, "");
        facts.value("apart-exact-e15", race.farthest[3] * 1e15, "");
        facts.value("product-e15", race.worstProduct * 1e15, "");
        facts.value("bounded", bounded(unit, 2, rate, steps, race.w[1].clone()), "");
        facts.within("product", 0, 1e-12, "hoffer2018, eq. 1", "a gradient behind BN is orthogonal to w, up to rounding");
        facts.within("bounded", 0, 1e-12, "hoffer2018, bounded weight norm", "an identity, up to rounding");
        var edge = new Race(20, new Random(seed));
        for (int step = 0; step < 2000; step++) {
            edge.step(unit, 0.1, 0.02);
        }
        facts.value("edge-length", NormalizedUnit.norm(edge.w[0]), "");
        facts.value("edge-apart", edge.farthest[3], "");
        if (rate == 0.1 && decay == 0.005 && steps <= 2000) {
            facts.atMost("apart-exact", 1e-12, "hoffer2018, eq. 4", "equal in exact arithmetic with the factor 1-eta lambda");
            facts.atMost("apart-printed", 1e-2, "hoffer2018, eq. 4", "as printed it leaves out a factor of 0.9995");
            facts.atLeast("apart-none", 1e-2, "hoffer2018, figure", "without a correction the runs part");
        }
    }

    private static void norms(Facts facts, int seed) {
        var random = new Random(seed);
        var table = Table.of("n|%,d", "L1|%.3f", "+-|%.3f", "maximum|%.3f", "ten largest|%.3f");
        double first = 0;
        double last = 0;
        for (int n : new int[] {64, 256, 1024, 16384}) {
            int batches = Math.max(100, 400000 / n);
            var mean = new double[3];
            double square = 0;
            for (int b = 0; b < batches; b++) {
                var ratios = ratios(random.doubles(n).map(v -> random.nextGaussian()).toArray());
                NormalizedUnit.add(1.0 / batches, ratios, mean);
                square += ratios[0] * ratios[0] / batches;
            }
            table.row(n, mean[0], Math.sqrt(square - mean[0] * mean[0]), mean[1], mean[2]);
            facts.value("l1-" + n, mean[0], "");
            facts.value("max-" + n, mean[1], "");
            first = n == 64 ? mean[1] : first;
            last = mean[1];
        }
        System.out.print(table.text() + "\n");
        facts.value("l1-constant", L1, "");
        facts.value("max-constant", max(2) * Math.sqrt(2 * StrictMath.log(2)), "");
        facts.value("max-growth", last - first, "");
        facts.within("l1-16384", 1, 0.002, "hoffer2018, eq. 5", "ten standard errors of the mean of 100 batches");
        facts.atLeast("max-growth", 0, "hoffer2018, eq. 6", "the constant is no unbiased one: the ratio grows with n");
    }

    private static void overflow(Facts facts, int seed) {
        int n = 2048;
        var table = Table.of("sigma|%,d", "sum of squares|%s", "sum of absolutes|%s", "largest|%s");
        var first = new int[3];
        for (int sigma = 1; sigma <= 65536; sigma *= 2) {
            var random = new Random(seed);
            int deviation = sigma;
            var sums = Half.norms(random.doubles(n).map(v -> deviation * random.nextGaussian()).toArray());
            var cells = new String[3];
            boolean news = sigma == 1;
            for (int i = 0; i < 3; i++) {
                cells[i] = Double.isInfinite(sums[i]) ? "overflow" : String.format(Locale.ROOT, "%,.0f", sums[i]);
                news |= first[i] == 0 && Double.isInfinite(sums[i]);
                first[i] = first[i] == 0 && Double.isInfinite(sums[i]) ? sigma : first[i];
            }
            if (news) {
                table.row(sigma, cells[0], cells[1], cells[2]);
            }
        }
        System.out.print(table.text());
        facts.value("overflow-l2", first[0], "");
        facts.value("overflow-l1", first[1], "");
        facts.value("overflow-max", first[2], "");
        facts.value("overflow-gain", first[1] / first[0], "");
        facts.atLeast("overflow-gain", 2, "hoffer2018, abstract", "L1 must bear larger activations than L2");
    }
}
