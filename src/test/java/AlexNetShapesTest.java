import static org.assertj.core.api.Assertions.assertThat;

import convnet.Activation;
import convnet.Net;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The small AlexNet: what it draws, what it sees, and that it learns. */
class AlexNetShapesTest {
    @Property(tries = 50)
    void shapesAreDrawnTheSameForTheSameSeed(
            @ForAll @IntRange(max = 3) int label, @ForAll @IntRange(max = 10000) int seed) {
        var once = AlexNetShapes.draw(label, new Random(seed), 0.3);
        var again = AlexNetShapes.draw(label, new Random(seed), 0.3);

        assertThat(once.w).isEqualTo(again.w);
        assertThat(AlexNetShapes.draw(label, new Random(seed), 0).w).contains(0).contains(1);
    }

    @Property(tries = 20)
    void inputsOfTheOtherGpuLeaveNoTraceInAGroup(@ForAll @IntRange(max = 10000) int seed) {
        assertThat(AlexNetShapes.leak(2, new Random(seed))).isZero();
        assertThat(AlexNetShapes.leak(1, new Random(seed))).isPositive();
    }

    @Example
    void trainingBeatsGuessingByFar() {
        var random = new Random(1);
        var layers = AlexNetShapes.bare(Activation.Kind.RELU, random);
        var run = new AlexNetShapes.Run(layers, 0.02, 0, 80, 0.1, random);

        assertThat(AlexNetShapes.accuracy(run.net, 200, 0.1, 5)).isGreaterThan(0.6);
    }

    @Example
    void untrainedNetGuesses() {
        var net = new Net(AlexNetShapes.layers(Activation.Kind.RELU, new Random(1)));

        assertThat(AlexNetShapes.accuracy(net, 200, 0.25, 5)).isBetween(0.1, 0.45);
    }

    @Example
    void rawPixelsSaturateTanhAndNotRelu() {
        assertThat(AlexNetShapes.slope(Activation.Kind.TANH, 255, 1)).isLessThan(0.05);
        assertThat(AlexNetShapes.slope(Activation.Kind.RELU, 255, 1))
                .isEqualTo(AlexNetShapes.slope(Activation.Kind.RELU, 1, 1));
    }
}
