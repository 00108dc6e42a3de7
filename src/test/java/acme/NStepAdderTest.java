package acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The adder against a loop over whole episodes. */
class NStepAdderTest {
    @Property(tries = 300)
    void transitionsAreThoseOfALoopOverTheEpisode(
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll @IntRange(min = 1, max = 12) int steps,
            @ForAll long seed) {
        var random = new Random(seed);
        var written = new ArrayList<double[]>();
        var adder = new NStepAdder(n, 0.9, written::add);
        var rewards = new double[steps];
        for (int episode = 0; episode < 2; episode++) {
            written.clear();
            adder.addFirst(100);
            for (int t = 0; t < steps; t++) {
                rewards[t] = random.nextInt(5);
                adder.add(t % 3, new Catch.Step(101 + t, rewards[t], t == steps - 1));
            }
        }

        var expected = new ArrayList<double[]>();
        for (int end = 1; end <= steps; end++) {
            expected.add(transition(Math.max(0, end - n), end, rewards));
        }
        for (int first = Math.max(0, steps - n) + 1; first < steps; first++) {
            expected.add(transition(first, steps, rewards));
        }
        assertThat(written).hasSameSizeAs(expected).hasSize(steps + Math.min(n, steps) - 1);
        for (int i = 0; i < written.size(); i++) {
            assertThat(written.get(i)).containsExactly(expected.get(i), within(1e-12));
        }
    }

    private static double[] transition(int first, int end, double[] rewards) {
        double sum = 0;
        for (int t = first; t < end; t++) {
            sum += Math.pow(0.9, t - first) * rewards[t];
        }
        double discount = end == rewards.length ? 0 : Math.pow(0.9, end - first);
        return new double[] {100 + first, first % 3, sum, discount, 100 + end};
    }

    @Example
    void episodeOfCatchMakesThirteenTransitionsOfFiveSteps() {
        var written = new ArrayList<double[]>();
        var adder = new NStepAdder(5, 1, written::add);
        var environment = new Catch(1);
        adder.addFirst(environment.reset().state());
        Catch.Step step;
        do {
            step = environment.step(1);
            adder.add(1, step);
        } while (!step.last());
        assertThat(written).hasSize(13);
    }
}
