import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import recompute.Backprop;
import recompute.Chain;

/** Schedules of any size: one gradient, counted memory, counted work. */
class GradientCheckpointingTest {
    @Property(tries = 60)
    void everyScheduleGivesTheGradientOfStoringAllToTheLastBit(
            @ForAll @IntRange(min = 2, max = 40) int layers,
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 8) int snapshots) {
        var all = GradientCheckpointing.run(layers, 3, net -> net.segments(layers));

        var schedules = GradientCheckpointing.schedules(layers, Math.min(size, layers), snapshots);
        assertThat(schedules).hasSize(5);
        schedules
                .values()
                .forEach(
                        schedule ->
                                assertThat(
                                                GradientCheckpointing.run(layers, 3, schedule)
                                                        .gradients())
                                        .isDeepEqualTo(all.gradients()));
    }

    @Example
    void gradientIsTheSlopeOfTheLoss() {
        // y = tanh(w x) once: the slope is (1 - y^2) x
        var chain = new Chain(1, 1);
        double x = chain.input()[0];
        double slope = new Backprop(chain).segments(1).gradients()[0][0][0];
        double w = new java.util.Random(7).nextGaussian();

        double y = Math.tanh(w * x);
        assertThat(slope).isCloseTo((1 - y * y) * x, within(1e-12));
    }

    @Property(tries = 100)
    void segmentsHoldTheirNumberPlusTheirSize(
            @ForAll @IntRange(min = 2, max = 300) int layers,
            @ForAll @IntRange(min = 1, max = 300) int wanted) {
        int size = Math.min(wanted, layers);
        int segments = (layers + size - 1) / size;
        var cost = GradientCheckpointing.run(layers, 1, net -> net.segments(size));

        assertThat(cost.peak()).isLessThanOrEqualTo(segments + size + 1);
        int last = layers - (segments - 1) * size;
        int expected = Math.max(segments + last, segments > 1 ? segments - 1 + size : 0);
        assertThat(cost.peak()).isBetween(expected, expected + 1);
        assertThat(cost.evaluations()).isEqualTo(2L * layers - last);
    }

    @Property(tries = 100)
    void everyScheduleLeavesTheMemoryEmpty(
            @ForAll @IntRange(min = 2, max = 60) int layers,
            @ForAll @IntRange(min = 1, max = 60) int snapshots) {
        for (var schedule :
                GradientCheckpointing.schedules(layers, Math.min(layers, 7), snapshots).values()) {
            var ledger = schedule.apply(new Backprop(new Chain(layers, 1))).ledger();
            assertThat(ledger.held()).isZero();
            assertThat(ledger.stays()).hasSizeGreaterThan(layers);
            assertThat(ledger.stays())
                    .allSatisfy(stay -> assertThat(stay.to()).isGreaterThan(stay.from()));
        }
    }

    @Example
    void bestPeakIsTwiceTheRootToOneActivation() {
        for (int layers = 16; layers <= 400; layers += 7) {
            int best = GradientCheckpointing.peak(layers, GradientCheckpointing.best(layers));
            assertThat((double) best).isCloseTo(2 * Math.sqrt(layers), within(1.0));
        }
    }

    @Example
    void formulaIsTheMinimumOverAllCutsForTwoHundredLayers() {
        var least = new long[201][11];
        for (int layers = 2; layers <= 200; layers++) {
            least[layers][1] = (long) layers * (layers - 1) / 2;
        }
        for (int c = 2; c <= 10; c++) {
            for (int layers = 2; layers <= 200; layers++) {
                least[layers][c] = Long.MAX_VALUE;
                for (int m = 1; m < layers; m++) {
                    least[layers][c] =
                            Math.min(least[layers][c], m + least[layers - m][c - 1] + least[m][c]);
                }
            }
        }
        for (int c = 1; c <= 10; c++) {
            for (int layers = 1; layers <= 200; layers++) {
                assertThat(Backprop.steps(layers, c)).isEqualTo(least[layers][c]);
            }
        }
    }

    @Property(tries = 60)
    void binomialScheduleRunsAheadExactlyAsOftenAsTheFormulaSays(
            @ForAll @IntRange(min = 2, max = 120) int layers,
            @ForAll @IntRange(min = 1, max = 12) int snapshots) {
        var cost =
                GradientCheckpointing.run(
                        layers, 1, net -> net.nested(snapshots, Backprop::bestCut));

        assertThat(cost.advances()).isEqualTo(Backprop.steps(layers, snapshots));
        assertThat(cost.evaluations()).isEqualTo(cost.advances() + layers);
        assertThat(cost.peak()).isLessThanOrEqualTo(snapshots + 2);
    }
}
