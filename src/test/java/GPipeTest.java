import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gpipe.Schedule;
import gpipe.StagedMlp;
import java.util.HashMap;
import java.util.HashSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Gradients, order, bubble and memory of a GPipe pipeline of any shape. */
class GPipeTest {
    @Example
    void gradientIsTheSlopeOfTheLoss() {
        var model = new StagedMlp(4, 3, 5, 7);
        var gradient = model.gradients(Schedule.of(new double[] {2, 2}, 5, false).events(), 2, 5);

        for (int layer = 0; layer < 4; layer++) {
            for (int i = 0; i < 9; i++) {
                double weight = model.weights()[layer][i];
                model.weights()[layer][i] = weight + 1e-6;
                double up = model.loss();
                model.weights()[layer][i] = weight - 1e-6;
                double down = model.loss();
                model.weights()[layer][i] = weight;
                assertThat(gradient[layer][i]).isCloseTo((up - down) / 2e-6, within(1e-8));
            }
        }
    }

    @Property(tries = 60)
    void gradientDoesNotDependOnTheCuts(
            @ForAll @IntRange(min = 1, max = 8) int stages,
            @ForAll @IntRange(min = 1, max = 12) int microbatches,
            @ForAll boolean early) {
        var model = new StagedMlp(8, 4, 12, 3);
        var alone = Schedule.of(GPipe.costs(1), microbatches, false).events();
        var whole = Schedule.of(GPipe.costs(1), 1, false).events();
        var piped = Schedule.of(GPipe.costs(stages), microbatches, early).events();

        var got = model.gradients(piped, stages, microbatches);

        assertThat(got).isDeepEqualTo(model.gradients(alone, 1, microbatches));
        assertThat(GPipe.gap(model.gradients(whole, 1, 1), got)).isLessThan(1e-12);
    }

    @Property(tries = 100)
    void bubbleOfEqualStagesIsTheFormula(
            @ForAll @IntRange(min = 1, max = 16) int stages,
            @ForAll @IntRange(min = 1, max = 64) int microbatches) {
        var costs = new double[stages];
        java.util.Arrays.fill(costs, 0.25);

        assertThat(Schedule.of(costs, microbatches, false).bubble())
                .isCloseTo((stages - 1.0) / (microbatches + stages - 1), within(1e-12));
        assertThat(Schedule.of(costs, microbatches, true).bubble())
                .isCloseTo(
                        3.0 * (stages - 1) / (4 * microbatches + 3 * (stages - 1)), within(1e-12));
    }

    @Property(tries = 60)
    void everyPieceOfWorkComesOnceAndAfterWhatItNeeds(
            @ForAll @IntRange(min = 1, max = 8) int stages,
            @ForAll @IntRange(min = 1, max = 10) int microbatches,
            @ForAll boolean early) {
        var costs = new double[stages];
        for (int k = 0; k < stages; k++) {
            costs[k] = 1 + k % 3;
        }
        var ended = new HashMap<String, Double>();
        var busyUntil = new double[stages];
        for (var e : Schedule.of(costs, microbatches, early).events()) {
            var work = e.phase() + " " + e.stage() + " " + e.microbatch();
            var needs = new HashSet<String>();
            switch (e.phase()) {
                case FORWARD -> needs.add("FORWARD " + (e.stage() - 1) + " " + e.microbatch());
                case RECOMPUTE -> needs.add("FORWARD " + e.stage() + " " + e.microbatch());
                default -> {
                    needs.add("RECOMPUTE " + e.stage() + " " + e.microbatch());
                    needs.add("BACKWARD " + (e.stage() + 1) + " " + e.microbatch());
                }
            }
            needs.removeIf(need -> need.contains("-1") || need.contains("D " + stages + " "));
            assertThat(ended.keySet()).containsAll(needs);
            needs.forEach(need -> assertThat(ended.get(need)).isLessThanOrEqualTo(e.start()));
            assertThat(e.start()).isGreaterThanOrEqualTo(busyUntil[e.stage()]);
            busyUntil[e.stage()] = e.end();
            assertThat(ended.put(work, e.end())).isNull();
        }
        assertThat(ended).hasSize(3 * stages * microbatches);
    }

    @Property(tries = 60)
    void peakOfStoredActivationsIsInputsAndOneInterior(
            @ForAll @IntRange(min = 1, max = 8) int stages,
            @ForAll @IntRange(min = 1, max = 12) int microbatches) {
        var model = new StagedMlp(8, 4, 12, 3);
        model.gradients(
                Schedule.of(GPipe.costs(stages), microbatches, false).events(),
                stages,
                microbatches);

        int layers = (8 + stages - 1) / stages;
        int samples = (12 + microbatches - 1) / microbatches;
        assertThat(model.peak()).isLessThanOrEqualTo(12 + layers * samples);
        assertThat(model.peak()).isGreaterThanOrEqualTo(12 + layers * (12 / microbatches));
    }

    @Example
    void speedIsStagesTimesMicrobatchesOverSteps() {
        assertThat(GPipe.speed(8, 32) / GPipe.speed(2, 1))
                .isCloseTo(8 * 32 / 39.0 / (2 / 2.0), within(1e-12));
    }
}
