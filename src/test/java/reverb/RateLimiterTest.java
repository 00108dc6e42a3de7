package reverb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The rules of the limiter against the closed form of its corridor. */
class RateLimiterTest {
    /** What sums of numbers below 500 may lose, in samples. */
    private static final double ROUNDING = 1e-9;

    @Property(tries = 300)
    void insertsAloneStopAtTheUpperWallAndSamplesAloneAtTheLower(
            @ForAll @DoubleRange(min = 0.25, max = 9) double perInsert,
            @ForAll @IntRange(min = 1, max = 40) int minSize,
            @ForAll @DoubleRange(min = 0, max = 60) double more) {
        double buffer = Math.max(1, perInsert) + more;
        var limiter = RateLimiter.ratio(perInsert, minSize, buffer);
        while (limiter.canInsert(1)) {
            limiter.inserted();
        }
        long inserts =
                Math.max(minSize, (long) Math.floor((perInsert * minSize + buffer) / perInsert));
        Assume.that(
                Math.abs(limiter.high() / perInsert - Math.rint(limiter.high() / perInsert))
                        > ROUNDING);
        assertThat(limiter.inserts()).isEqualTo(inserts);
        while (limiter.canSample(1)) {
            limiter.sampled();
        }

        // the limiter asks whether one sample more would pass the wall, so that is the sum to
        // compare
        assertThat(limiter.ahead() - 1).isLessThan(limiter.low());
        assertThat(limiter.ahead()).isGreaterThan(limiter.low() - ROUNDING);
        assertThat(limiter.canInsert(1)).as("nobody may be stuck").isTrue();
    }

    @Property(tries = 300)
    void oneOfTheTwoSidesMayAlwaysGoOn(
            @ForAll @DoubleRange(min = 0.25, max = 9) double perInsert,
            @ForAll @IntRange(min = 1, max = 20) int minSize,
            @ForAll long seed) {
        var limiter = RateLimiter.ratio(perInsert, minSize, Math.max(1, perInsert));
        var random = new java.util.Random(seed);
        for (int i = 0; i < 200; i++) {
            assertThat(limiter.canInsert(1) || limiter.canSample(1)).isTrue();
            if (random.nextBoolean() && limiter.canInsert(1)) {
                limiter.inserted();
            } else if (limiter.canSample(1)) {
                limiter.sampled();
            }
        }
    }

    @Example
    void minSizeLetsSamplesWaitAndNothingElse() {
        var limiter = RateLimiter.minSize(3);
        limiter.inserted();
        limiter.inserted();
        assertThat(limiter.canSample(1)).isFalse();
        limiter.inserted();
        assertThat(limiter.canSample(1000)).isTrue();
        assertThat(limiter.canInsert(1000)).isTrue();
        limiter.deleted();
        assertThat(limiter.canSample(1)).isFalse();
    }

    @Example
    void manyAtOnceAreAskedForTogether() {
        var limiter = RateLimiter.ratio(4, 10, 8);
        for (int i = 0; i < 12; i++) {
            limiter.inserted();
        }
        assertThat(limiter.canSample(16)).isTrue();
        assertThat(limiter.canSample(17)).isFalse();
    }

    @Example
    void queueHoldsBetweenNoneAndItsSize() {
        var limiter = RateLimiter.queue(2);
        assertThat(limiter.canSample(1)).isFalse();
        limiter.inserted();
        limiter.inserted();
        assertThat(limiter.canInsert(1)).isFalse();
        assertThat(limiter.canSample(2)).isTrue();
        assertThat(limiter.canSample(3)).isFalse();
    }

    @Example
    void corridorThatCouldBlockForeverIsRefused() {
        assertThatThrownBy(() -> RateLimiter.ratio(4, 10, 3.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("error buffer must be at least max(1, samples per insert), got 3.9");
        assertThatThrownBy(() -> RateLimiter.ratio(0.5, 10, 0.9))
                .hasMessage("error buffer must be at least max(1, samples per insert), got 0.9");
        assertThatThrownBy(() -> RateLimiter.ratio(0, 10, 5))
                .hasMessage(
                        "limiter needs samples per insert > 0, size >= 1 and a corridor, got 0.0, 10, [-5.0, 5.0]");
        assertThatThrownBy(() -> RateLimiter.queue(0))
                .hasMessage(
                        "limiter needs samples per insert > 0, size >= 1 and a corridor, got 1.0, 1, [0.0, 0.0]");
    }
}
