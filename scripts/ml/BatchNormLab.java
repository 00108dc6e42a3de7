///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train sigmoid nets on drawn digits with and without batch normalization, at three learning rates.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES batchnorm/Digits.java batchnorm/Affine.java batchnorm/BatchNorm.java batchnorm/SigmoidNet.java

import batchnorm.BatchNorm;
import batchnorm.Digits;
import batchnorm.SigmoidNet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The paper's probe on MNIST, at the size of a page: three layers of sigmoid units, with and without the transform. */
class BatchNormLab {
    static final int BATCH = 60;
    static final Digits.Batch TRAIN = Digits.batch(3000, new Random(1));
    static final Digits.Batch TEST = Digits.batch(300, new Random(4711));

    /** What all runs share. */
    record Setting(int units, int steps, int seed) {}

    /** What one training run left. */
    static final class Run {
        final SigmoidNet net;
        final List<double[]> accuracy = new ArrayList<>(); // step, share of the test set
        final List<double[]> spread = new ArrayList<>(); // step, 15th, 50th, 85th percentile

        // tag::run[]
        /** Train; look at accuracy and at one unit's input on the way. */
        Run(Setting setting, boolean normalized, double gain, double rate) {
            var random = new Random(setting.seed());
            net = new SigmoidNet(Digits.PIXELS, setting.units(), Digits.CLASSES,
                    normalized, gain, random);
            for (int step = 0; step <= setting.steps(); step++) {
                if (step % 20 == 0) { // with the running statistics, as in use
                    accuracy.add(new double[] {step, net.accuracy(TEST.images(), TEST.labels())});
                }
                var batch = Digits.some(TRAIN, BATCH, random);
                net.learn(batch.images(), batch.labels());
                if (step % 5 == 0) {
                    spread.add(percentiles(step, net.lastInput(0)));
                }
                net.step(rate);
            }
        }
        // end::run[]

        /** First step at which this share of the test set is right; -1 if none. */
        int reaches(double target) {
            return accuracy.stream().filter(a -> a[1] >= target).mapToInt(a -> (int) a[0]).findFirst().orElse(-1);
        }

        double best() {
            return accuracy.stream().mapToDouble(a -> a[1]).max().orElse(0);
        }

        /** How far the median of the unit's input wandered after the first tenth of the run. */
        double wander() {
            var medians = spread.stream().skip(spread.size() / 10).mapToDouble(s -> s[2]).sorted().toArray();
            return medians[medians.length - 1] - medians[0];
        }

        /** Mean width from the 15th to the 85th percentile of that input, after the first tenth of the run. */
        double band() {
            return spread.stream().skip(spread.size() / 10).mapToDouble(s -> s[3] - s[1]).average().orElse(0);
        }
    }

    /** The step and the 15th, 50th and 85th percentile of some values. */
    static double[] percentiles(int step, double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new double[] {step, sorted[last * 15 / 100], sorted[last / 2], sorted[last * 85 / 100]};
    }

    public static void main(String... argv) {
        var args = new Args("batch-norm-lab", "Train sigmoid nets on drawn digits with and without batch normalization.");
        var steps = args.whole("steps", 300, 100, 20000, "batches of 60 digits in each run");
        var units = args.whole("units", 24, 4, 200, "sigmoid units in each of three layers");
        var rate = args.real("rate", 0.4, 1e-4, 10, "base learning rate; the runs use 1, 5 and 30 times this");
        var gain = args.real("gain", 4, 0.01, 100, "deviation of the first weights, times the root of their number");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of weights and digits");
        args.read(argv);
        var facts = new Facts("batch-norm-lab");
        identities(facts, seed.getAsInt());
        var setting = new Setting(units.getAsInt(), steps.getAsInt(), seed.getAsInt());
        boolean paper = argv.length == 0;
        train(facts, setting, gain.getAsDouble(), rate.getAsDouble(), paper);
        published(facts);
        facts.finish();
    }

    // tag::identities[]
    /** Scale every weight by {@code a}: the outputs stay, the gradient shrinks by {@code a}. */
    static double[] scale(double a, int seed) {
        var random = new Random(seed);
        var plain = new double[8][5];
        var scaled = new double[8][5];
        for (int i = 0; i < 40; i++) {
            plain[i / 5][i % 5] = random.nextGaussian();
            scaled[i / 5][i % 5] = a * plain[i / 5][i % 5];
        }
        var one = new BatchNorm(5, 0); // epsilon 0, so that the identities are exact
        var other = new BatchNorm(5, 0);
        var y = one.forward(plain, true);
        var z = other.forward(scaled, true);
        var pull = new double[8][5];
        double output = 0;
        for (int i = 0; i < 40; i++) {
            pull[i / 5][i % 5] = random.nextGaussian();
            output = Math.max(output, Math.abs(y[i / 5][i % 5] - z[i / 5][i % 5]));
        }
        var g = one.backward(pull);
        var h = other.backward(pull);
        double gradient = 0;
        for (int i = 0; i < 40; i++) {
            gradient = Math.max(gradient, Math.abs(a * h[i / 5][i % 5] - g[i / 5][i % 5]));
        }
        return new double[] {output, gradient};
    }
    // end::identities[]

