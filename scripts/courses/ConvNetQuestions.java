///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Ask small nets the four questions of the notes: why ReLU, why dropout, which rates, which first weights.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES probe/Glyphs.java probe/Matrix.java probe/Unit.java probe/Stage.java probe/Probe.java

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import probe.Glyphs;
import probe.Probe;
import probe.Stage;
import probe.Unit;

/** Four questions, four experiments, on digits that the program draws. */
class ConvNetQuestions {
    static final double[] RATES = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};
    static final double[] GAINS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};

    /** What all experiments share; {@code steps} of {@code batch} examples each. */
    record Setting(int hidden, int steps, int batch, double noise, int seed) {
        Glyphs.Batch draw(int size, int part) {
            return Glyphs.draw(size, noise, new Random(1000L * seed + part));
        }

        Probe net(Unit unit, boolean normalized, double gain) {
            return new Probe(new Probe.Plan(hidden, 24, unit, normalized, 0, gain), new Random(seed));
        }
    }

    // tag::train[]
    /** Train, then measure on digits that the net has not seen. */
    static double train(Probe net, Glyphs.Batch seen, Glyphs.Batch fresh,
            Setting setting, double rate) {
        for (int step = 0; step < setting.steps(); step++) {
            net.learn(seen.slice(step * setting.batch(), setting.batch()));
            net.step(rate);
        }
        net.forward(seen.images(), true); // statistics of the normalization
        return Probe.accuracy(net.forward(fresh.images(), false), fresh.labels());
    }
    // end::train[]

    public static void main(String... argv) {
        var args = new Args("conv-net-questions", "Ask small nets why ReLU, why dropout, which rates, which weights.");
        var hidden = args.whole("hidden", 4, 2, 12, "hidden stages");
        var steps = args.whole("steps", 150, 10, 2000, "steps of 20 examples");
        var noise = args.real("noise", 0.15, 0, 1, "deviation of the noise on a pixel, ink being 1");
        var dropout = args.real("dropout", 0.5, 0, 0.95, "probability of silencing a unit");
        var seed = args.whole("seed", 1, 0, 99999, "of digits and first weights");
        args.read(argv);
        var setting = new Setting(hidden.getAsInt(), steps.getAsInt(), 20, noise.getAsDouble(), seed.getAsInt());
        var facts = new Facts("conv-net-questions");
        units(facts, setting);
        dropout(facts, setting, dropout.getAsDouble());
        var figure = Plot.of("Accuracy against learning rate and against size of the first weights: the normalized net"
                        + " has the wider plateau in both, and is nearly flat towards small weights.")
                .logAxis("x", "learning rate, or factor on the usual first weights")
                .axis("y", "accuracy on fresh digits").limits(0, 1).axis("color", "net and what is varied")
                .columns("x", "accuracy", "line").map("x", "x").map("y", "accuracy").map("color", "line");
        System.out.print("\n" + sweep(facts, setting, figure, "rate", RATES).text() + "\n"
                + sweep(facts, setting, figure, "gain", GAINS).text());
        facts.figure("plateaus", figure.layer("line").set("size", 1).layer("point").set("size", 3));
        if (argv.length == 0) {
            claims(facts);
        }
        facts.finish();
    }

    private static void claims(Facts facts) {
        var lecture = "cse599w, lecture 1";
        facts.atLeast("gradient-relu", 0.1, lecture, "roughly linear: the gradient arrives");
        facts.atMost("gradient-sigmoid", 0.01, lecture, "the unit that ReLU replaced loses it on the way");
        facts.atLeast("dropout-loss-ratio", 1.1, lecture, "prevents overfitting: smaller loss on fresh digits");
        facts.atLeast("rate-ratio", 1, lecture, "easy to tune the learning rate: more rates work");
        facts.atLeast("gain-ratio", 2, lecture, "less sensitive to initialization: more first weights work");
    }

    /** Size of the gradient in a stage. */
    static double norm(Stage stage) {
        double square = 0;
        for (var row : stage.slopes) {
            for (double slope : row) {
                square += slope * slope;
            }
        }
        return Math.sqrt(square);
    }

    private static void units(Facts facts, Setting setting) {
        var seen = setting.draw(500, 1);
        var fresh = setting.draw(300, 2);
        var table = Table.of("unit|%s", "first / last gradient|%.1e", "best accuracy|%.1f %%", "at rate|%.1f");
        var figure = Plot.of("Gradient of each stage before training, logarithmic: ReLU and tanh stay level, sigmoid falls"
                        + " by a constant factor per stage towards the input.")
                .axis("x", "stage, 1 next to the image").ticks(IntStream.rangeClosed(1, setting.hidden()).boxed().toList(),
                        IntStream.rangeClosed(1, setting.hidden()).mapToObj(Integer::toString).toList())
                .logAxis("y", "size of the gradient, last hidden stage = 1")
                .axis("color", "unit").columns("stage", "size", "unit")
                .map("x", "stage").map("y", "size").map("color", "unit");
        for (var unit : Unit.values()) {
            var name = unit.name().toLowerCase(Locale.ROOT);
            var net = setting.net(unit, false, 1);
            net.learn(seen.slice(0, 200));
            double last = norm(net.stages().get(setting.hidden() - 1));
            for (int s = 0; s < setting.hidden(); s++) {
                figure.row(s + 1, norm(net.stages().get(s)) / last, name);
            }
            double best = 0;
            double at = 0;
            for (double rate : new double[] {0.1, 0.3}) {
                double accuracy = train(setting.net(unit, false, 1), seen, fresh, setting, rate);
                at = accuracy > best ? rate : at;
                best = Math.max(best, accuracy);
            }
            facts.value("gradient-" + name, norm(net.stages().get(0)) / last, "");
            facts.value("accuracy-" + name, 100 * best, "%");
            table.row(name, norm(net.stages().get(0)) / last, 100 * best, at);
        }
        facts.figure("gradients", figure.layer("line").set("size", 1).layer("point").set("size", 3));
        System.out.print(table.text() + "\n");
    }

    // tag::wrong[]
    /** Give a fifth of the examples a label by lot: something that is better not learned. */
    static Glyphs.Batch mislabelled(Glyphs.Batch batch, Random random) {
        for (int n = 0; n < batch.labels().length; n++) {
            if (random.nextDouble() < 0.2) {
                batch.labels()[n] = random.nextInt(Glyphs.CLASSES);
            }
        }
        return batch;
    }
    // end::wrong[]

    private static void dropout(Facts facts, Setting setting, double probability) {
        var table = Table.of("dropout|%.2f", "right, seen|%.1f %%", "right, fresh|%.1f %%", "loss, seen|%.3f",
                "loss, fresh|%.3f");
        var hard = new Setting(1, 300, 20, 2 * setting.noise(), setting.seed());
        var fresh = hard.draw(400, 3);
        var right = new double[2];
        var loss = new double[2];
        for (int i = 0; i < 2; i++) {
            double rightSeen = 0;
            double lossSeen = 0;
            for (int repeat = 0; repeat < 3; repeat++) {
                var few = mislabelled(hard.draw(200, 10 + repeat), new Random(setting.seed() + 50L * repeat));
                var net = new Probe(new Probe.Plan(1, 80, Unit.RELU, false, i * probability, 1),
                        new Random(setting.seed() + repeat));
                right[i] += train(net, few, fresh, hard, 0.3) / 3;
                loss[i] += Probe.loss(net.forward(fresh.images(), false), fresh.labels()) / 3;
                var p = net.forward(few.images(), false);
                rightSeen += Probe.accuracy(p, few.labels()) / 3;
                lossSeen += Probe.loss(p, few.labels()) / 3;
            }
            table.row(i * probability, 100 * rightSeen, 100 * right[i], lossSeen, loss[i]);
            facts.value("seen-" + (i == 0 ? "plain" : "dropout"), 100 * rightSeen, "%");
            facts.value("fresh-" + (i == 0 ? "plain" : "dropout"), 100 * right[i], "%");
        }
        facts.value("dropout-loss-ratio", loss[0] / loss[1], "");
        System.out.print(table.text());
    }

    // tag::sweep[]
    /** Vary the learning rate, or the first weights; count the values that work. */
    static Table sweep(Facts facts, Setting setting, Plot figure, String what, double[] values) {
        var table = Table.of(what + "|%.2f", "plain|%.1f %%", "normalized|%.1f %%");
        var seen = setting.draw(500, 1);
        var fresh = setting.draw(300, 2);
        var works = new int[2];
        for (double value : values) {
            var accuracy = new double[2];
            for (int i = 0; i < 2; i++) {
                var net = setting.net(Unit.RELU, i == 1, what.equals("gain") ? value : 1);
                accuracy[i] = train(net, seen, fresh, setting, what.equals("rate") ? value : 0.1);
                works[i] += accuracy[i] >= 0.5 ? 1 : 0; // <1>
                figure.row(value, accuracy[i], (i == 0 ? "plain, " : "normalized, ") + what);
            }
            table.row(value, 100 * accuracy[0], 100 * accuracy[1]);
        }
        // end::sweep[]
        facts.value(what + "s-plain", works[0], "");
        facts.value(what + "s-normalized", works[1], "");
        facts.value(what + "-ratio", (double) works[1] / Math.max(1, works[0]), "");
        return table;
    }
}
