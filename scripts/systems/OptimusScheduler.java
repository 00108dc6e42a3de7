///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Share a cluster among training jobs by what one more container is worth, and compare with fair shares.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES optimus/Cluster.java optimus/Job.java optimus/Nnls.java optimus/Speed.java

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import optimus.Cluster;
import optimus.Job;
import optimus.Speed;

/** Three ways to share a cluster, on the same jobs. */
class OptimusScheduler {
    // tag::jobs[]
    /** Jobs with random sizes, speeds and needs; the mean gap between arrivals is in s. */
    static List<Job> jobs(int count, double gap, int seed) {
        var random = new Random(seed);
        var jobs = new ArrayList<Job>();
        double arrival = 0;
        for (int i = 0; i < count; i++) {
            double perSample = 0.02 * (0.3 + random.nextDouble());
            double[] theta = {perSample, 0.05, random.nextDouble(),
                0.1 * random.nextDouble(), 0.1 * random.nextDouble()};
            arrival -= gap * StrictMath.log(1 - random.nextDouble());
            double steps = 1000 * StrictMath.exp(2.2 * random.nextDouble());
            double[] worker = {2 + random.nextInt(4), 10}; // <1>
            double[] server = {1 + random.nextInt(4), 10};
            jobs.add(new Job(new Speed(theta, 128), arrival, steps, worker, server));
        }
        return jobs;
    }
    // end::jobs[]

    /** Mean completion time and makespan over several draws of jobs, and the largest use of a resource. */
    record Score(double completion, double makespan, double peak) {
        static Score of(Cluster.Policy policy, double[] capacity, double interval, int count, double gap, int seed) {
            double completion = 0;
            double makespan = 0;
            double peak = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                var jobs = jobs(count, gap, seed + draw);
                peak = Math.max(peak, new Cluster(capacity, interval).run(jobs, policy));
                completion += jobs.stream().mapToDouble(Job::completion).average().orElse(0) / DRAWS;
                makespan += jobs.stream().mapToDouble(Job::finished).max().orElse(0) / DRAWS;
            }
            return new Score(completion, makespan, peak);
        }
    }

    private static final int DRAWS = 10;

    public static void main(String... argv) {
        var args = new Args("optimus-scheduler",
                "Share a cluster among training jobs by what one more container is worth, and compare with fair shares.");
        var count = args.whole("jobs", 9, 1, 60, "jobs of a draw");
        var gap = args.real("gap-s", 800, 0, 1e5, "mean time between arrivals in s");
        var cores = args.real("cores", 208, 9, 2000, "cores of the cluster");
        var memory = args.real("memory-gb", 1040, 20, 10000, "memory of the cluster in GB");
        var interval = args.real("interval-s", 600, 60, 1e5, "time between two allocations in s");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of the first of ten draws");
        args.read(argv);
        var facts = new Facts("optimus-scheduler");
        double[] capacity = {cores.getAsDouble(), memory.getAsDouble()};
        var table = Table.of("policy|%s", "completion [s]|%.0f", "makespan [s]|%.0f", "most used|%.1f %%");
        var figure = Plot.of("Bars of the completion time and the makespan of fair shares over those of Optimus: ours above"
                        + " one, the published ones higher.")
                .height(300).axis("x", "").axis("y", "fair share over Optimus").axis("fill", "numbers")
                .columns("what", "factor", "kind").map("x", "what").map("y", "factor").map("fill", "kind");
        Score optimus = null;
        Score fair = null;
        double peak = 0;
        for (var policy : Cluster.Policy.values()) {
            var score = Score.of(policy, capacity, interval.getAsDouble(), count.getAsInt(), gap.getAsDouble(),
                    seed.getAsInt());
            var name = policy.name().toLowerCase(java.util.Locale.ROOT);
            table.row(name, score.completion(), score.makespan(), 100 * score.peak());
            facts.value("completion-" + name, score.completion(), "s");
            facts.value("makespan-" + name, score.makespan(), "s");
            optimus = policy == Cluster.Policy.OPTIMUS ? score : optimus;
            fair = policy == Cluster.Policy.FAIR ? score : fair;
            peak = Math.max(peak, score.peak());
        }
        System.out.print(table.text() + "\n");
        facts.value("completion-gain", fair.completion() / optimus.completion(), "");
        facts.value("makespan-gain", fair.makespan() / optimus.makespan(), "");
        facts.value("most-used", 100 * peak, "%");
        figure.row("completion", fair.completion() / optimus.completion(), "ours").row("completion", 2.39, "published")
                .row("makespan", fair.makespan() / optimus.makespan(), "ours").row("makespan", 1.63, "published");
        facts.figure("gain", figure.layer("bar").set("stat", "identity").set("position", "dodge"));
        busier(facts, capacity, interval.getAsDouble(), gap.getAsDouble(), seed.getAsInt());
        facts.atMost("most-used", 100 + 1e-9, "optimus2018, on allocation", "nobody gets what is not there");
        if (argv.length == 0) {
            facts.atLeast("completion-gain", 1.3, "optimus2018, abstract",
                    "published 2.39; the jobs are drawn by us, so only a clear gain is expected");
            facts.atLeast("makespan-gain", 1.1, "optimus2018, abstract",
                    "published 1.63; the jobs are drawn by us, so only a clear gain is expected");
        }
        facts.finish();
    }

    private static void busier(Facts facts, double[] capacity, double interval, double gap, int seed) {
        for (int count : new int[] {30, 60}) {
            var optimus = Score.of(Cluster.Policy.OPTIMUS, capacity, interval, count, gap, seed);
            var fair = Score.of(Cluster.Policy.FAIR, capacity, interval, count, gap, seed);
            facts.value("completion-gain-" + count, fair.completion() / optimus.completion(), "");
        }
    }
}
