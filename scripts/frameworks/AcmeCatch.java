///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train one agent as a single loop and as a distributed program of actors, table and learner.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES reverb/Dice.java reverb/Selector.java reverb/OrderedSelector.java reverb/UniformSelector.java
//SOURCES reverb/SumTree.java reverb/PrioritizedSelector.java reverb/RateLimiter.java
//SOURCES reverb/Chunk.java reverb/ChunkStore.java reverb/Item.java reverb/Sample.java reverb/ReplayTable.java
//SOURCES reverb/Writer.java reverb/ReplayServer.java reverb/Checkpoint.java
//SOURCES launchpad/Handle.java launchpad/CourierNode.java launchpad/Program.java launchpad/LaunchType.java
//SOURCES launchpad/Body.java launchpad/Clients.java launchpad/Wire.java launchpad/CourierServer.java
//SOURCES launchpad/CourierClient.java launchpad/NodeProcess.java launchpad/Running.java launchpad/Launcher.java
//SOURCES launchpad/Processes.java
//SOURCES acme/Catch.java acme/Interfaces.java acme/NStepAdder.java acme/TableReplay.java acme/GreedyActor.java
//SOURCES acme/QLearner.java acme/EnvironmentLoop.java acme/Agent.java acme/Setup.java acme/Runs.java
//SOURCES acme/VirtualTime.java

import acme.Catch;
import acme.Runs;
import acme.Setup;
import acme.VirtualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import launchpad.LaunchType;

/** One agent, three ways to put it together. */
class AcmeCatch {
    /** Milliseconds, as if: what an actor and the learner need for a step where time is only counted. */
    record Times(double act, double learn) {
        /** Milliseconds per learner step once the slower side decides. */
        double perStep(double observationsPerStep, int actors) {
            return Math.max(learn, observationsPerStep * act / actors);
        }
    }

    private static final int SEEDS = 4; // a curve is the mean of so many runs

    public static void main(String... argv) {
        var args = new Args("acme-catch", "Train one agent on Catch as a single loop and as a distributed program.");
        var steps = args.whole("learner-steps", 400, 100, 5000, "learner steps of every run");
        var actors = args.whole("actors", 4, 1, 16, "actors of the run on threads");
        var perInsert = args.real("samples-per-insert", 8, 3, 16, "how often an item is sampled on average");
        var nStep = args.whole("n-step", 5, 1, 9, "steps of a transition");
        var seed = args.whole("seed", 1, 0, 1000000, "of everything random");
        args.read(argv);
        var setup = new Setup(steps.getAsInt(), 64, perInsert.getAsDouble(), 200, nStep.getAsInt(), 0.05,
                seed.getAsInt());
        var facts = new Facts("acme-catch");
        runs(facts, setup, actors.getAsInt());
        counted(facts, setup);
        clocks(facts, setup, new Times(10, 5));
        facts.finish();
    }

    private static void runs(Facts facts, Setup setup, int actors) {
        int episodes = 20000;
        facts.value("random-return", Runs.randomReturn(episodes, setup.seed()), "");
        if (setup.seed() == 1) { // one seed in 370 lies outside
            facts.within("random-return", -0.6, 3 * 0.8 / Math.sqrt(episodes) / 0.6, "bsuite-catch",
                    "one column of five is right: 1/5 - 4/5; three standard errors");
        }
        var table = Table.of("run as|%s", "actors|%d", "items for each learner step|%.0f", "return|%.2f");
        // tag::ways[]
        double[] returns = {
            report(facts, table, setup, "one-loop", 1,
                    Runs.single(setup)),
            report(facts, table, setup, "one-actor", 1,
                    Runs.distributed(setup, 1, LaunchType.THREADS)),
            report(facts, table, setup, "threads", actors,
                    Runs.distributed(setup, actors, LaunchType.THREADS)),
            report(facts, table, setup, "sockets", 2,
                    Runs.distributed(setup, 2, LaunchType.SOCKETS)),
            report(facts, table, setup, "processes", 2,
                    Runs.distributed(setup, 2, LaunchType.PROCESSES))};
        // end::ways[]
        facts.value("wrong-ratios", Arrays.stream(returns).filter(Double::isNaN).count(), "");
        facts.exactly("wrong-ratios", 0, "acme-code, dqn/builder.py", "of five runs, to within 10 %");
        double least = Arrays.stream(returns).filter(r -> !Double.isNaN(r)).min().orElse(-1);
        facts.value("least-return", least, "");
        if (setup.learnerSteps() >= 400 && setup.perInsert() <= 8 && setup.nStep() == 5) {
            facts.atLeast("least-return", 0.95, "acme-paper, abstract", "equivalent performance; 1 is the best");
        }
        System.out.print(table.text() + "\n");
    }

