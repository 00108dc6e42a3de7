import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import pipedream.OneForwardOneBackward;
import pipedream.VersionedMlp;
import pipedream.VersionedMlp.Policy;

/** Order of the passes, versions they see, and gradients they compute. */
class WeightStashingTest {
    @Property(tries = 80)
    void everyPassRunsOnceAfterWhatItNeedsAndAlone(
            @ForAll @IntRange(min = 1, max = 8) int stages,
            @ForAll @IntRange(min = 1, max = 20) int minibatches,
            @ForAll @IntRange(min = 1, max = 8) int depth) {
        var events = OneForwardOneBackward.events(stages, minibatches, depth);
        var ended = new int[2][stages + 1][minibatches];
        var busy = new int[stages];
        var seen = new HashSet<String>();
        for (var e : events) {
            int s = e.stage();
            int m = e.minibatch();
            assertThat(e.start()).isGreaterThanOrEqualTo(busy[s]);
            busy[s] = e.end();
            if (e.forward()) {
                assertThat(e.start()).isGreaterThanOrEqualTo(s == 0 ? 0 : ended[1][s - 1][m]);
                assertThat(s == 0 || ended[1][s - 1][m] > 0).isTrue();
            } else {
                int before = s + 1 == stages ? ended[1][s][m] : ended[0][s + 1][m];
                assertThat(before).isPositive().isLessThanOrEqualTo(e.start());
            }
            ended[e.forward() ? 1 : 0][s][m] = e.end();
            assertThat(seen.add(e.forward() + " " + s + " " + m)).isTrue();
        }
        assertThat(seen).hasSize(2 * stages * minibatches);
    }

    @Property(tries = 30)
    void fullPipelineHasNoGapsOnTheLastStage(
            @ForAll @IntRange(min = 1, max = 6) int stages,
            @ForAll @IntRange(min = 1, max = 20) int minibatches) {
        int end =
                OneForwardOneBackward.events(stages, minibatches, stages).stream()
                        .filter(e -> e.stage() == stages - 1)
                        .mapToInt(OneForwardOneBackward.Event::end)
                        .max()
                        .orElse(0);

        assertThat(end).isEqualTo(stages - 1 + 3 * minibatches);
    }

    @Property(tries = 20)
    void staleByTheStagesBehind(@ForAll @IntRange(min = 1, max = 6) int stages) {
        var model = new VersionedMlp(stages, 0.1);
        model.train(OneForwardOneBackward.events(stages, 30, stages), Policy.STASH);

        for (int s = 0; s < stages; s++) {
            assertThat(20 - model.version(20, s)).isEqualTo(stages - 1 - s);
            assertThat(model.copies(s)).isEqualTo(stages - s);
        }
    }

    @Property(tries = 12)
    void gradientOfStashAndVerticalIsASlopeWhateverTheRate(
            @ForAll @IntRange(min = 2, max = 6) int stages, @ForAll boolean vertical) {
        var model = new VersionedMlp(stages, 0.8);
        model.train(
                OneForwardOneBackward.events(stages, 30, stages),
                vertical ? Policy.VERTICAL : Policy.STASH);

        assertThat(model.gradientError(20)).isLessThan(1e-6);
    }

    @Example
    void naiveGradientIsNoSlopeOfAnything() {
        var model = new VersionedMlp(4, 0.8);
        model.train(OneForwardOneBackward.events(4, 30, 4), Policy.NAIVE);

        assertThat(model.gradientError(20)).isGreaterThan(1e-3);
    }

    @Example
    void withoutAPipelineAllPoliciesAgree() {
        var losses = new HashSet<Double>();
        for (var policy : Policy.values()) {
            var model = new VersionedMlp(3, 0.3);
            model.train(OneForwardOneBackward.events(3, 40, 1), policy);
            losses.add(model.lossAfter(40));
        }

        assertThat(losses).hasSize(1);
    }

    @Example
    void trainingLowersTheLoss() {
        var model = new VersionedMlp(4, 0.3);
        model.train(OneForwardOneBackward.events(4, 300, 4), Policy.STASH);

        assertThat(model.lossAfter(300)).isLessThan(model.lossAfter(0) / 4);
        assertThat(model.lossAfter(0)).isCloseTo(new VersionedMlp(4, 9).lossAfter(0), within(0.0));
    }
}
