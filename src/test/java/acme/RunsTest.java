package acme;

import static org.assertj.core.api.Assertions.assertThat;

import launchpad.LaunchType;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The same parts in one loop, on nodes, and on clocks that only exist in a program. */
class RunsTest {
    private static final Setup SETUP = new Setup(400, 64, 8, 200, 5, 0.05, 1);

    private static void isInTheCorridor(Runs.Result result, Setup setup) {
        double middle = setup.perInsert() * setup.minSize();
        double ahead = result.inserts() * setup.perInsert() - result.samples();
        assertThat(result.samples()).isEqualTo((long) setup.learnerSteps() * setup.batch());
        assertThat(ahead).isBetween(0.9 * middle, 1.1 * middle);
    }

    @Example
    void oneLoopLearnsToCatchAndIsTheSameEachTime() {
        var result = Runs.single(SETUP);
        isInTheCorridor(result, SETUP);
        assertThat(Runs.greedyReturn(result.values())).isEqualTo(1);
        assertThat(Runs.single(SETUP).values()).containsExactly(result.values());
    }

    @Property(tries = 6)
    void anyNumberOfActorsReachesTheSameReturn(@ForAll @IntRange(min = 1, max = 8) int actors) {
        var result = Runs.distributed(SETUP, actors, LaunchType.THREADS);
        isInTheCorridor(result, SETUP);
        assertThat(Runs.greedyReturn(result.values())).isEqualTo(1);
    }

    @Example
    void soDoSocketsAndProcesses() {
        for (var type : new LaunchType[] {LaunchType.SOCKETS, LaunchType.PROCESSES}) {
            var result = Runs.distributed(SETUP, 2, type);
            isInTheCorridor(result, SETUP);
            assertThat(Runs.greedyReturn(result.values())).isEqualTo(1);
        }
    }

    @Example
    void nothingLearntIsWorseThanChance() {
        assertThat(Runs.greedyReturn(new double[Catch.STATES * Catch.ACTIONS])).isLessThan(0.95);
    }

    @Property(tries = 8)
    void virtualTimeIsTheSlowerOfTheTwoSides(@ForAll @IntRange(min = 1, max = 16) int actors) {
        var setup = new Setup(200, 64, 8, 200, 5, 0.05, 3);
        var points = VirtualTime.run(setup, actors, 10, 5, 50);
        var end = points.get(points.size() - 1);

        assertThat(points).hasSize(4);
        double bound = Math.max(200 * 5, end.observations() * 10.0 / actors);
        assertThat(end.millis()).isGreaterThanOrEqualTo(0.99 * bound - 20).isLessThan(1.4 * bound);
    }

    @Example
    void learnerThatIsSlowMakesActorsWait() {
        var setup = new Setup(100, 64, 8, 200, 5, 0.05, 3);
        var points = VirtualTime.run(setup, 4, 1, 1000, 50);
        assertThat(points.get(1).millis()).isBetween(100_000.0, 101_000.0);
        assertThat(points.get(1).observations()).isLessThan(1000);
    }

    @Example
    void firstVersionCountsObservations() {
        int[][] want = {{0, 0}, {199, 0}, {200, 1}, {201, 0}, {207, 0}, {208, 1}, {216, 1}};
        for (int[] row : want) {
            assertThat(Agent.learnerSteps(row[0], 200, 8)).as(row[0] + "").isEqualTo(row[1]);
        }
        assertThat(Agent.learnerSteps(199, 200, 0.25)).isZero();
        assertThat(Agent.learnerSteps(200, 200, 0.25)).isEqualTo(4);
        assertThat(Agent.learnerSteps(201, 200, 0.25)).isEqualTo(4);
        assertThat(Agent.learnerSteps(201, 200, 1)).isEqualTo(1);
    }

    @Example
    void countingObservationsAndAskingTheTableDifferByTheShortTransitions() {
        double asked = Runs.single(SETUP).observations() / 400.0;
        double counted = Runs.counted(SETUP).observations() / 400.0;
        assertThat(counted).isBetween(8.0, 8.6);
        assertThat(asked).isBetween(8 * 9 / 13.0, 8 * 9 / 13.0 + 0.5);
    }
}
