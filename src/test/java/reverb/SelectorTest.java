package reverb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Six ways to pick, each against a list that is searched from end to end. */
class SelectorTest {
    /**
     * A key as a reader would keep it: in order of arrival, with priority and time of the last
     * touch.
     */
    private record Known(long key, double priority, int touched) {}

    @Property(tries = 100)
    void orderedSelectorsPickWhatASearchPicks(@ForAll long seed) {
        for (var kind : Selector.Kind.values()) {
            if (kind == Selector.Kind.UNIFORM || kind == Selector.Kind.PRIORITIZED) {
                continue;
            }
            var random = new Random(seed);
            var selector = kind.create(1, 1);
            var known = new ArrayList<Known>();
            for (int i = 0; i < 80; i++) {
                int what = known.isEmpty() ? 0 : random.nextInt(4);
                double priority = random.nextInt(6);
                if (what < 2) {
                    selector.insert(i, priority);
                    known.add(new Known(i, priority, i));
                } else {
                    int at = random.nextInt(known.size());
                    long key = known.get(at).key();
                    if (what == 2) {
                        selector.delete(key);
                        known.remove(at);
                    } else {
                        selector.update(key, priority);
                        known.set(at, new Known(key, priority, i));
                    }
                }
                if (!known.isEmpty()) {
                    assertThat(selector.select().key())
                            .as(kind + " " + i)
                            .isEqualTo(first(kind, known));
                    assertThat(selector.select().probability()).isEqualTo(1);
                }
            }
        }
    }

    private static long first(Selector.Kind kind, List<Known> known) {
        var oldest = Comparator.comparingInt(Known::touched);
        return switch (kind) {
            case FIFO -> known.get(0).key();
            case LIFO -> known.get(known.size() - 1).key();
            case MIN_HEAP ->
                    known.stream()
                            .min(Comparator.comparingDouble(Known::priority).thenComparing(oldest))
                            .orElseThrow()
                            .key();
            default ->
                    known.stream()
                            .max(
                                    Comparator.comparingDouble(Known::priority)
                                            .thenComparing(oldest.reversed()))
                            .orElseThrow()
                            .key();
        };
    }

    @Property(tries = 20)
    void uniformPassesAChiSquareTestAfterDeletions(@ForAll @IntRange(min = 2, max = 30) int left) {
        var selector = Selector.Kind.UNIFORM.create(0, left);
        for (int i = 0; i < left + 10; i++) {
            selector.insert(i, 1);
        }
        for (int i = 0; i < 10; i++) {
            selector.delete(i);
        }
        var counts = new java.util.HashMap<Long, Integer>();
        int draws = 1000 * left;
        for (int i = 0; i < draws; i++) {
            counts.merge(selector.select().key(), 1, Integer::sum);
        }

        assertThat(counts).hasSize(left);
        double chi =
                counts.values().stream().mapToDouble(c -> (c - 1000.0) * (c - 1000.0) / 1000).sum();
        // mean and variance of chi-square with left-1 degrees are left-1 and 2(left-1)
        assertThat(chi).isLessThan(left - 1 + 6 * Math.sqrt(2.0 * (left - 1)) + 4);
    }

    @Property(tries = 100)
    void prioritizedTellsTheProbabilityThatItsPrioritiesGive(
            @ForAll @DoubleRange(min = 0, max = 3) double exponent, @ForAll long seed) {
        var random = new Random(seed);
        var selector = Selector.Kind.PRIORITIZED.create(exponent, seed);
        var weights = new java.util.TreeMap<Long, Double>();
        for (long i = 0; i < 60; i++) {
            int priority = random.nextInt(4);
            double weight = priority == 0 ? 0 : Math.pow(priority, exponent);
            if (weights.size() > 2 && random.nextInt(3) == 0) {
                long gone = new ArrayList<>(weights.keySet()).get(random.nextInt(weights.size()));
                selector.delete(gone);
                weights.remove(gone);
            } else if (weights.size() > 2 && random.nextInt(3) == 0) {
                selector.update(weights.firstKey(), priority);
                weights.put(weights.firstKey(), weight);
            } else {
                selector.insert(i, priority);
                weights.put(i, weight);
            }
            double all = weights.values().stream().mapToDouble(w -> w).sum();
            var picked = selector.select();
            double share = all == 0 ? 1.0 / weights.size() : weights.get(picked.key()) / all;
            assertThat(picked.probability()).isPositive().isCloseTo(share, within(1e-9));
        }
    }

    @Example
    void priorityOfZeroIsNeverDrawnBesideOthersEvenWithExponentZero() {
        var selector = Selector.Kind.PRIORITIZED.create(0, 5);
        selector.insert(1, 0);
        selector.insert(2, 7);

        for (int i = 0; i < 200; i++) {
            assertThat(selector.select().key()).isEqualTo(2);
        }
    }

    @Example
    void mistakesAreNamedByEverySelector() {
        for (var kind : Selector.Kind.values()) {
            var selector = kind.create(1, 1);
            selector.insert(1, 0);
            refused("key 1 is in the selector already", () -> selector.insert(1, 0));
            refused("key 2 is not in the selector", () -> selector.update(2, 0));
            refused("key 2 is not in the selector", () -> selector.delete(2));
            refused(
                    "priority must be a number of at least 0, got -1.0",
                    () -> selector.insert(3, -1));
            refused(
                    "priority must be a number of at least 0, got NaN",
                    () -> selector.update(1, Double.NaN));
            assertThat(selector.select().key()).isEqualTo(1);
            assertThat(selector.order()).containsExactly(1L);
        }
    }

    private static void refused(String message, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
