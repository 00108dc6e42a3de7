package acme;

/** Double Q-learning on a table of values, with priorities and importance weights as in Acme's DQN. */
public final class QLearner implements Interfaces.Learner {
    private final Interfaces.Replay replay;
    private final int batch;
    private final double[] online = new double[Catch.STATES * Catch.ACTIONS];
    private final int targetPeriod;
    private final int[] visits = new int[Catch.STATES * Catch.ACTIONS];
    private double[] target = online.clone();
    private int steps;

    QLearner(Interfaces.Replay replay, int batch, int targetPeriod) {
        this.replay = replay;
        this.batch = batch;
        this.targetPeriod = targetPeriod;
    }

    // tag::step[]
    @Override
    public void step() {
        var drawn = replay.sample(batch); // <1>
        var priorities = new double[batch];
        double rarest = Double.MAX_VALUE;
        for (double probability : drawn.probabilities()) {
            rarest = Math.min(rarest, probability);
        }
        synchronized (this) {
            for (int i = 0; i < batch; i++) {
                var row = drawn.transitions()[i];
                int at = (int) row[0] * Catch.ACTIONS + (int) row[1];
                int next = (int) row[4] * Catch.ACTIONS;
                double error = row[2] + row[3] * target[next + best(next)] - online[at];
                double weight = StrictMath.pow(rarest / drawn.probabilities()[i], 0.2);
                double rate = Math.max(0.05, StrictMath.pow(++visits[at], -0.6)); // <2>
                online[at] += rate * weight * error;
                priorities[i] = Math.abs(error);
            }
            if (++steps % targetPeriod == 0) {
                target = online.clone();
            }
        }
        replay.update(drawn.keys(), priorities); // <3>
    }
    // end::step[]

    private int best(int next) {
        int best = 0;
        for (int a = 1; a < Catch.ACTIONS; a++) {
            best = online[next + a] > online[next + best] ? a : best;
        }
        return best;
    }

    @Override
    public synchronized double[] variables() {
        return online.clone();
    }

    /** Steps so far. */
    public synchronized int steps() {
        return steps;
    }
}
