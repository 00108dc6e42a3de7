import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nielsen.Network;

/** The four equations against finite differences, and what follows from them. */
class NielsenBackpropTest {
    @Property(tries = 40)
    void equationsAgreeWithFiniteDifferencesForAnyShape(
            @ForAll @IntRange(min = 1, max = 7) int inputs,
            @ForAll @IntRange(min = 1, max = 7) int hidden,
            @ForAll @IntRange(min = 1, max = 5) int outputs,
            @ForAll boolean deep,
            @ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var net =
                deep
                        ? new Network(random, inputs, hidden, hidden, outputs)
                        : new Network(random, inputs, hidden, outputs);
        var x = NielsenBackprop.gaussian(inputs, random);

        assertThat(NielsenBackprop.disagreement(net, x, NielsenBackprop.gaussian(outputs, random)))
                .isLessThan(1e-7);
    }

    @Property(tries = 30)
    void gradientOfTheMeanIsTheMeanOfTheGradients(@ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var x = NielsenBackprop.gaussian(4, random);
        var y = NielsenBackprop.gaussian(4, random);
        var one = new Network(new Random(seed), 4, 3, 2);
        var other = new Network(new Random(seed), 4, 3, 2);
        var both = new Network(new Random(seed), 4, 3, 2);
        var target = new double[] {1, 0};
        one.learn(x, target);
        other.learn(y, target);
        both.learn(x, target);
        both.learn(y, target);

        assertThat(both.weightSlopes[0][2][3])
                .isCloseTo(one.weightSlopes[0][2][3] + other.weightSlopes[0][2][3], within(1e-12));
    }

    @Property(tries = 30)
    void neuronsThatStartAlikeStayAlike(@ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var net = new Network(random, 3, 2, 2);
        net.weights[0][1] = net.weights[0][0].clone();
        net.biases[0][1] = net.biases[0][0];
        for (int j = 0; j < 2; j++) {
            net.weights[1][j][1] = net.weights[1][j][0];
        }
        for (int i = 0; i < 20; i++) {
            net.learn(NielsenBackprop.gaussian(3, random), new double[] {1, 0});
            net.step(1, 1);
        }

        assertThat(net.weights[0][1]).isEqualTo(net.weights[0][0]);
        assertThat(net.biases[0][1]).isEqualTo(net.biases[0][0]);
    }

    @Property(tries = 30)
    void backpropagationCostsAboutTwoPassesWhateverTheShape(
            @ForAll @IntRange(min = 1, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 40) int hidden) {
        var net = new Network(new Random(1), inputs, hidden, 5);
        net.learn(new double[inputs], new double[5]);

        assertThat(net.multiplications).isEqualTo(2L * inputs * hidden + 3L * 5 * hidden);
        assertThat(net.weightCount()).isEqualTo(inputs * hidden + 5 * hidden);
    }

    @Example
    void fiveNandsAddTwoBits() {
        assertThat(NielsenBackprop.halfAdder(0, 0)).containsExactly(0, 0);
        assertThat(NielsenBackprop.halfAdder(0, 1)).containsExactly(1, 0);
        assertThat(NielsenBackprop.halfAdder(1, 0)).containsExactly(1, 0);
        assertThat(NielsenBackprop.halfAdder(1, 1)).containsExactly(0, 1);
    }

    @Example
    void badlyStartedNeuronLearnsLateWithTheQuadraticCostOnly() {
        var quadratic = NielsenBackprop.neuron(2, 2, 0.15, 300, false);
        var entropy = NielsenBackprop.neuron(2, 2, 0.15, 300, true);

        assertThat(quadratic[300]).isCloseTo(0.2028, within(1e-4));
        assertThat(quadratic[50]).isGreaterThan(0.97);
        assertThat(entropy[50]).isLessThan(0.2);
    }
}
