package acme;

/** An actor and a learner as one: acts, and learns whenever the table lets it. */
final class Agent implements Interfaces.Actor {
    private final Interfaces.Actor actor;
    private final Interfaces.Learner learner;
    private final Interfaces.Replay replay;
    private final int batch;

    Agent(Interfaces.Actor actor, Interfaces.Learner learner, Interfaces.Replay replay, int batch) {
        this.actor = actor;
        this.learner = learner;
        this.replay = replay;
        this.batch = batch;
    }

    @Override
    public int selectAction(int state) {
        return actor.selectAction(state);
    }

    @Override
    public void observeFirst(int state) {
        actor.observeFirst(state);
    }

    @Override
    public void observe(int action, Catch.Step next) {
        actor.observe(action, next);
    }

    // tag::update[]
    @Override
    public void update() {
        boolean learnt = false;
        while (replay.canSample(batch)) {
            learner.step();
            learnt = true;
        }
        if (learnt) {
            actor.update();
        }
    }
    // end::update[]

    // tag::counted[]
    /** The rule of Acme's first version: learner steps after an observation. */
    static int learnerSteps(
            int observations, int minObservations, double observationsPerStep) {
        int n = observations - minObservations;
        if (n < 0) {
            return 0;
        }
        return observationsPerStep > 1
                ? n % (int) observationsPerStep == 0 ? 1 : 0
                : (int) (1 / observationsPerStep);
    }
    // end::counted[]
}
