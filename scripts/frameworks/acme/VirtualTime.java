package acme;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs actors and a learner on clocks of their own that only exist here: each step takes a fixed time, everybody works
 * at once, and the table makes them wait. The steps themselves are the real ones.
 */
public final class VirtualTime {
    private VirtualTime() {}

    /** Where training stood: observations of all actors, milliseconds, and the return of the greedy policy. */
    public record Point(long observations, double millis, double greedyReturn) {}

    // tag::run[]
    /** Train with so many actors; a point after every {@code every} learner steps. */
    public static List<Point> run(Setup setup, int actors,
            double actMillis, double learnMillis, int every) {
        var points = new ArrayList<Point>();
        try (var replay = setup.replay()) {
            var learner = setup.learner(replay);
            var loops = new ArrayList<EnvironmentLoop>();
            for (int i = 0; i < actors; i++) {
                loops.add(new EnvironmentLoop(
                        setup.environment(i), setup.actor(learner, replay, i)));
            }
            var free = new double[actors + 1]; // from when on; the last is the learner
            double now = 0;
            long observations = 0;
            while (learner.steps() < setup.learnerSteps()) {
                boolean mayAct = replay.canInsert(setup.nStep());
                boolean mayLearn = replay.canSample(setup.batch());
                int who = next(free, mayAct, mayLearn); // <1>
                now = Math.max(now, free[who]); // <2>
                if (who < actors) {
                    loops.get(who).step();
                    observations++;
                    free[who] = now + actMillis;
                } else {
                    learner.step();
                    free[who] = now + learnMillis;
                    if (learner.steps() % every == 0) {
                        points.add(new Point(observations, free[who],
                                Runs.greedyReturn(learner.variables())));
                    }
                }
            }
        }
        return points;
    }
    // end::run[]

    private static int next(double[] free, boolean mayAct, boolean mayLearn) {
        int learner = free.length - 1;
        int first = mayLearn ? learner : 0;
        for (int i = 0; i < learner && mayAct; i++) {
            first = free[i] < free[first] ? i : first;
        }
        return first;
    }
}
