import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperband.Brackets;
import hyperband.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import spiral.Spiral;

/** Brackets, budgets and survivors. */
class Cs294HyperbandTest {
    @Property(tries = 200)
    void mostEagerBracketIsTheWholePartOfTheLogarithm(
            @ForAll @IntRange(min = 2, max = 5000) int max,
            @ForAll @IntRange(min = 2, max = 6) int eta) {
        int s = Brackets.eager(max, eta);

        assertThat(Math.pow(eta, s)).isLessThanOrEqualTo(max);
        assertThat(Math.pow(eta, s + 1)).isGreaterThan(max);
    }

    @Property(tries = 200)
    void everyBracketEndsAtTheFullAmountAndSpendsItsShareGiveOrTakeRounding(
            @ForAll @IntRange(min = 2, max = 1000) int max,
            @ForAll @IntRange(min = 2, max = 5) int eta) {
        int eager = Brackets.eager(max, eta);
        for (int s = 0; s <= eager; s++) {
            var rounds = Brackets.rounds(max, eta, s, false);

            assertThat(rounds.get(s).resource()).isEqualTo(max);
            assertThat(rounds.get(s).settings()).isPositive();
            assertThat(Brackets.cost(rounds))
                    .isLessThan((eager + 1.0) * max + (s + 1) * max / Math.pow(eta, s) + 1e-9);
        }
    }

    @Example
    void costsOfTheBracketsForEightyOneAndThree() {
        assertThat(
                        IntStream.rangeClosed(0, 4)
                                .mapToDouble(s -> Brackets.cost(Brackets.rounds(81, 3, s, false)))
                                .toArray())
                .containsExactly(405, 378, 351, 363, 405);
    }

    @Property(tries = 100)
    void survivorOfABracketWithoutNoiseIsItsBest(@ForAll @IntRange(max = 100000) int seed) {
        var random = new Random(seed);
        var ends = new ArrayList<Double>();
        var search =
                new Search(
                        i -> {
                            ends.add(random.nextDouble());
                            double end = ends.get(i);
                            return resource -> end + 1 / resource;
                        });
        int survivor = search.bracket(Brackets.rounds(27, 3, 3, false));

        assertThat(ends).hasSize(27);
        assertThat(ends.get(survivor))
                .isEqualTo(ends.stream().mapToDouble(d -> d).min().orElseThrow());
    }

    @Property(tries = 30)
    void trialsAreNeverAskedToGoBack(@ForAll @IntRange(min = 2, max = 200) int max) {
        var search =
                new Search(
                        i ->
                                new Search.Trial() {
                                    private double had;

                                    @Override
                                    public double loss(double resource) {
                                        assertThat(resource).isGreaterThan(had);
                                        had = resource;
                                        return i;
                                    }
                                });
        search.hyperband(max, 3);

        assertThat(search.best().number()).isZero();
    }

    @Example
    void historyNeverGetsWorse() {
        var search = new Search(i -> Cs294Hyperband.Curve.draw(i, 0.1));
        search.random(10, 500);
        var losses = search.history().stream().map(Search.Best::loss).toList();

        assertThat(losses).hasSize(50);
        assertThat(losses).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(search.best().spent()).isEqualTo(500);
    }

    @Example
    void curveStartsNearOneAndEndsWhereItShould() {
        var curve = new Cs294Hyperband.Curve(0.25, 5, 0, new Random(1));

        assertThat(curve.loss(0)).isCloseTo(1, within(1e-12));
        assertThat(curve.loss(1000)).isCloseTo(0.25, within(1e-12));
    }

    @Example
    void tunedNetsDifferAndTrainOn() {
        var points = Spiral.draw(3, 10, 0.2, new Random(1));
        var rates = new ArrayList<Double>();
        for (int i = 0; i < 20; i++) {
            rates.add(new Cs294Hyperband.Tuned(i, points, points).rate);
        }
        var tuned = new Cs294Hyperband.Tuned(3, points, points);

        assertThat(rates).doesNotHaveDuplicates();
        assertThat(rates.stream().mapToDouble(r -> r).max().orElseThrow()).isGreaterThan(1);
        assertThat(rates.stream().mapToDouble(r -> r).min().orElseThrow()).isLessThan(0.01);
        assertThat(List.of(tuned.loss(1), tuned.loss(20))).doesNotHaveDuplicates();
    }
}
