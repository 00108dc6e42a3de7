import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import spiral.Classifier;
import spiral.Spiral;

/** Gradients, probabilities and counts of the case study. */
class Cs231nSpiralTest {
    @Property(tries = 60)
    void gradientsAgreeWithFiniteDifferences(
            @ForAll @IntRange(max = 9) int hidden,
            @ForAll @IntRange(min = 2, max = 5) int classes,
            @ForAll @DoubleRange(max = 0.1) double decay,
            @ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var points = Spiral.draw(classes, 8, 0.2, random);
        var net = new Classifier(hidden, classes, random);
        var parameters = new double[][] {net.first, net.firstBias, net.second, net.secondBias};
        for (int i = 0; i < net.first.length; i++) {
            net.first[i] = 1 + random.nextGaussian(); // away from the kinks at zero
        }
        for (int k = 0; k < 4; k++) {
            if (parameters[k].length > 0) {
                int at = random.nextInt(parameters[k].length);
                net.learn(points, decay);
                double slope = net.slopes[k][at];
                double kept = parameters[k][at];
                parameters[k][at] = kept + 1e-7;
                double up = net.learn(points, decay);
                parameters[k][at] = kept - 1e-7;
                double down = net.learn(points, decay);
                parameters[k][at] = kept;

                assertThat(slope).isCloseTo((up - down) / 2e-7, within(1e-4));
            }
        }
    }

    @Property(tries = 100)
    void probabilitiesSumToOneAndDoNotMoveWithACommonScore(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double shift,
            @ForAll @IntRange(max = 1000) int seed) {
        var random = new Random(seed);
        var scores = new double[4];
        Arrays.setAll(scores, i -> 5 * random.nextGaussian());
        var moved = Arrays.stream(scores).map(s -> s + shift).toArray();
        var p = Classifier.softmax(scores);
        var q = Classifier.softmax(moved);

        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
        assertThat(q).containsExactly(p, within(1e-9));
    }

    @Property(tries = 30)
    void lossFallsForASmallStep(
            @ForAll @IntRange(max = 1000) int seed, @ForAll @IntRange(max = 20) int hidden) {
        var random = new Random(seed);
        var points = Spiral.draw(3, 20, 0.2, random);
        var losses = Cs231nSpiral.train(new Classifier(hidden, 3, random), points, 5, 0.05, 0);

        assertThat(losses[5]).isLessThan(losses[0]);
    }

    @Example
    void circuitAgreesWithMovingItsInputs() {
        var w = new double[] {2, -3, -3};
        var x = new double[] {-1, -2};
        var slopes = Cs231nSpiral.circuit(w, x);
        for (int i = 0; i < 5; i++) {
            var wUp = w.clone();
            var xUp = x.clone();
            if (i < 3) {
                wUp[i] += 1e-6;
            } else {
                xUp[i - 3] += 1e-6;
            }
            assertThat(slopes[i + 1])
                    .isCloseTo(
                            (Cs231nSpiral.circuit(wUp, xUp)[0] - slopes[0]) / 1e-6, within(1e-6));
        }
    }

    @Example
    void armsStartInTheMiddleAndEndOnTheCircle() {
        var points = Spiral.draw(3, 50, 0.2, new Random(1));

        assertThat(Math.hypot(points.x()[50][0], points.x()[50][1])).isZero();
        assertThat(Math.hypot(points.x()[99][0], points.x()[99][1])).isCloseTo(1, within(1e-12));
        assertThat(points.labels()[149]).isEqualTo(2);
    }

    @Example
    void vggIsTheSumOfItsLayers() {
        assertThat(Cs231nSpiral.vgg()).containsExactly(15237608, 138344128);
    }

    @Example
    void netThatOverflowedStillNamesAClass() {
        var net = new Classifier(4, 3, new Random(1));
        Arrays.fill(net.second, Double.NaN);

        assertThat(net.winner(0.5, 0.5)).isZero();
    }
}
