///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Predict from a few epochs when a training will converge, and from a few runs how fast it would go elsewhere.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES ddp/Mlp.java optimus/LossCurve.java optimus/Nnls.java optimus/Speed.java

import ddp.Mlp;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import optimus.LossCurve;
import optimus.Speed;

/** The two predictions of a scheduler: how many epochs a job still needs, and how fast it would do them. */
class OptimusFit {
    private static final int EPOCHS = 200;
    private static final int[] SEEN = {5, 10, 15, 20, 30, 50};
    private static final double BATCH = 128;
    /** A speed that we chose: no published coefficients were found. */
    static final Speed SPEED = new Speed(new double[] {0.02, 0.1, 0.35, 0.03, 0.02}, BATCH);

    // tag::losses[]
    /** Losses that follow the law, with noise. */
    static double[] synthetic(LossCurve truth, double noise, int seed) {
        var random = new Random(seed);
        var losses = new double[EPOCHS];
        Arrays.setAll(losses, k -> truth.at(k) + noise * random.nextGaussian());
        return losses;
    }

    /** Losses of a perceptron that really trains, by full gradients; the first is 1. */
    static double[] trained(int seed) {
        var model = new Mlp(seed);
        var rows = Mlp.data(64, seed);
        var losses = new double[EPOCHS];
        double first = model.loss(rows);
        for (int k = 0; k < EPOCHS; k++) {
            losses[k] = model.loss(rows) / first;
            model.backward(rows, tensor -> {});
            model.step(0.5f);
        }
        return losses;
    }
    // end::losses[]

    /** Speeds of runs with random numbers of workers and servers, with relative noise. */
    static double[][] runs(int count, double noise, int seed) {
        var random = new Random(seed);
        var runs = new double[count][];
        for (int i = 0; i < count; i++) {
            int workers = 1 + random.nextInt(10);
            int servers = 1 + random.nextInt(10);
            runs[i] = new double[] {workers, servers, SPEED.of(workers, servers) * (1 + noise * random.nextGaussian())};
        }
        return runs;
    }

    public static void main(String... argv) {
        var args = new Args("optimus-fit",
                "Predict from a few epochs when a training will converge, and from a few runs how fast it would go elsewhere.");
        var noise = args.real("noise", 0.004, 0, 0.1, "standard deviation of the synthetic losses");
        var little = args.real("little", 0.002, 1e-4, 0.1, "an epoch that gains less has converged");
        var samples = args.whole("samples", 10, 5, 100, "measured runs for the speed");
        var speedNoise = args.real("speed-noise", 0.02, 0, 0.2, "relative noise of the noisy speeds");
        var containers = args.whole("containers", 20, 2, 100, "workers and servers to split");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of noise and data");
        args.read(argv);
        var facts = new Facts("optimus-fit");
        curves(facts, noise.getAsDouble(), little.getAsDouble(), seed.getAsInt(), argv.length == 0);
        speeds(facts, samples.getAsInt(), speedNoise.getAsDouble(), containers.getAsInt(), seed.getAsInt());
        facts.finish();
    }

    private static void curves(Facts facts, double noise, double little, int seed, boolean published) {
        System.out.print("fits to the first epochs of " + EPOCHS + "\n\n");
        var truth = new LossCurve(0.25, 1.2, 0.15);
        var losses = synthetic(truth, noise, seed);
        var real = trained(seed);
        int epoch = truth.convergence(little, 1000);
        var table = Table.of("seen|%d", "converges at|%d", "off|%.1f %%", "real run ends at|%.4f", "ended at|%.4f");
        double worst = 0;
        for (int n : SEEN) {
            int predicted = LossCurve.fit(losses, n).convergence(little, 1000);
            double off = 100 * Math.abs(predicted - epoch) / (double) epoch;
            double end = LossCurve.fit(real, n).at(EPOCHS - 1);
            table.row(n, predicted, off, end, real[EPOCHS - 1]);
            facts.value("epoch-" + n, predicted, "");
            facts.value("off-" + n, off, "%");
            facts.value("real-" + n, end, "");
            worst = n >= 10 ? Math.max(worst, off) : worst;
        }
        facts.value("epoch-true", epoch, "");
        facts.value("real-end", real[EPOCHS - 1], "");
        facts.value("worst-off", worst, "%");
        System.out.print(table.text() + "\n");
        figure(facts, losses);
        if (published) {
            facts.atMost("worst-off", 10, "optimus-summary, on prediction error",
                    "published is that the error shrinks as epochs pass; the bound is ours");
        }
    }

    private static void figure(Facts facts, double[] losses) {
        var figure = Plot.of("A noisy falling loss of 60 epochs, and three fitted curves from 5, 10 and 20 of them that"
                        + " come closer and closer to it.")
                .axis("x", "epoch").axis("y", "loss, first is about 1").axis("color", "")
                .columns("epoch", "loss", "line").map("x", "epoch").map("y", "loss").map("color", "line");
        for (int n : List.of(5, 10, 20)) {
            var fit = LossCurve.fit(losses, n);
            for (int k = 0; k < 60; k++) {
                figure.row(k, fit.at(k), "from " + n + " epochs");
            }
        }
        figure.layer("line").layer("point").columns("epoch", "loss", "line").set("size", 2);
        for (int k = 0; k < 60; k++) {
            figure.row(k, losses[k], "losses");
        }
        facts.figure("curves", figure);
    }

    private static void speeds(Facts facts, int samples, double noise, int containers, int seed) {
        var clean = Speed.fit(runs(samples, 0, seed), BATCH);
        var noisy = Speed.fit(runs(samples, noise, seed), BATCH);
        double worst = 0;
        double worstNoisy = 0;
        for (int workers = 1; workers < containers; workers++) {
            double truth = SPEED.of(workers, containers - workers);
            worst = Math.max(worst, Math.abs(clean.of(workers, containers - workers) / truth - 1));
            worstNoisy = Math.max(worstNoisy, Math.abs(noisy.of(workers, containers - workers) / truth - 1));
        }
        int best = best(SPEED, containers);
        System.out.printf(java.util.Locale.ROOT, "best split of %d: %d workers, %d servers; fitted with noise: %d workers\n\n",
                containers, best, containers - best, best(noisy, containers));
        facts.value("best-workers", best, "");
        facts.value("best-servers", containers - best, "");
        facts.value("best-workers-noisy", best(noisy, containers), "");
        facts.value("speed-off", 100 * worst, "%");
        facts.value("speed-off-noisy", 100 * worstNoisy, "%");
        facts.value("half-over-best", SPEED.of(containers / 2, containers - containers / 2)
                / SPEED.of(best, containers - best), "");
    }

    /** Workers of the fastest split into workers and servers. */
    static int best(Speed speed, int containers) {
        int best = 1;
        for (int workers = 1; workers < containers; workers++) {
            best = speed.of(workers, containers - workers) > speed.of(best, containers - best) ? workers : best;
        }
        return best;
    }
}
