package reverb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The tree against plain sums. */
class SumTreeTest {
    @Property(tries = 200)
    void everySumIsTheSumOfItsWeights(
            @ForAll @IntRange(min = 1, max = 70) int places, @ForAll long seed) {
        var random = new Random(seed);
        var tree = new SumTree();
        var weights = new double[places];
        for (int i = 0; i < 4 * places; i++) {
            int place = random.nextInt(places);
            weights[place] = random.nextInt(5) == 0 ? 0 : 100 * random.nextDouble();
            tree.set(place, weights[place]);
        }

        for (int i = 0; i < places; i++) {
            assertThat(tree.weight(i)).isEqualTo(weights[i]);
            assertThat(tree.sum(i)).isCloseTo(below(weights, i), within(1e-6));
        }
    }

    private static double below(double[] weights, int i) {
        return i >= weights.length
                ? 0
                : weights[i] + below(weights, 2 * i + 1) + below(weights, 2 * i + 2);
    }

    @Property(tries = 200)
    void everyPlaceIsFoundAsOftenAsItsWeightSays(
            @ForAll @IntRange(min = 1, max = 40) int places, @ForAll long seed) {
        var random = new Random(seed);
        var tree = new SumTree();
        for (int i = 0; i < places; i++) {
            tree.set(i, random.nextInt(6));
        }
        var found = new int[places];
        for (int target = 0; target < tree.total(); target++) {
            found[tree.find(target + 0.5)]++;
        }

        for (int i = 0; i < places && tree.total() > 0; i++) {
            assertThat(found[i]).isEqualTo((int) tree.weight(i));
        }
    }

    @Property(tries = 300)
    void weightOfZeroIsNeverFoundBesideOthers(
            @ForAll @IntRange(min = 2, max = 40) int places, @ForAll long seed) {
        var random = new Random(seed);
        var tree = new SumTree();
        for (int i = 0; i < 6 * places; i++) {
            double weight = random.nextInt(3) == 0 ? Math.pow(3, random.nextDouble()) : 0;
            tree.set(random.nextInt(places), weight);
            for (double target : new double[] {0, random.nextDouble(), Math.nextDown(1.0)}) {
                if (tree.total() > 0) {
                    assertThat(tree.weight(tree.find(target * tree.total()))).isPositive();
                }
            }
        }
        for (int i = 0; i < places; i++) {
            tree.set(i, 0);
        }
        assertThat(tree.total()).isZero();
    }

    @Example
    void nothingIsLeftOfWeightsThatAreGone() {
        var tree = new SumTree();
        tree.set(0, 0.1);
        tree.set(1, 0.2);
        tree.set(0, 0);
        tree.set(1, 0);

        assertThat(tree.total()).isZero();
        assertThat(0.1 + 0.2 - 0.1 - 0.2).as("as differences would leave").isPositive();
    }
}
