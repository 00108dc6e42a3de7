package acme;

/** What the parts of an agent ask of each other. */
public final class Interfaces {
    private Interfaces() {}

    // tag::interfaces[]
    /** Acts in an environment and remembers what came of it. */
    public interface Actor {
        int selectAction(int state);

        void observeFirst(int state);

        void observe(int action, Catch.Step next);

        void update(); // fetch newer variables, if there are any
    }

    /** Turns steps into items of a table. */
    public interface Adder {
        void addFirst(int state);

        void add(int action, Catch.Step next);
    }

    /** Has variables that others want: here, the value of each action in each state. */
    public interface VariableSource {
        double[] variables();
    }

    /** Improves its variables, a batch at a time. */
    public interface Learner extends VariableSource {
        void step();
    }

    /** A replay table as actors and learners see it. */
    public interface Replay {
        void insert(double[] transition);

        Batch sample(int items);

        void update(long[] keys, double[] priorities);

        boolean canSample(int items);

        boolean canInsert(int items);

        /** Inserts and samples so far. */
        long[] counts();
    }
    // end::interfaces[]

    /**
     * Items of one draw.
     *
     * @param keys to send priorities back
     * @param probabilities of the items when they were drawn
     * @param transitions one row each: state, action, return over n steps, discount, next state
     */
    public record Batch(long[] keys, double[] probabilities, double[][] transitions) implements java.io.Serializable {}
}
