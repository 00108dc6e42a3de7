import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bowl.Bowl;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** Early stopping, weight decay and the largest step on a quadratic loss. */
class QuadraticBowlTest {
    @Property(tries = 100)
    void descentAndRidgeShrinkEachDirectionByItsFactor(
            @ForAll @DoubleRange(min = 0.01, max = 5) double first,
            @ForAll @DoubleRange(min = 0.01, max = 5) double second,
            @ForAll @DoubleRange(min = 1, max = 40) double degrees,
            @ForAll @DoubleRange(min = 0.001, max = 10) @Scale(3) double alpha,
            @ForAll @IntRange(max = 500) int steps) {
        var bowl = new Bowl(first, second, degrees, 1, 1);
        var stopped = bowl.shares(bowl.descend(0.1, steps));
        var decayed = bowl.shares(bowl.ridge(alpha));

        assertThat(stopped[0]).isCloseTo(QuadraticBowl.stopped(first, 0.1, steps), within(1e-10));
        assertThat(stopped[1]).isCloseTo(QuadraticBowl.stopped(second, 0.1, steps), within(1e-10));
        assertThat(decayed[0]).isCloseTo(QuadraticBowl.decayed(first, alpha), within(1e-10));
        assertThat(decayed[1]).isCloseTo(QuadraticBowl.decayed(second, alpha), within(1e-10));
    }

    @Property(tries = 50)
    void ridgeIsWhereThePenalizedGradientVanishes(
            @ForAll @DoubleRange(min = 0.01, max = 5) double first,
            @ForAll @DoubleRange(min = 0.01, max = 5) double second,
            @ForAll @DoubleRange(min = 0.01, max = 10) double alpha) {
        var bowl = new Bowl(first, second, 25, 2, -3);
        var h = bowl.hessian();
        var w = bowl.ridge(alpha);

        for (int i = 0; i < 2; i++) {
            double gradient = h[i][0] * (w[0] - 2) + h[i][1] * (w[1] + 3) + alpha * w[i];
            assertThat(gradient).isCloseTo(0, within(1e-9));
        }
    }

    @Property(tries = 50)
    void theEdgeOfStabilityIsTwoOverTheSteepestCurvature(
            @ForAll @DoubleRange(min = 0.1, max = 5) double steep,
            @ForAll @DoubleRange(min = 0.05, max = 1) double share) {
        var bowl = new Bowl(steep * share, steep, 30, 1, 1);

        assertThat(bowl.distance(bowl.descend(1.99 / steep, 2000))).isLessThan(1e-6);
        assertThat(bowl.distance(bowl.descend(2.01 / steep, 2000))).isGreaterThan(1000);
    }

    @Property(tries = 100)
    void stoppedPathNeverCoversLessThanTheMatchingDecay(
            @ForAll @DoubleRange(min = 0.001, max = 0.9) @Scale(3) double step,
            @ForAll @IntRange(min = 1, max = 1000) int steps) {
        double stopped = QuadraticBowl.stopped(step, 1, steps);

        assertThat(stopped)
                .isGreaterThanOrEqualTo(QuadraticBowl.decayed(step, 1.0 / steps) - 1e-12);
    }

    @Example
    void softmaxOfLargeScoresIsThatOfSmallOnes() {
        assertThat(QuadraticBowl.softmax(1000, 1001, 1002))
                .containsExactly(QuadraticBowl.softmax(0, 1, 2));
        assertThat(QuadraticBowl.softmax(1000, 1001, 1002)[2])
                .isCloseTo(Math.E * Math.E / (1 + Math.E + Math.E * Math.E), within(1e-12));
        assertThat(QuadraticBowl.softmax(-1e9, 0)).containsExactly(0, 1);
    }
}
