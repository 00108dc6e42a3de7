package acme;

import java.io.Serializable;

/**
 * Numbers of an agent.
 *
 * @param learnerSteps after which training ends
 * @param batch items of a learner step
 * @param perInsert samples for each insert
 * @param minSize items before the first learner step
 * @param nStep steps of a transition
 * @param epsilon probability of a random action
 * @param seed of everything random
 */
public record Setup(int learnerSteps, int batch, double perInsert, int minSize, int nStep, double epsilon, long seed)
        implements Serializable {
    static final double DISCOUNT = 0.99;

    /** The same with another seed. */
    public Setup withSeed(long other) {
        return new Setup(learnerSteps, batch, perInsert, minSize, nStep, epsilon, other);
    }

    // tag::parts[]
    /** The table that ties actors and learner. */
    TableReplay replay() {
        return new TableReplay(perInsert, minSize, seed);
    }

    /** A learner that reads from a table. */
    QLearner learner(Interfaces.Replay replay) {
        return new QLearner(replay, batch, 20);
    }

    /** An actor with its number, which decides its random choices. */
    GreedyActor actor(
            Interfaces.VariableSource learner, Interfaces.Replay replay, int number) {
        return new GreedyActor(learner, new NStepAdder(nStep, DISCOUNT, replay::insert),
                epsilon, seed + 1000 + number);
    }

    /** An environment with the number of its actor. */
    Catch environment(int number) {
        return new Catch(seed + 2000 + number);
    }
    // end::parts[]
}