    /** Return of a run, or no number when its ratio of inserts to samples is off by more than 10 %. */
    private static double report(
            Facts facts, Table table, Setup setup, String name, int actors, Runs.Result result) {
        double items = (double) (result.inserts() - setup.minSize()) / setup.learnerSteps();
        double reached = Runs.greedyReturn(result.values());
        facts.value("return-" + name, reached, "");
        table.row(name.replace('-', ' '), actors, items, reached);
        return Math.abs(items * setup.perInsert() / setup.batch() - 1) <= 0.1 ? reached : Double.NaN;
    }

    private static void counted(Facts facts, Setup setup) {
        var asked = Runs.single(setup);
        var counted = Runs.counted(setup);
        facts.value("asked-observations", (double) asked.observations() / setup.learnerSteps(), "");
        facts.value("counted-observations", (double) counted.observations() / setup.learnerSteps(), "");
        facts.value("counted-items", (double) counted.inserts() / setup.learnerSteps(), "");
        facts.value("items-per-episode", Catch.STEPS + setup.nStep() - 1, "");
        facts.value("observations-per-episode", Catch.STEPS, "");
        System.out.printf(Locale.ROOT, "observations for each learner step: %.1f if the table is asked,\n"
                + "%.1f if they are counted\n\n", (double) asked.observations() / setup.learnerSteps(),
                (double) counted.observations() / setup.learnerSteps());
    }

    private static void clocks(Facts facts, Setup setup, Times times) {
        var byCount = curves("Five curves of return against observations lie on one another.",
                "observations of all actors");
        var byTime = curves("Five curves of return against time: the more actors, the earlier the rise.",
                "time, as if an observation took 10 ms [s]");
        var table = Table.of("actors|%d", "observations|%d", "time [s]|%.1f", "speed-up|%.1f", "bound|%.1f", "return|%.2f");
        double alone = 0;
        double perStep = 0;
        int slower = 0;
        for (int actors = 1; actors <= 16; actors *= 2) {
            var runs = new ArrayList<List<VirtualTime.Point>>();
            for (int i = 0; i < SEEDS; i++) {
                runs.add(VirtualTime.run(setup.withSeed(setup.seed() + 100 * i), actors, times.act(), times.learn(), 10));
            }
            for (int p = 0; p < runs.get(0).size(); p++) {
                var mean = mean(runs, p);
                byCount.row(mean.observations(), mean.greedyReturn(), String.valueOf(actors));
                byTime.row(mean.millis() / 1e3, mean.greedyReturn(), String.valueOf(actors));
            }
            var end = mean(runs, runs.get(0).size() - 1);
            alone = actors == 1 ? end.millis() : alone;
            perStep = actors == 1 ? (double) end.observations() / setup.learnerSteps() : perStep;
            double speedup = facts.value("speedup-" + actors, alone / end.millis(), "");
            double bound = times.perStep(perStep, 1) / times.perStep(perStep, actors);
            facts.value("clock-return-" + actors, end.greedyReturn(), "");
            table.row(actors, end.observations(), end.millis() / 1e3, speedup, bound, end.greedyReturn());
            slower += speedup < 0.75 * bound ? 1 : 0;
        }
        facts.value("slower", slower, "");
        facts.exactly("slower", 0, "acme-paper, abstract", "just faster: at least 3/4 of the bound, at each number of actors");
        facts.figure("observations", byCount);
        facts.figure("time", byTime);
        System.out.print(table.text());
    }

    private static VirtualTime.Point mean(List<List<VirtualTime.Point>> runs, int place) {
        long observations = 0;
        double millis = 0;
        double greedyReturn = 0;
        for (var run : runs) {
            observations += run.get(place).observations();
            millis += run.get(place).millis() / runs.size();
            greedyReturn += run.get(place).greedyReturn() / runs.size();
        }
        return new VirtualTime.Point(observations / runs.size(), millis, greedyReturn);
    }

    private static Plot curves(String alt, String axis) {
        return Plot.of(alt).axis("x", axis).axis("y", "return of the greedy policy, mean of " + SEEDS + " runs")
                .limits(-0.65, 1.05).axis("color", "actors").layer("line").columns("x", "return", "actors")
                .map("x", "x").map("y", "return").map("color", "actors");
    }
}
