import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperband.Arm;
import hyperband.Bracket;
import hyperband.Curve;
import hyperband.Search;
import hyperband.SpiralNet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Brackets, successive halving and the net that both searches train. */
class Cs294HyperbandTest {
    /**
     * An arm whose loss falls by one over the resource from a floor, and which counts what it was
     * given.
     */
    private static final class Plain implements Arm {
        final double floor;
        double given;

        Plain(double floor) {
            this.floor = floor;
        }

        @Override
        public double train(double resource) {
            given = Math.max(given, resource);
            return floor + 1 / resource;
        }

        @Override
        public double worth() {
            return floor;
        }
    }

    private static List<Integer> starts(List<Bracket> brackets) {
        return brackets.stream().map(b -> b.rungs().get(0).configurations()).toList();
    }

    @Example
    void bracketsOf81And3AreThoseOfTheAlgorithmAndOfTheTable() {
        var plan = Bracket.plan(81, 3);

        assertThat(starts(plan)).containsExactly(81, 34, 15, 8, 5);
        assertThat(starts(Bracket.printed(81, 3))).containsExactly(81, 27, 9, 6, 5);
        assertThat(plan.stream().map(Bracket::cost))
                .containsExactly(405.0, 363.0, 351.0, 378.0, 405.0);
        assertThat(plan.get(1).rungs())
                .containsExactly(
                        new Bracket.Rung(34, 3),
                        new Bracket.Rung(11, 9),
                        new Bracket.Rung(3, 27),
                        new Bracket.Rung(1, 81));
        assertThat(plan.get(0).resumed()).isEqualTo(297);
    }

    @Property(tries = 300)
    void noBracketSpendsMoreThanItsBudgetAndAllEndWithTheFullResource(
            @ForAll @IntRange(min = 2, max = 1000) int resource,
            @ForAll @IntRange(min = 2, max = 9) int eta) {
        var plan = Bracket.plan(resource, eta);
        double budget = (double) plan.size() * resource;

        assertThat(plan).isNotEmpty();
        for (var bracket : plan) {
            var rungs = bracket.rungs();
            assertThat(bracket.cost()).isLessThanOrEqualTo(budget + 1e-9);
            assertThat(bracket.resumed()).isLessThanOrEqualTo(bracket.cost() + 1e-9);
            assertThat(rungs).hasSize(bracket.s() + 1);
            assertThat(rungs.get(bracket.s()).resource()).isEqualTo(resource);
            assertThat(rungs.get(bracket.s()).configurations()).isPositive();
            assertThat(rungs.get(0).resource()).isGreaterThanOrEqualTo(1);
        }
    }

    @Property(tries = 200)
    void largestIsTheWholePartOfTheLogarithm(
            @ForAll @IntRange(min = 1, max = 1000000) int resource,
            @ForAll @IntRange(min = 2, max = 9) int eta) {
        int s = Bracket.largest(resource, eta);

        assertThat(Math.pow(eta, s)).isLessThanOrEqualTo(resource + 0.5);
        assertThat(Math.pow(eta, s + 1)).isGreaterThan(resource - 0.5);
    }

    @Property(tries = 50)
    void survivorOfCurvesThatDoNotCrossIsTheBest(
            @ForAll @IntRange(max = 100000) int seed, @ForAll @IntRange(max = 4) int index) {
        var random = new Random(seed);
        var arms = new ArrayList<Plain>();
        var bracket = Bracket.plan(81, 3).get(index);
        var search = new Search();
        var survivor =
                (Plain)
                        search.halve(
                                bracket,
                                () -> {
                                    arms.add(new Plain(random.nextDouble()));
                                    return arms.get(arms.size() - 1);
                                });

        assertThat(survivor.floor)
                .isEqualTo(arms.stream().mapToDouble(Arm::worth).min().orElseThrow());
        assertThat(survivor.given).isEqualTo(81);
        assertThat(arms).hasSize(bracket.rungs().get(0).configurations());
        assertThat(search.spent()).isCloseTo(bracket.resumed(), within(1e-9));
        assertThat(search.choice().arm()).isSameAs(survivor);
        assertThat(arms.stream().mapToDouble(arm -> arm.given).sum())
                .isCloseTo(bracket.resumed(), within(1e-9));
    }

    @Example
    void randomSearchStopsBeforeItsBudgetIsExceeded() {
        var search = new Search();
        search.random(81, 1581, () -> new Plain(0.5));

        assertThat(search.spent()).isEqualTo(19 * 81);
        assertThat(search.choice(80)).isNull();
        assertThat(search.choice(81).seen()).isCloseTo(0.5 + 1 / 81.0, within(1e-12));
    }

    @Property(tries = 20)
    void netGradientAgreesWithCentralDifferencesAlsoAfterTraining(
            @ForAll @IntRange(max = 100000) int seed) {
        var random = new Random(seed);
        var points = SpiralNet.spirals(8, random);
        var net = new SpiralNet(new SpiralNet.Setting(0.3, 1e-4, 1), points, points, 5, random);

        assertThat(net.gradientError(1e-6)).isLessThan(1e-6);
        net.train(3);
        assertThat(net.gradientError(1e-6)).isLessThan(1e-6);
    }

    @Example
    void trainingInRungsIsTrainingAtOnce() {
        var points = SpiralNet.spirals(20, new Random(1));
        var setting = new SpiralNet.Setting(0.5, 1e-5, 1);
        var rungs = new SpiralNet(setting, points, points, 4, new Random(2));
        var whole = new SpiralNet(setting, points, points, 4, new Random(2));
        rungs.train(1);
        rungs.train(9);

        assertThat(rungs.train(27)).isEqualTo(whole.train(27)).isLessThan(Math.log(3));
    }

    @Example
    void netThatFliesApartLosesInsteadOfBreakingTheSearch() {
        var points = SpiralNet.spirals(20, new Random(1));
        var wild =
                new SpiralNet(
                        new SpiralNet.Setting(1e6, 0.1, 3), points, points, 20, new Random(2));

        assertThat(wild.train(20)).isEqualTo(Double.MAX_VALUE);
    }

    @Example
    void curveWithoutNoiseFallsToItsWorth() {
        var curve = new Curve(81, 0, new Random(3));
        var seen = Arrays.stream(new double[] {1, 3, 9, 27, 81}).map(curve::train).toArray();

        assertThat(seen).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(seen[4]).isEqualTo(curve.worth());
    }
}
