package lectern.inpage.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;

/** The stand-in draws what the class of the library draws. */
class RandomTest {
    @Property
    void sameSeedGivesTheNumbersOfTheLibrary(@ForAll long seed, @ForAll @Positive int bound) {
        java.util.Random theirs = new java.util.Random(seed);
        Random ours = new Random(seed);

        for (int i = 0; i < 20; i++) {
            assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
            assertThat(ours.nextInt()).isEqualTo(theirs.nextInt());
            assertThat(ours.nextInt(bound)).isEqualTo(theirs.nextInt(bound));
            assertThat(ours.nextInt(1 + i)).isEqualTo(theirs.nextInt(1 + i));
            assertThat(ours.nextBoolean()).isEqualTo(theirs.nextBoolean());
            assertThat(ours.nextFloat()).isEqualTo(theirs.nextFloat());
            assertThat(ours.nextDouble()).isEqualTo(theirs.nextDouble());
            assertThat(ours.nextGaussian()).isEqualTo(theirs.nextGaussian());
        }
        ours.setSeed(bound);
        theirs.setSeed(bound);
        assertThat(ours.nextGaussian()).isEqualTo(theirs.nextGaussian());
    }

    @Property
    void streamsAreTheSame(@ForAll long seed) {
        assertThat(new Random(seed).doubles(9, -0.5, 0.5).boxed())
                .containsExactly(
                        new java.util.Random(seed)
                                .doubles(9, -0.5, 0.5)
                                .boxed()
                                .toArray(Double[]::new));
        assertThat(new Random(seed).doubles(9).boxed())
                .containsExactly(
                        new java.util.Random(seed).doubles(9).boxed().toArray(Double[]::new));
    }

    @Test
    void boundMustBePositive() {
        assertThatThrownBy(() -> new Random(1).nextInt(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bound must be positive");
    }
}
