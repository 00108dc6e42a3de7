package lectern.inpage.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;

/** The stand-in draws what the class of the library draws. */
class SplittableRandomTest {
    @Property
    void sameSeedGivesTheNumbersOfTheLibrary(@ForAll long seed, @ForAll @Positive int bound) {
        java.util.SplittableRandom theirs = new java.util.SplittableRandom(seed);
        SplittableRandom ours = new SplittableRandom(seed);

        for (int i = 0; i < 20; i++) {
            assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
            assertThat(ours.nextInt()).isEqualTo(theirs.nextInt());
            assertThat(ours.nextInt(bound)).isEqualTo(theirs.nextInt(bound));
            assertThat(ours.nextInt(1 + i)).isEqualTo(theirs.nextInt(1 + i));
            assertThat(ours.nextBoolean()).isEqualTo(theirs.nextBoolean());
            assertThat(ours.nextDouble()).isEqualTo(theirs.nextDouble());
            assertThat(ours.nextDouble(-2, bound)).isEqualTo(theirs.nextDouble(-2, bound));
        }
    }

    @Property
    void streamsAreTheSame(@ForAll long seed) {
        assertThat(new SplittableRandom(seed).doubles(9, -0.5, 0.5).boxed())
                .containsExactly(
                        new java.util.SplittableRandom(seed)
                                .doubles(9, -0.5, 0.5)
                                .boxed()
                                .toArray(Double[]::new));
        assertThat(new SplittableRandom(seed).doubles(9).boxed())
                .containsExactly(
                        new java.util.SplittableRandom(seed)
                                .doubles(9)
                                .boxed()
                                .toArray(Double[]::new));
    }

    @Test
    void boundMustBePositive() {
        assertThatThrownBy(() -> new SplittableRandom(1).nextInt(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bound must be positive");
    }
}
