import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import batchnorm.BatchNorm;
import batchnorm.Digits;
import batchnorm.SigmoidNet;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The transform, its way back, and its folded form. */
class BatchNormLabTest {
    private static double[][] gaussian(int rows, int columns, Random random) {
        var x = new double[rows][columns];
        for (var row : x) {
            for (int i = 0; i < columns; i++) {
                row[i] = 3 + 2 * random.nextGaussian();
            }
        }
        return x;
    }

    @Property(tries = 100)
    void outputHasMeanZeroAndVarianceOne(
            @ForAll @IntRange(min = 2, max = 80) int m, @ForAll @IntRange(max = 10000) int seed) {
        var y = new BatchNorm(3, 0).forward(gaussian(m, 3, new Random(seed)), true);
        for (int f = 0; f < 3; f++) {
            double mean = 0;
            double square = 0;
            for (var row : y) {
                mean += row[f] / m;
                square += row[f] * row[f] / m;
            }
            assertThat(mean).isCloseTo(0, within(1e-12));
            assertThat(square).isCloseTo(1, within(1e-6));
        }
    }

    @Property(tries = 50)
    void scaleOfTheWeightsChangesNoOutputAndDividesTheGradient(
            @ForAll @DoubleRange(min = 0.01, max = 1000) double a,
            @ForAll @IntRange(max = 10000) int seed) {
        assertThat(BatchNormLab.scale(a, seed)[0]).isLessThan(1e-9);
        assertThat(BatchNormLab.scale(a, seed)[1]).isLessThan(1e-9);
    }

    @Property(tries = 20)
    void gradientsAgreeWithFiniteDifferences(
            @ForAll boolean normalized, @ForAll @IntRange(max = 1000) int seed) {
        var net = new SigmoidNet(Digits.PIXELS, 5, 10, normalized, 3, new Random(seed));
        var batch = Digits.batch(7, new Random(seed));
        net.learn(batch.images(), batch.labels());
        var random = new Random(seed);
        for (int layer = 0; layer < 4; layer++) {
            int i = random.nextInt(net.weights(layer).length);
            int u = random.nextInt(net.weights(layer)[0].length);
            double slope = net.slopes(layer)[i][u];
            double kept = net.weights(layer)[i][u];
            net.weights(layer)[i][u] = kept + 1e-5;
            double up = net.learn(batch.images(), batch.labels());
            net.weights(layer)[i][u] = kept - 1e-5;
            double down = net.learn(batch.images(), batch.labels());
            net.weights(layer)[i][u] = kept;
            net.step(0); // forgets what the two extra runs added
            net.learn(batch.images(), batch.labels());

            assertThat(slope).isCloseTo((up - down) / 2e-5, within(1e-7));
        }
    }

    @Example
    void gammaAndBetaHaveTheGradientOfFiniteDifferences() {
        var x = gaussian(9, 1, new Random(4));
        var norm = new BatchNorm(1, 1e-5);
        norm.gamma[0] = 1.7;
        norm.beta[0] = -0.3;
        norm.forward(x, true);
        var pull = gaussian(9, 1, new Random(5));
        norm.backward(pull);
        double slope = norm.gammaSlope(0);
        double shift = norm.betaSlope(0);

        assertThat(slope).isCloseTo(slopeOf(norm.gamma, norm, x, pull), within(1e-6));
        assertThat(shift).isCloseTo(slopeOf(norm.beta, norm, x, pull), within(1e-6));
    }

    private static double slopeOf(
            double[] parameter, BatchNorm norm, double[][] x, double[][] pull) {
        double kept = parameter[0];
        double sum = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            parameter[0] = kept + sign * 1e-5;
            var y = norm.forward(x, true);
            for (int n = 0; n < x.length; n++) {
                sum += sign * y[n][0] * pull[n][0];
            }
        }
        parameter[0] = kept;
        return sum / 2e-5;
    }

    @Example
    void foldedTransformIsTheTwoStepFormula() {
        var random = new Random(8);
        var norm = new BatchNorm(4, 1e-3);
        for (int f = 0; f < 4; f++) {
            norm.gamma[f] = random.nextGaussian();
            norm.beta[f] = random.nextGaussian();
        }
        for (int i = 0; i < 30; i++) {
            norm.forward(gaussian(10, 4, random), true);
        }
        var x = gaussian(6, 4, random);
        var y = norm.forward(x, false);
        var affine = norm.folded();
        for (int n = 0; n < 6; n++) {
            for (int f = 0; f < 4; f++) {
                assertThat(affine[0][f] * x[n][f] + affine[1][f]).isCloseTo(y[n][f], within(1e-12));
            }
        }
    }

    @Example
    void varianceForInferenceIsUnbiasedOverManyBatches() {
        var random = new Random(3);
        double sum = 0;
        for (int i = 0; i < 10000; i++) {
            var norm = new BatchNorm(1, 0);
            norm.forward(gaussian(4, 1, random), true);
            double variance = Math.pow(1 / norm.folded()[0][0], 2); // 0.9 + 0.1 of the batch's
            sum += (variance - 0.9) / 0.1 / 10000;
        }

        assertThat(sum).isCloseTo(4, within(3 * 4 * Math.sqrt(2.0 / 3) / 100));
    }

    @Example
    void batchOfOneGivesTheShift() {
        var norm = new BatchNorm(2, 0);
        norm.beta[1] = 5;

        assertThat(norm.forward(new double[][] {{7, -3}}, true)[0]).containsExactly(0, 5);
    }

    @Example
    void normalizedNetLearnsFromWeightsTooSmallForThePlainOne() {
        var setting = new BatchNormLab.Setting(16, 150, 1);

        assertThat(new BatchNormLab.Run(setting, true, 0.4, 2).best()).isGreaterThan(0.5);
        assertThat(new BatchNormLab.Run(setting, false, 0.4, 2).best()).isLessThan(0.3);
    }

    @Example
    void bandIsTheMeanWidthOfTheOuterPercentilesAfterTheFirstTenth() {
        var run = new BatchNormLab.Run(new BatchNormLab.Setting(6, 100, 3), true, 4, 0.4);
        double sum = 0;
        for (int i = 2; i < run.spread.size(); i++) { // 21 looks, a tenth of them is 2
            sum += run.spread.get(i)[3] - run.spread.get(i)[1];
        }

        assertThat(run.spread).hasSize(21);
        assertThat(run.band()).isPositive().isCloseTo(sum / 19, within(1e-9));
    }
}
