package acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The environment, to the rules of bsuite. */
class CatchTest {
    @Property(tries = 200)
    void episodeTakesNineStepsAndRewardsOnlyTheLast(
            @ForAll @IntRange(min = 0, max = 4) int column, @ForAll long seed) {
        var random = new java.util.Random(seed);
        var environment = new Catch(1);
        var step = environment.reset(column);
        int paddle = 2;
        for (int t = 1; t <= 9; t++) {
            assertThat(step.last()).isFalse();
            assertThat(step.reward()).isZero();
            int action = random.nextInt(3);
            paddle = Math.min(4, Math.max(0, paddle + action - 1));
            step = environment.step(action);
            assertThat(step.state()).isEqualTo((t * 5 + column) * 5 + paddle);
        }
        assertThat(step.last()).isTrue();
        assertThat(step.reward()).isEqualTo(paddle == column ? 1 : -1);
    }

    @Example
    void randomActionsReturnMinusThreeFifths() {
        assertThat(Runs.randomReturn(100_000, 3))
                .isCloseTo(-0.6, within(3 * 0.8 / Math.sqrt(100_000)));
    }

    @Example
    void nothingMovesAfterTheEnd() {
        var environment = new Catch(1);
        environment.reset(0);
        for (int t = 0; t < 9; t++) {
            environment.step(0);
        }
        assertThatThrownBy(() -> environment.step(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action 0 in row 9");
    }
}
