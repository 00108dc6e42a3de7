import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import xor.Quadratic;
import xor.XorNet;

/** Solutions, gradients and closed forms. */
class GoodfellowXorTest {
    @Property(tries = 60)
    void gradientsAgreeWithFiniteDifferences(
            @ForAll @IntRange(min = 1, max = 8) int hidden,
            @ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var net = new XorNet(hidden, random);
        for (int u = 0; u < hidden; u++) {
            net.parameters[4 * u + 2] = 0.1 + random.nextDouble(); // away from the kink
        }
        net.learn();
        var slopes = net.slopes.clone();
        for (int i = 0; i < slopes.length; i++) {
            double kept = net.parameters[i];
            net.parameters[i] = kept + 1e-7;
            double up = net.learn();
            net.parameters[i] = kept - 1e-7;
            double down = net.learn();
            net.parameters[i] = kept;

            assertThat(slopes[i]).isCloseTo((up - down) / 2e-7, within(1e-4));
        }
    }

    @Example
    void bookSolvesXorWithZeroLossAndZeroGradient() {
        var net = XorNet.book();

        assertThat(net.learn()).isZero();
        assertThat(net.slopes).containsOnly(0.0);
        assertThat(net.features(new double[] {0, 1})).containsExactly(1, 0);
        assertThat(net.features(new double[] {1, 0})).containsExactly(1, 0);
        assertThat(net.features(new double[] {1, 1})).containsExactly(2, 1);
    }

    @Example
    void bestLineSaysOneHalfEverywhere() {
        assertThat(GoodfellowXor.line()).containsExactly(new double[] {0, 0, 0.5}, within(1e-12));
    }

    @Property(tries = 50)
    void everyRunIsCountedOnce(@ForAll @IntRange(min = 1, max = 12) int seeds) {
        var ends = GoodfellowXor.endings(seeds, 2, 50, 0.1);

        assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(seeds);
    }

    @Example
    void deadNetIsStuckAtTheMean() {
        var net = new XorNet(2, new Random(1));
        java.util.Arrays.fill(net.parameters, -1);
        net.parameters[8] = 0.5;

        assertThat(GoodfellowXor.ending(net)).isEqualTo("stuck: mean of all four");
    }

    @Property(tries = 100)
    void closedFormsAreWhereDescentArrives(
            @ForAll @DoubleRange(min = 0.05, max = 10) double curvature,
            @ForAll @DoubleRange(min = 0.05, max = 5) double decay,
            @ForAll @IntRange(min = 0, max = 500) int steps) {
        assertThat(Quadratic.descend(curvature, 0.01, decay, 40000))
                .isCloseTo(Quadratic.decayed(curvature, decay), within(1e-10));
        assertThat(Quadratic.descend(curvature, 0.01, 0, steps))
                .isCloseTo(Quadratic.stopped(curvature, 0.01, steps), within(1e-10));
    }

    @Property(tries = 60)
    void descentConvergesBelowTwiceTheInverseCurvatureOnly(
            @ForAll @DoubleRange(min = 0.1, max = 50) double curvature) {
        assertThat(Quadratic.descend(curvature, 1.99 / curvature, 0, 3000))
                .isCloseTo(1, within(1e-6));
        assertThat(Math.abs(Quadratic.descend(curvature, 2.01 / curvature, 0, 3000)))
                .isGreaterThan(1e6);
    }

    @Property(tries = 60)
    void eliminationSolvesWhatItIsGiven(@ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var x = new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        var rows = new double[3][4];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                rows[r][c] = random.nextGaussian() + (r == c ? 4 : 0);
                rows[r][3] += rows[r][c] * x[c];
            }
        }

        assertThat(Quadratic.solve(rows)).containsExactly(x, within(1e-9));
    }

    @Example
    void equationsWithoutASingleSolutionAreRefused() {
        assertThatThrownBy(() -> Quadratic.solve(new double[][] {{1, 1, 2}, {1, 1, 3}}))
                .hasMessage("the equations have no single solution");
    }
}