    private static void identities(Facts facts, int seed) {
        double output = 0;
        double gradient = 0;
        for (double a : new double[] {0.1, 1, 10, 100}) {
            var off = scale(a, seed);
            output = Math.max(output, off[0]);
            gradient = Math.max(gradient, off[1]);
        }
        facts.value("scale-output", output, "");
        facts.value("scale-gradient", gradient, "");
        facts.within("scale-output", 0, 1e-9, "ioffe2015, 3.3", "an identity, up to rounding");
        facts.within("scale-gradient", 0, 1e-9, "ioffe2015, 3.3", "an identity, up to rounding");
    }

    private static void train(Facts facts, Setting setting, double gain, double rate, boolean paper) {
        var table = Table.of("net|%s", "learning rate|%s", "first weights|%s", "steps to 80 %|%s",
                "best accuracy|%.1f %%");
        var accuracy = Plot.of("Accuracy against steps for six nets. The three normalized nets rise early; of the plain"
                        + " ones the middle rate rises later and the highest stays at the bottom.")
                .axis("x", "step").axis("y", "accuracy on fresh digits [%]").limits(0, 100).axis("color", "net")
                .columns("step", "accuracy", "net").map("x", "step").map("y", "accuracy").map("color", "net");
        var drift = Plot.of("Three percentiles of the input of one sigmoid over the steps, for both nets: without"
                        + " normalization they swing, with it they stay about zero.")
                .axis("x", "step").axis("y", "input of a unit in the last hidden layer").axis("color", "net")
                .columns("step", "value", "net", "line").map("x", "step").map("y", "value").map("color", "net")
                .map("group", "line");
        for (boolean normalized : new boolean[] {false, true}) {
            var net = normalized ? "BN" : "plain";
            for (int factor : new int[] {1, 5, 30}) {
                var run = new Run(setting, normalized, gain, factor * rate);
                row(table, facts, normalized, factor, 1, run);
                run.accuracy.forEach(a -> accuracy.row(a[0], 100 * a[1], net + " x" + factor));
                if (factor == 5) {
                    facts.value("wander-" + net.toLowerCase(Locale.ROOT), run.wander(), "");
                    facts.value("band-" + net.toLowerCase(Locale.ROOT), run.band(), "");
                    for (int p = 1; p <= 3; p++) {
                        for (var s : run.spread) {
                            drift.row(s[0], s[p], net, net + p);
                        }
                    }
                }
            }
            for (double scale : new double[] {0.1, 3}) {
                row(table, facts, normalized, 5, scale, new Run(setting, normalized, gain * scale, 5 * rate));
            }
        }
        System.out.print(table.text());
        facts.figure("accuracy", accuracy.layer("line").set("size", 1));
        facts.figure("drift", drift.layer("line").set("size", 0.7));
        if (paper) {
            facts.atLeast("bn-x30", 80, "ioffe2015, 4.2.2", "trains at a rate that stops the plain net");
            facts.atMost("plain-x30", 40, "ioffe2015, 4.2.2", "guessing is 10 %; the paper's parameters overflowed");
            facts.atLeast("bn-x5-w0.1", 80, "ioffe2015, abstract", "less careful about initialization");
            facts.atMost("plain-x5-w0.1", 40, "ioffe2015, abstract", "as weak as the paper's start, and stuck");
        }
    }

    private static void row(Table table, Facts facts, boolean normalized, int factor, double scale, Run run) {
        int reached = run.reaches(0.8);
        var weights = scale == 1 ? "" : "-w" + Facts.number(scale);
        var fact = (normalized ? "bn-x" : "plain-x") + factor + weights;
        facts.value(fact, 100 * run.best(), "%");
        if (reached >= 0) {
            facts.value(fact + "-steps", reached, "");
        }
        table.row(normalized ? "with BN" : "plain", "x" + factor, "x" + Facts.number(scale),
                reached < 0 ? "never" : Integer.toString(reached), 100 * run.best());
    }

    /** Ratios of the paper's own table of steps, in millions. */
    private static void published(Facts facts) {
        facts.value("x5-over-inception", 31.0 / 2.1, "");
        facts.value("baseline-over-inception", 31.0 / 13.3, "");
        facts.value("x30-over-inception", 31.0 / 6, "");
        facts.value("x5-share", 100 * 2.1 / 31.0, "%");
        facts.within("x5-over-inception", 14, 0.06, "ioffe2015, 4.2.2", "printed as 14 times, rounded down");
        facts.atLeast("baseline-over-inception", 2, "ioffe2015, 4.2.2", "printed as less than half the steps");
        facts.within("x30-over-inception", 5, 0.04, "ioffe2015, 4.2.2", "printed as 5 times, one digit");
        facts.within("x5-share", 7, 0.04, "ioffe2015, 1", "printed as 7 %, one digit");
    }
}
