///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Wait for the first m of m+b workers, and see when a backup worker pays for itself.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java

import java.util.Arrays;
import java.util.SplittableRandom;

/** Synchronous training with stragglers: a step ends when enough gradients are there. */
class BackupWorkers {
    /** How long a worker takes: 1 at least, a little more by chance, and sometimes a lot more. */
    record Cluster(int workers, double jitter, double stragglers, double slow, double contention) {
        double time(SplittableRandom random) {
            double late = random.nextDouble() < stragglers ? slow : jitter;
            return 1 - late * StrictMath.log(1 - random.nextDouble());
        }
    }

    // tag::step[]
    /** Time of one step: all start, the first m count, and everyone loads the servers. */
    static double step(Cluster cluster, int backups, SplittableRandom random) {
        int started = cluster.workers() + backups;
        var times = new double[started];
        Arrays.setAll(times, i -> cluster.time(random));
        Arrays.sort(times);
        double contention = 1 + cluster.contention() * backups;
        return times[cluster.workers() - 1] * contention; // <1>
    }

    /** Median over many steps. */
    static double median(Cluster cluster, int backups, int steps, long seed) {
        var random = new SplittableRandom(seed);
        var times = new double[steps];
        Arrays.setAll(times, i -> step(cluster, backups, random));
        Arrays.sort(times);
        return (times[(steps - 1) / 2] + times[steps / 2]) / 2;
    }

    /** Speed-up per worker: b more of them should not be had for nothing. */
    static double normalized(double without, double with, int workers, int backups) {
        return without / with * workers / (workers + backups);
    }
    // end::step[]

    public static void main(String... argv) {
        var args = new Args("backup-workers", "Race m + b workers and wait for the first m.");
        var workers = args.whole("workers", 50, 1, 200, "gradients that a step waits for");
        var jitter = args.real("jitter", 0.005, 0, 10, "mean delay of an ordinary worker, in its fastest time");
        var stragglers = args.real("stragglers", 0.08, 0, 1, "share of workers that straggle in a step");
        var slow = args.real("slow", 0.12, 0, 100, "mean delay of a straggler, in the fastest time of a worker");
        var contention = args.real("contention", 0.005, 0, 1, "how much longer a step takes per backup worker");
        var steps = args.whole("steps", 20_001, 1, 50_000, "steps to take the median of");
        args.read(argv);
        var cluster = new Cluster(workers.getAsInt(), jitter.getAsDouble(), stragglers.getAsDouble(),
                slow.getAsDouble(), contention.getAsDouble());
        System.out.print(workers.getAsInt() + " workers, " + steps.getAsInt() + " steps for each row\n\n");
        var facts = new Facts("backup-workers");
        var table = Table.of("backups|%d", "median step|%.3f", "speed-up|%.3f", "per worker|%.3f");
        var figure = Plot.of("Speed-up per worker against the number of backup workers: it rises to a peak at a few"
                        + " backups and falls again; the published peak lies beside it.")
                .axis("x", "backup workers").axis("y", "speed-up per worker").axis("color", "numbers")
                .columns("b", "s", "kind").map("x", "b").map("y", "s").map("color", "kind")
                .layer("line").columns("b", "s", "kind");
        var medians = new double[9];
        var speed = new double[9];
        int best = 0;
        int shortest = 0;
        for (int b = 0; b < medians.length; b++) {
            medians[b] = median(cluster, b, steps.getAsInt(), 7);
            speed[b] = normalized(medians[0], medians[b], cluster.workers(), b);
            best = speed[b] > speed[best] ? b : best;
            shortest = medians[b] < medians[shortest] ? b : shortest;
            table.row(b, medians[b], medians[0] / medians[b], speed[b]);
            figure.row(b, speed[b], "simulated");
            facts.value("step-" + b, medians[b], "");
            facts.value("speedup-" + b, speed[b], "");
        }
        figure.layer("point").set("size", 5).columns("b", "s", "kind").row(3, 1.095, "published");
        facts.value("jitter", 100 * cluster.jitter(), "%");
        facts.value("stragglers", 100 * cluster.stragglers(), "%");
        facts.value("slow", 100 * cluster.slow(), "%");
        facts.value("contention", 100 * cluster.contention(), "%");
        facts.value("best", best, "");
        facts.value("best-gain", 100 * (speed[best] - 1), "%");
        facts.value("shortest", shortest, "");
        facts.value("inverted-3", medians[3] / medians[0] * cluster.workers() / (cluster.workers() + 3), "");
        facts.value("fall", speed[5] / speed[best], "");
        facts.figure("speed", figure);
        if (argv.length == 0) {
            facts.exactly("best", 3, "tensorflow-notes, section 6.3", "a count; the noise is chosen, its order is not");
            facts.exactly("shortest", 4, "tensorflow-notes, section 6.3", "a count");
            facts.within("best-gain", 9.5, 0.1, "tensorflow-notes, section 6.3", "the noise is chosen to come near");
            facts.atMost("fall", 1, "tensorflow-notes, section 6.3", "the fifth backup costs more than it brings");
        }
        System.out.print(table.text() + "\n");
        facts.finish();
    }
}
