package acme;

import java.util.SplittableRandom;

/** Takes the best action it knows, sometimes a random one; ties are drawn. */
public final class GreedyActor implements Interfaces.Actor {
    private static final int PERIOD = 10;

    private final Interfaces.VariableSource source;
    private final Interfaces.Adder adder;
    private final double epsilon;
    private final SplittableRandom random;
    private double[] values;
    private int updates;

    GreedyActor(Interfaces.VariableSource source, Interfaces.Adder adder, double epsilon, long seed) {
        this.source = source;
        this.adder = adder;
        this.epsilon = epsilon;
        this.random = new SplittableRandom(seed);
        this.values = source.variables();
    }

    @Override
    public int selectAction(int state) {
        if (random.nextDouble() < epsilon) {
            return random.nextInt(Catch.ACTIONS);
        }
        int best = 0;
        int ties = 0;
        for (int a = 0; a < Catch.ACTIONS; a++) {
            double better = values[state * Catch.ACTIONS + a] - values[state * Catch.ACTIONS + best];
            ties = better > 0 ? 1 : better == 0 ? ties + 1 : ties;
            best = better > 0 || better == 0 && random.nextInt(ties) == 0 ? a : best;
        }
        return best;
    }

    @Override
    public void observeFirst(int state) {
        adder.addFirst(state);
    }

    @Override
    public void observe(int action, Catch.Step next) {
        adder.add(action, next);
    }

    @Override
    public void update() {
        if (++updates % PERIOD == 0) { // fetching may be dear
            values = source.variables();
        }
    }
}
