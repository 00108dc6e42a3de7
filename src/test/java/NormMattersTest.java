import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import normmatters.Half;
import normmatters.NormalizedUnit;

/** Directions, lengths, and norms other than L2. */
class NormMattersTest {
    private static double[] gaussian(int n, Random random) {
        var w = new double[n];
        for (int i = 0; i < n; i++) {
            w[i] = random.nextGaussian();
        }
        return w;
    }

    @Property(tries = 50)
    void gradientIsOrthogonalToTheWeightsAndFallsWithTheirLength(
            @ForAll @IntRange(max = 10000) int seed,
            @ForAll @DoubleRange(min = 0.1, max = 100) double a) {
        var random = new Random(seed);
        var unit = new NormalizedUnit(60, 7, random);
        var w = gaussian(7, random);
        var longer = Arrays.stream(w).map(v -> a * v).toArray();
        var gradient = unit.gradient(w);
        var scaled = unit.gradient(longer);

        assertThat(NormalizedUnit.dot(w, gradient)).isCloseTo(0, within(1e-12));
        for (int i = 0; i < 7; i++) {
            assertThat(a * scaled[i]).isCloseTo(gradient[i], within(1e-9));
        }
        assertThat(unit.loss(longer)).isCloseTo(unit.loss(w), within(1e-12));
    }

    @Property(tries = 30)
    void gradientAgreesWithFiniteDifferences(@ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var unit = new NormalizedUnit(40, 5, random);
        var w = gaussian(5, random);
        var gradient = unit.gradient(w);
        for (int i = 0; i < 5; i++) {
            double kept = w[i];
            w[i] = kept + 1e-5;
            double up = unit.loss(w);
            w[i] = kept - 1e-5;
            double down = unit.loss(w);
            w[i] = kept;

            assertThat(gradient[i]).isCloseTo((up - down) / 2e-5, within(1e-6));
        }
    }

    @Property(tries = 20)
    void exactCorrectionFollowsDecayForAnyMildSetting(
            @ForAll @IntRange(max = 10000) int seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.05) double rate,
            @ForAll @DoubleRange(min = 0.01, max = 0.05) double decay) {
        var random = new Random(seed);
        var unit = new NormalizedUnit(100, 20, random);
        var race = new NormMatters.Race(20, random);
        for (int step = 0; step < 200; step++) {
            race.step(unit, rate, decay);
        }

        assertThat(race.farthest[3]).isLessThan(1e-12);
        assertThat(race.farthest[2]).isLessThanOrEqualTo(race.farthest[1] + 1e-12);
    }

    @Property(tries = 20)
    void boundedWeightsKeepTheirLength(
            @ForAll @DoubleRange(min = 0.5, max = 10) double rho,
            @ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var unit = new NormalizedUnit(50, 6, random);

        assertThat(NormMatters.bounded(unit, rho, 0.05, 100, gaussian(6, random)))
                .isLessThan(1e-12);
    }

    @Example
    void halfPrecisionRoundsToElevenBitsAndOverflows() {
        assertThat(Half.round(2049)).isEqualTo(2048);
        assertThat(Half.round(2051)).isEqualTo(2052);
        assertThat(Half.round(65519)).isEqualTo(65504);
        assertThat(Half.round(65520)).isInfinite();
        assertThat(Half.round(0.1)).isEqualTo(0.0999755859375);
        assertThat(Half.round(Math.scalb(1.0, -26))).isZero();
        assertThat(Half.round(0)).isZero();
    }

    @Example
    void sumsOfOnesAreExactUntilHalfRunsOutOfBits() {
        var ones = new double[4096];
        Arrays.fill(ones, 1);

        assertThat(Half.norms(ones)).containsExactly(2048, 2048, 1);
    }

    @Example
    void ratiosOfATwoValuedBatchAreKnown() {
        var x = new double[20];
        Arrays.setAll(x, i -> i % 2 == 0 ? 3 : -3);
        var ratios = NormMatters.ratios(x);

        assertThat(ratios[0]).isCloseTo(Math.sqrt(Math.PI / 2), within(1e-12));
        assertThat(ratios[1]).isCloseTo(NormMatters.max(20), within(1e-12));
        assertThat(ratios[2]).isCloseTo(NormMatters.max(20), within(1e-12));
    }
}
