import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import probe.Glyphs;
import probe.Probe;
import probe.Unit;

/** Gradients of the probe nets, and the identities that the lecture states. */
class ConvNetQuestionsTest {
    @Property(tries = 40)
    void gradientsAgreeWithFiniteDifferences(
            @ForAll Unit unit,
            @ForAll boolean normalized,
            @ForAll @IntRange(min = 1, max = 3) int hidden,
            @ForAll @IntRange(max = 1000) int seed) {
        var net = new Probe(new Probe.Plan(hidden, 6, unit, normalized, 0, 1), new Random(seed));
        var batch = Glyphs.draw(9, 0.3, new Random(seed));
        net.learn(batch);
        var random = new Random(seed);
        for (var stage : net.stages()) {
            int i = random.nextInt(stage.weights.length);
            int u = random.nextInt(stage.weights[0].length);
            net.learn(batch);
            double slope = stage.slopes[i][u];
            double kept = stage.weights[i][u];
            stage.weights[i][u] = kept + 1e-6;
            double up = net.learn(batch);
            stage.weights[i][u] = kept - 1e-6;
            double down = net.learn(batch);
            stage.weights[i][u] = kept;

            assertThat(slope).isCloseTo((up - down) / 2e-6, within(1e-6));
        }
    }

    @Property(tries = 50)
    void scaleOfTheWeightsDoesNotReachTheOutputOfANormalizedNet(
            @ForAll @DoubleRange(min = 1, max = 1000) double gain,
            @ForAll @IntRange(max = 1000) int seed) {
        var batch = Glyphs.draw(30, 0.3, new Random(seed));
        var small =
                new Probe(new Probe.Plan(1, 8, Unit.RELU, true, 0, 100), new Random(seed))
                        .forward(batch.images(), true);
        var large =
                new Probe(new Probe.Plan(1, 8, Unit.RELU, true, 0, 100 * gain), new Random(seed))
                        .forward(batch.images(), true);
        for (int n = 0; n < small.length; n++) {
            for (int c = 0; c < small[n].length; c++) {
                assertThat(large[n][c]).isCloseTo(small[n][c], within(1e-6));
            }
        }
    }

    @Example
    void dropoutInTrainingAveragesToTheHalvedUnitsOfUse() {
        var random = new Random(5);
        var stage =
                new Probe(new Probe.Plan(1, 4, Unit.RELU, false, 0.5, 1), random).stages().get(0);
        var image = Glyphs.draw(1, 0.3, random).images();
        var use = stage.forward(image, false)[0];
        var mean = new double[use.length];
        for (int i = 0; i < 20000; i++) {
            var out = stage.forward(image, true)[0];
            for (int u = 0; u < mean.length; u++) {
                mean[u] += out[u] / 20000;
            }
        }
        for (int u = 0; u < mean.length; u++) {
            assertThat(mean[u]).isCloseTo(use[u], within(use[u] * 3 / Math.sqrt(20000) + 1e-12));
        }
    }

    @Property(tries = 50)
    void glyphsFitTheImageAndDifferFromEachOther(@ForAll @IntRange(max = 9) int digit) {
        for (int other = 0; other < digit; other++) {
            int differs = 0;
            for (int p = 0; p < 35; p++) {
                differs +=
                        Glyphs.ink(digit, p / 5, p % 5) != Glyphs.ink(other, p / 5, p % 5) ? 1 : 0;
            }
            assertThat(differs).isGreaterThan(1);
        }
        assertThat(Glyphs.ink(digit, 7, 0)).isFalse();
        assertThat(Glyphs.ink(digit, 0, 5)).isFalse();
        assertThat(Glyphs.ink(digit, -1, 2)).isFalse();
    }

    @Example
    void normalizedNetLearnsFromWeightsTooSmallForThePlainOne() {
        var setting = new ConvNetQuestions.Setting(3, 60, 20, 0.1, 1);
        var seen = setting.draw(300, 1);

        assertThat(
                        ConvNetQuestions.train(
                                setting.net(Unit.RELU, true, 0.03), seen, seen, setting, 0.1))
                .isGreaterThan(0.4);
        assertThat(
                        ConvNetQuestions.train(
                                setting.net(Unit.RELU, false, 0.03), seen, seen, setting, 0.1))
                .isLessThan(0.25);
    }

    @Example
    void netThatOverflowedNamesNothing() {
        var p = new double[][] {{Double.NaN, Double.NaN}};

        assertThat(Probe.accuracy(p, new int[] {0})).isZero();
    }
}
