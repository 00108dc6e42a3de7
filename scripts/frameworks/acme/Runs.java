package acme;

import launchpad.CourierNode;
import launchpad.LaunchType;
import launchpad.Launcher;
import launchpad.Program;

/** The same parts put together in three ways. */
public final class Runs {
    private Runs() {}

    /**
     * What a run came to.
     *
     * @param values learnt
     * @param inserts into the table when the last learner step was done
     * @param samples from it
     * @param observations made, where they were counted, else 0
     */
    public record Result(double[] values, long inserts, long samples, long observations) {
        static Result of(double[] values, long[] counts, long observations) {
            return new Result(values, counts[0], counts[1], observations);
        }
    }

    // tag::single[]
    /** One loop: act, observe, and learn whenever the table has enough. */
    public static Result single(Setup setup) {
        try (var replay = setup.replay()) {
            var learner = setup.learner(replay);
            var actor = setup.actor(learner, replay, 0);
            var agent = new Agent(actor, learner, replay, setup.batch());
            var loop = new EnvironmentLoop(setup.environment(0), agent);
            long observations = 0;
            for (; learner.steps() < setup.learnerSteps(); observations++) {
                loop.step();
            }
            return Result.of(learner.variables(), replay.counts(), observations);
        }
    }
    // end::single[]

    /** The loop of Acme's first version, which counts observations instead of asking the table. */
    public static Result counted(Setup setup) {
        try (var replay = new TableReplay(reverb.RateLimiter.minSize(1), setup.seed())) {
            var learner = setup.learner(replay);
            var loop = new EnvironmentLoop(setup.environment(0), setup.actor(learner, replay, 0));
            int observations = 0;
            while (learner.steps() < setup.learnerSteps()) {
                loop.step();
                observations++;
                int steps = Agent.learnerSteps(observations, Math.max(setup.batch(), setup.minSize()),
                        setup.batch() / setup.perInsert());
                for (int i = 0; i < steps; i++) {
                    learner.step();
                }
            }
            return Result.of(learner.variables(), replay.counts(), observations);
        }
    }

    // tag::nodes[]
    /** The learner as a node: others fetch its variables while its main steps. */
    static final class LearnerNode implements Interfaces.VariableSource, Runnable {
        private final QLearner learner;
        private final int steps;

        LearnerNode(Setup setup, Interfaces.Replay replay) {
            this.learner = setup.learner(replay);
            this.steps = setup.learnerSteps();
        }

        @Override
        public void run() {
            while (learner.steps() < steps) {
                learner.step();
            }
        }

        @Override
        public double[] variables() {
            return learner.variables();
        }
    }

    /** An actor as a node: acts until the table is closed. */
    static final class ActorNode implements Runnable {
        private final EnvironmentLoop loop;

        ActorNode(Setup setup, int number,
                Interfaces.VariableSource learner, Interfaces.Replay replay) {
            var actor = setup.actor(learner, replay, number);
            this.loop = new EnvironmentLoop(setup.environment(number), actor);
        }

        @Override
        public void run() {
            while (true) {
                loop.step();
            }
        }
    }
    // end::nodes[]

    // tag::distributed[]
    /** Figure 4 as a program: a table, a learner, and as many actors as one likes. */
    public static Result distributed(Setup setup, int actors, LaunchType type) {
        var program = new Program("distributed-agent");
        var replay = program.addNode("replay",
                CourierNode.of(Interfaces.Replay.class, TableReplay.class,
                        setup.perInsert(), setup.minSize(), setup.seed()));
        var learner = program.addNode("learner",
                CourierNode.of(Interfaces.VariableSource.class, LearnerNode.class,
                        setup, replay));
        for (int number = 0; number < actors; number++) {
            program.addNode("actor",
                    CourierNode.of(Runnable.class, ActorNode.class,
                            setup, number, learner, replay));
        }
        try (var running = Launcher.launch(program, type)) {
            running.join(learner); // <1>
            return Result.of(running.client(learner).variables(),
                    running.client(replay).counts(), 0);
        }
    }
    // end::distributed[]

    /** Mean return over every column that a ball can start in, always taking the best action. */
    public static double greedyReturn(double[] values) {
        var actor = new GreedyActor(() -> values, null, 0, 1);
        double sum = 0;
        for (int column = 0; column < Catch.COLUMNS; column++) {
            var environment = new Catch(0);
            var step = environment.reset(column);
            while (!step.last()) {
                step = environment.step(actor.selectAction(step.state()));
            }
            sum += step.reward();
        }
        return sum / Catch.COLUMNS;
    }

    /** Mean return of random actions over some episodes. */
    public static double randomReturn(int episodes, long seed) {
        var random = new java.util.SplittableRandom(seed);
        var environment = new Catch(seed + 1);
        double sum = 0;
        for (int i = 0; i < episodes; i++) {
            var step = environment.reset();
            while (!step.last()) {
                step = environment.step(random.nextInt(Catch.ACTIONS));
            }
            sum += step.reward();
        }
        return sum / episodes;
    }
}
