import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import optimus.LossCurve;
import optimus.Nnls;
import optimus.Speed;

/** Fits that must find what made the data, and never a negative coefficient. */
class OptimusFitTest {
    @Property(tries = 200)
    void coefficientsAreNeverNegativeAndSatisfyTheConditionsOfTheOptimum(@ForAll int seed) {
        var random = new Random(seed);
        var a = new double[8][4];
        var b = new double[8];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 4; j++) {
                a[i][j] = random.nextGaussian();
            }
            b[i] = random.nextGaussian();
        }
        var x = Nnls.solve(a, b);
        for (int j = 0; j < 4; j++) {
            double slope = 0;
            for (int i = 0; i < 8; i++) {
                double residual = b[i];
                for (int k = 0; k < 4; k++) {
                    residual -= a[i][k] * x[k];
                }
                slope += a[i][j] * residual;
            }
            assertThat(x[j]).isNotNegative();
            assertThat(slope).isLessThan(1e-8);
            assertThat(slope * x[j]).isCloseTo(0, within(1e-8));
        }
    }

    @Property(tries = 50)
    void speedIsRecoveredFromTenRuns(@ForAll @IntRange(min = 0, max = 9999) int seed) {
        var fitted = Speed.fit(OptimusFit.runs(10, 0, seed), 128);
        for (double[] run : OptimusFit.runs(10, 0, seed)) {
            assertThat(fitted.of((int) run[0], (int) run[1]) / run[2]).isCloseTo(1, within(0.01));
        }
    }

    @Example
    void speedHasOnePeakOverTheSplits() {
        int best = OptimusFit.best(OptimusFit.SPEED, 20);
        for (int w = 2; w < 20; w++) {
            double now = OptimusFit.SPEED.of(w, 20 - w);
            double before = OptimusFit.SPEED.of(w - 1, 21 - w);
            assertThat(now > before).isEqualTo(w <= best);
        }
    }

    @Example
    void lossWithoutNoiseIsFoundOnTheGrid() {
        var truth = new LossCurve(0.25, 1.2, 0.15);
        var fit = LossCurve.fit(OptimusFit.synthetic(truth, 0, 1), 40);

        assertThat(fit.at(100)).isCloseTo(truth.at(100), within(0.002));
        assertThat(fit.convergence(0.002, 1000)).isBetween(40, 42);
    }

    @Example
    void trainedLossFallsFromOne() {
        var losses = OptimusFit.trained(1);

        assertThat(losses[0]).isEqualTo(1);
        assertThat(losses[199]).isLessThan(0.1);
    }
}
