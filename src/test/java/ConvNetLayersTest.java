import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import convnet.Activation;
import convnet.Conv;
import convnet.Dense;
import convnet.Dropout;
import convnet.Layer;
import convnet.Lrn;
import convnet.Net;
import convnet.Pool;
import convnet.Rule;
import convnet.Trainer;
import convnet.Vol;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every layer against its formula, and every gradient against finite differences. */
class ConvNetLayersTest {
    /** Relative error between the slopes a layer gives for its input and central differences. */
    private static double inputError(Layer layer, Vol in) {
        var out = layer.forward(in, false);
        var random = new Random(5);
        var pull = new double[out.w.length];
        for (int i = 0; i < pull.length; i++) {
            pull[i] = out.dw[i] = random.nextGaussian();
        }
        java.util.Arrays.fill(in.dw, 0);
        layer.backward();
        double worst = 0;
        for (int i = 0; i < in.w.length; i++) {
            double kept = in.w[i];
            in.w[i] = kept + 1e-5;
            double up = dot(pull, layer.forward(in, false).w);
            in.w[i] = kept - 1e-5;
            double down = dot(pull, layer.forward(in, false).w);
            in.w[i] = kept;
            double measured = (up - down) / 2e-5;
            double size = Math.max(Math.abs(measured) + Math.abs(in.dw[i]), 1e-2);
            worst = Math.max(worst, Math.abs(measured - in.dw[i]) / size);
        }
        return worst;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Property(tries = 20)
    void everyLayerHandsTheRightGradientToItsInput(@ForAll @IntRange(max = 1000) int seed) {
        var random = new Random(seed);
        var layers = new ArrayList<Layer>();
        layers.add(new Conv(4, 6, 3, 1, 1, 2, random));
        layers.add(new Conv(4, 2, 3, 2, 0, 1, random));
        layers.add(new Pool(3, 2));
        layers.add(new Lrn(2, 3, 0.1, 0.75));
        layers.add(new Dense(4 * 49, 5, random));
        layers.add(new Dropout(0.5, random));
        for (var kind : Activation.Kind.values()) {
            layers.add(new Activation(kind));
        }

        assertThat(layers)
                .allSatisfy(
                        layer ->
                                assertThat(inputError(layer, new Vol(4, 7, 7).gaussian(random, 1)))
                                        .isLessThan(1e-6));
    }

    @Property(tries = 10)
    void gradientsOfAllParametersOfASmallAlexNetAgreeWithDifferences(
            @ForAll @IntRange(max = 1000) int seed) {
        var random = new Random(seed);
        var net =
                new Net(
                        List.of(
                                new Conv(2, 4, 3, 1, 1, 1, random),
                                new Activation(Activation.Kind.TANH),
                                new Lrn(2, 3, 0.1, 0.75),
                                new Conv(4, 4, 3, 2, 1, 2, random),
                                new Activation(Activation.Kind.SIGMOID),
                                new Dense(36, 3, random)));

        assertThat(net.gradientError(new Vol(2, 6, 6).gaussian(random, 1), seed % 3, 1e-5))
                .isLessThan(1e-6);
    }

    @Property(tries = 50)
    void groupedConvolutionIsTwoHalfConvolutionsSideBySide(
            @ForAll @IntRange(max = 10000) int seed,
            @ForAll @IntRange(min = 1, max = 3) int half,
            @ForAll @IntRange(min = 3, max = 9) int side) {
        var random = new Random(seed);
        var whole = new Conv(2 * half, 4, 3, 1, 1, 2, random);
        var in = new Vol(2 * half, side, side).gaussian(random, 1);
        var out = whole.forward(in, false);
        for (int group = 0; group < 2; group++) {
            var part = new Conv(half, 2, 3, 1, 1, 1, random);
            var weights = part.parameters().get(0);
            System.arraycopy(
                    whole.parameters().get(0).w,
                    group * weights.w.length,
                    weights.w,
                    0,
                    weights.w.length);
            var slice = new Vol(half, side, side);
            System.arraycopy(in.w, group * slice.w.length, slice.w, 0, slice.w.length);
            var expected = part.forward(slice, false).w;
            for (int i = 0; i < expected.length; i++) {
                assertThat(out.w[group * expected.length + i])
                        .isCloseTo(expected[i], within(1e-12));
            }
        }
    }

    @Example
    void responseNormalizationFollowsThePaper() {
        var in = Vol.of(1, 2, 3, 4, 5, 6);
        var out = new Lrn(2, 5, 1e-4, 0.75).forward(in, false);

        assertThat(out.w[0]).isCloseTo(1 / Math.pow(2 + 1e-4 * 14, 0.75), within(1e-12));
        assertThat(out.w[3]).isCloseTo(4 / Math.pow(2 + 1e-4 * 90, 0.75), within(1e-12));
    }

    @Example
    void overlappingPoolTakesTheLargestOfEachWindow() {
        var in = new Vol(1, 5, 5);
        in.w[12] = 7; // the middle is in all four windows

        assertThat(new Pool(3, 2).forward(in, false).w).containsExactly(7, 7, 7, 7);
    }

    @Example
    void dropoutKeepsHalfOnAverageAndScalesByHalfWhenNotTraining() {
        var ones = new Vol(10000, 1, 1);
        java.util.Arrays.fill(ones.w, 1);
        var layer = new Dropout(0.5, new Random(1));

        double mean = dot(layer.forward(ones, true).w, ones.w) / 10000;
        assertThat(mean).isCloseTo(0.5, within(3 * 0.5 / 100));
        assertThat(layer.forward(ones, false).w).containsOnly(0.5);
    }

    @Example
    void momentumAndDecayFollowThePapersUpdate() {
        var net = new Net(List.of(new Dense(1, 2, new Random(3))));
        double w = net.parameters().get(0).w[0];
        double p = net.forward(Vol.of(1), false)[0];
        new Trainer(net, Rule.momentum(0.01, 0.9), 1, 0.0005).train(Vol.of(1), 0);

        assertThat(net.parameters().get(0).w[0])
                .isCloseTo(w - 0.0005 * 0.01 * w - 0.01 * (p - 1), within(1e-15));
    }

    @Example
    void groupsThatDoNotDivideAreRefused() {
        assertThatThrownBy(() -> new Conv(3, 4, 3, 1, 1, 2, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 groups do not divide 3 and 4 maps");
    }
}
