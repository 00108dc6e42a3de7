import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import convnet.Activation;
import convnet.Dense;
import convnet.Lesson;
import convnet.Net;
import convnet.Points;
import convnet.Rule;
import convnet.Trainer;
import convnet.Vol;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The toy demo, its trainers, and the library's own test cases. */
class ConvNetJavaTest {
    private static Lesson lesson(String data, int hidden, int seed) {
        return new Lesson(Points.of(data, seed), Rule.momentum(0.03, 0.9), hidden, seed);
    }

    @Example
    void imageDemosHaveThePublishedParameters() {
        assertThat(ConvNetLibrary.mnist().parameterCount()).isEqualTo(5994);
        assertThat(ConvNetLibrary.cifar().parameterCount()).isEqualTo(22466);
    }

    @Example
    void adamOfTheLibraryStartsTenTimesTooFastAndPeaksAtStepTwelve() {
        var ratios = ConvNetLibrary.adamRatios(1000);
        for (int k = 1; k <= 1000; k++) {
            double first = 1 - Math.pow(0.9, k);
            assertThat(ratios[k - 1])
                    .isCloseTo(first * first / (1 - Math.pow(0.999, k)), within(1e-6));
        }
        assertThat(ratios[0]).isCloseTo(10, within(1e-6));
        assertThat(ratios[11])
                .isCloseTo(43.145, within(5e-4))
                .isEqualTo(java.util.Arrays.stream(ratios).max().orElse(0));
    }

    @Property(tries = 20)
    void gradientsAgreeWithFiniteDifferences(
            @ForAll @IntRange(max = 3) int data,
            @ForAll @IntRange(min = 2, max = 20) int hidden,
            @ForAll @IntRange(max = 1000) int seed) {
        var lesson = lesson(Points.SETS.get(data), hidden, seed);

        assertThat(
                        lesson.net()
                                .gradientError(
                                        lesson.points().at(seed % 13),
                                        lesson.points().label(seed % 13),
                                        1e-5))
                .isLessThan(1e-6);
    }

    @Property(tries = 20)
    void smallStepsAlwaysRaiseTheProbabilityOfTheTrainedClass(
            @ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var net =
                new Net(
                        List.of(
                                new Dense(2, 5, random),
                                new Activation(Activation.Kind.TANH),
                                new Dense(5, 5, random),
                                new Activation(Activation.Kind.TANH),
                                new Dense(5, 3, random)));
        var trainer = new Trainer(net, Rule.momentum(0.0001, 0), 1, 0);
        for (int i = 0; i < 100; i++) {
            var x = new Vol(2, 1, 1).gaussian(random, 1);
            int label = random.nextInt(3);
            double before = net.forward(x, false)[label];
            trainer.train(x, label);

            assertThat(net.forward(x, false)[label]).isGreaterThan(before);
        }
    }

    @Property(tries = 12)
    void everyTrainerLowersTheLoss(@ForAll @IntRange(max = 5) int which) {
        var rule = List.copyOf(ConvNetLibrary.rules().values()).get(which);
        var lesson = new Lesson(Points.of("circle", 1), rule, 6, 1);
        double first = lesson.step();
        for (int i = 0; i < 60; i++) {
            lesson.step();
        }

        assertThat(lesson.step()).isLessThan(first);
        assertThat(lesson.losses()).hasSize(62);
    }

    @Example
    void discInARingIsLearned() {
        var lesson = lesson("circle", 6, 1);
        IntStream.range(0, 100).forEach(i -> lesson.step());

        assertThat(lesson.right()).isGreaterThanOrEqualTo(98);
    }

    @Property(tries = 30)
    void shuffleIsAPermutation(
            @ForAll @IntRange(max = 3) int data, @ForAll @IntRange(max = 10000) int seed) {
        var points = Points.of(Points.SETS.get(data), seed);

        assertThat(points.shuffled(new Random(seed)))
                .containsExactlyInAnyOrder(IntStream.range(0, points.size()).toArray());
        assertThat(points.size()).isEqualTo(new int[] {13, 100, 200, 100}[data]);
    }

    @Example
    void sameSeedTrainsTheSameNet() {
        var one = lesson("spiral", 8, 5);
        var other = lesson("spiral", 8, 5);
        for (int i = 0; i < 5; i++) {
            assertThat(one.step()).isEqualTo(other.step());
        }
    }
}
