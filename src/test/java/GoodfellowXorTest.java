import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import xor.LeastSquares;
import xor.ReluNet;

/**
 * Exclusive or: the linear fit, the printed solution, gradients and the places where descent ends.
 */
class GoodfellowXorTest {
    @Example
    void linearFitOfExclusiveOrIsOneHalfEverywhere() {
        var fit = LeastSquares.fit(ReluNet.CORNERS, ReluNet.XOR);

        assertThat(fit[0]).isCloseTo(0, within(1e-12));
        assertThat(fit[1]).isCloseTo(0, within(1e-12));
        assertThat(fit[2]).isCloseTo(0.5, within(1e-12));
    }

    @Property(tries = 50)
    void linearFitLeavesResidualsThatNoCoefficientCanImprove(
            @ForAll @IntRange(max = 100000) int seed) {
        var random = new Random(seed);
        var points = new double[9][];
        var targets = new double[9];
        Arrays.setAll(points, k -> new double[] {random.nextGaussian(), random.nextGaussian()});
        Arrays.setAll(targets, k -> random.nextGaussian());
        var fit = LeastSquares.fit(points, targets);
        var against = new double[3];
        for (int k = 0; k < 9; k++) {
            double off = fit[0] * points[k][0] + fit[1] * points[k][1] + fit[2] - targets[k];
            against[0] += off * points[k][0];
            against[1] += off * points[k][1];
            against[2] += off;
        }

        assertThat(against[0]).isCloseTo(0, within(1e-9));
        assertThat(against[1]).isCloseTo(0, within(1e-9));
        assertThat(against[2]).isCloseTo(0, within(1e-9));
    }

    @Example
    void pointsOnOneLineAreRefused() {
        assertThatThrownBy(
                        () ->
                                LeastSquares.fit(
                                        new double[][] {{0, 0}, {1, 1}, {2, 2}}, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the points lie on one line, which leaves the fit open");
    }

    @Example
    void printedSolutionFoldsAndAnswersAsTheBookSays() {
        var net = ReluNet.printed();

        assertThat(net.fold(0, 0)).containsExactly(0, 0);
        assertThat(net.fold(0, 1)).containsExactly(1, 0);
        assertThat(net.fold(1, 0)).containsExactly(1, 0);
        assertThat(net.fold(1, 1)).containsExactly(2, 1);
        assertThat(net.loss()).isZero();
        assertThat(net.gradient()).containsOnly(0);
        assertThat(net.integers(0)).isTrue();
    }

    @Property(tries = 100)
    void gradientAgreesWithCentralDifferences(
            @ForAll @IntRange(min = 1, max = 8) int hidden,
            @ForAll @IntRange(max = 100000) int seed) {
        var net = ReluNet.random(hidden, 1, new Random(seed));

        assertThat(net.gradientError(1e-6)).isLessThan(1e-6);
    }

    @Property(tries = 100)
    void aSmallStepNeverRaisesTheLoss(
            @ForAll @IntRange(min = 1, max = 8) int hidden,
            @ForAll @IntRange(max = 100000) int seed,
            @ForAll @DoubleRange(min = 1e-6, max = 1e-4) @Scale(7) double rate) {
        var net = ReluNet.random(hidden, 0.5, new Random(seed));
        double before = net.loss();
        double steepest = net.step(rate);

        assertThat(net.loss()).isLessThanOrEqualTo(before + 1e-12);
        assertThat(steepest).isPositive();
    }

    @Property(tries = 50)
    void boundaryEndsAreAnsweredWithOneHalf(@ForAll @IntRange(max = 100000) int seed) {
        var net = ReluNet.random(2, 1, new Random(seed));
        var line = net.boundary(-0.5, 2.5);

        assertThat(net.output(line[0], line[1])).isCloseTo(0.5, within(1e-9));
        assertThat(net.output(line[2], line[3])).isCloseTo(0.5, within(1e-9));
    }

    @Example
    void endingsAreRecognizedAndDivergenceIsNone() {
        assertThat(GoodfellowXor.ending(1e-13)).isZero();
        assertThat(GoodfellowXor.ending(0.12500001)).isEqualTo(1);
        assertThat(GoodfellowXor.ending(1.0 / 6)).isEqualTo(2);
        assertThat(GoodfellowXor.ending(0.25)).isEqualTo(3);
        assertThat(GoodfellowXor.ending(0.2)).isEqualTo(4);
        assertThat(GoodfellowXor.ending(Double.NaN)).isEqualTo(4);
    }

    @Example
    void oneUnitNeverSolvesAndManyMostlyDo() {
        var setting = new GoodfellowXor.Setting(40, 3000, 0.1, 0.5, 7);
        var one = new GoodfellowXor.Count(1, setting);
        var many = new GoodfellowXor.Count(12, setting);

        assertThat(one.ended[0]).isZero();
        assertThat(one.first).isNull();
        assertThat(many.ended[0]).isGreaterThan(35);
        assertThat(Arrays.stream(one.ended).sum()).isEqualTo(40);
        assertThat(Arrays.stream(many.ended).sum()).isEqualTo(40);
    }
}
