import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clockcycles.Blocks;
import clockcycles.Clocks;
import clockcycles.Clocks.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Order of tasks in both directions, and cuts against every other cut. */
class ClockCyclesTest {
    @Property(tries = 80)
    void everyTaskRunsOnceAfterItsTwoNeighbours(
            @ForAll @IntRange(min = 1, max = 20) int microbatches,
            @ForAll @IntRange(min = 1, max = 12) int partitions) {
        var clocks = Clocks.forward(microbatches, partitions);
        var at = new HashMap<Task, Integer>();
        for (int k = 0; k < clocks.size(); k++) {
            for (var task : clocks.get(k)) {
                assertThat(at.put(task, k)).isNull();
            }
        }

        assertThat(clocks).hasSize(microbatches + partitions - 1);
        assertThat(at).hasSize(microbatches * partitions);
        at.forEach(
                (task, k) -> {
                    if (task.j() > 0) {
                        assertThat(at.get(new Task(task.i(), task.j() - 1))).isLessThan(k);
                    }
                    if (task.i() > 0) {
                        assertThat(at.get(new Task(task.i() - 1, task.j()))).isLessThan(k);
                    }
                });
    }

    @Property(tries = 100)
    void chainedBackwardPassTakesTheLeastClocksInAnyOrder(
            @ForAll @IntRange(min = 1, max = 12) int microbatches,
            @ForAll @IntRange(min = 1, max = 8) int partitions,
            @ForAll int seed) {
        var order = Clocks.backward(microbatches, partitions, true, new Random(seed));
        var next = new int[partitions];
        Arrays.fill(next, microbatches - 1);
        for (var task : order) {
            assertThat(task.i()).isEqualTo(next[task.j()]--);
        }

        assertThat(Clocks.clocks(order, microbatches, partitions))
                .isEqualTo(microbatches + partitions - 1);
    }

    @Property(tries = 100)
    void freeBackwardPassIsNeverFaster(
            @ForAll @IntRange(min = 1, max = 12) int microbatches,
            @ForAll @IntRange(min = 1, max = 8) int partitions,
            @ForAll int seed) {
        var order = Clocks.backward(microbatches, partitions, false, new Random(seed));

        assertThat(order).doesNotHaveDuplicates().hasSize(microbatches * partitions);
        assertThat(Clocks.clocks(order, microbatches, partitions))
                .isBetween(microbatches + partitions - 1, microbatches * partitions);
    }

    @Example
    void wrongOrderCostsClocks() {
        var order = List.of(new Task(1, 1), new Task(0, 1), new Task(0, 0), new Task(1, 0));

        assertThat(Clocks.clocks(order, 2, 2)).isEqualTo(4);
    }

    @Example
    void missingEdgesAreNoticed() {
        int late = 0;
        for (int seed = 0; seed < 50; seed++) {
            var order = Clocks.backward(6, 4, false, new Random(seed));
            late += Clocks.clocks(order, 6, 4) > 9 ? 1 : 0;
        }

        assertThat(late).isPositive();
    }

    private static double brute(double[] costs, int from, int blocks) {
        if (blocks == 1) {
            return Arrays.stream(costs, from, costs.length).sum();
        }
        double best = Double.POSITIVE_INFINITY;
        for (int end = from + 1; end <= costs.length - blocks + 1; end++) {
            double first = Arrays.stream(costs, from, end).sum();
            best = Math.min(best, Math.max(first, brute(costs, end, blocks - 1)));
        }
        return best;
    }

    @Property(tries = 200)
    void cutIsTheBestOfAllCuts(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 50) Integer> list,
            @ForAll @IntRange(min = 1, max = 12) int wanted) {
        var costs = list.stream().mapToDouble(Integer::doubleValue).toArray();
        int blocks = Math.min(wanted, costs.length);

        assertThat(Blocks.slowest(costs, Blocks.best(costs, blocks)))
                .isCloseTo(brute(costs, 0, blocks), within(1e-9));
    }

    @Property(tries = 300)
    void settledBlocksDifferByNoMoreThanTheLargestElement(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1000) Integer> list,
            @ForAll @IntRange(min = 1, max = 12) int wanted) {
        var costs = list.stream().mapToDouble(Integer::doubleValue).toArray();
        var ends = Blocks.settle(costs, Math.min(wanted, costs.length));

        assertThat(Blocks.slowest(costs, ends) - Blocks.fastest(costs, ends))
                .isLessThanOrEqualTo(Arrays.stream(costs).max().orElse(0) * (1 + 1e-9));
        assertThat(ends).isSorted();
        assertThat(ends[ends.length - 1]).isEqualTo(costs.length);
    }

    @Example
    void settlesTheExampleOfTheLibrary() {
        var costs = new double[] {1, 2, 3, 4, 5, 6};

        assertThat(Blocks.settle(costs, 2)).containsExactly(4, 6);
        assertThat(Blocks.settle(Blocks.normalised(costs), 2)).containsExactly(4, 6);
    }

    @Example
    void recomputationCostsAtMostAQuarter() {
        assertThat(ClockCycles.alone(1)).isEqualTo(1);
        assertThat(ClockCycles.alone(2)).isCloseTo(6.0 / 7, within(1e-15));
        assertThat(ClockCycles.alone(1_000_000)).isCloseTo(0.75, within(1e-6));
    }
}
