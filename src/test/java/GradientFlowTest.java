import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientflow.Lazy;
import gradientflow.SparsePool;
import gradientflow.Trainer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import networks.Networks;
import networks.RingCost;

/** Fusing loses no byte, sparse sending loses no gradient. */
class GradientFlowTest {
    @Property(tries = 50)
    void messagesCarryAllBytesWhateverTheThreshold(
            @ForAll @DoubleRange(min = 0, max = 2e8) double threshold) {
        var messages = Lazy.messages(Networks.resNet50(), threshold, 2);

        assertThat(messages.stream().mapToDouble(m -> m).sum()).isEqualTo(2 * 25_557_032);
        assertThat(messages.subList(0, messages.size() - 1))
                .allSatisfy(m -> assertThat(m).isGreaterThanOrEqualTo(threshold));
    }

    @Property(tries = 50)
    void fusingNeverTakesLonger(@ForAll @IntRange(min = 2, max = 600) int ranks) {
        var ring = new RingCost(ranks, 2e-6, 7e9);
        for (var tensors : List.of(Networks.alexNet(), Networks.resNet50())) {
            assertThat(GradientFlow.seconds(tensors, 1e12, ring))
                    .isLessThanOrEqualTo(GradientFlow.seconds(tensors, 0, ring));
        }
    }

    @Property(tries = 100)
    void sentAndWaitingTogetherAreAllMomentum(
            @ForAll @IntRange(min = 1, max = 4) int workers,
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 9) int chunk,
            @ForAll @DoubleRange(min = 0, max = 0.99) double sparsity,
            @ForAll int seed) {
        var random = new Random(seed);
        var pool = new SparsePool(workers, size, chunk, 0.5);
        var velocity = new double[size];
        var expected = new double[size];
        var sent = new double[size];
        for (int t = 0; t < 6; t++) {
            var gradients = new double[workers][size];
            for (int i = 0; i < size; i++) {
                velocity[i] *= 0.5;
                for (double[] gradient : gradients) {
                    gradient[i] = random.nextGaussian();
                    velocity[i] += gradient[i] / workers;
                }
                expected[i] += velocity[i];
            }
            var mean = pool.step(gradients, sparsity);
            for (int i = 0; i < size; i++) {
                sent[i] += mean[i];
            }
        }
        for (int i = 0; i < size; i++) {
            assertThat(sent[i] + pool.residual()[i]).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Example
    void moreSparsityIsLessTraffic() {
        double before = 2;
        for (double sparsity : new double[] {0, 0.3, 0.6, 0.9}) {
            double traffic = Trainer.sparse(2, 20, 2, 64, sparsity, 3).traffic();

            assertThat(traffic).isLessThan(before);
            before = traffic;
        }
    }

    @Example
    void withoutSparsityItIsMomentum() {
        var sparse = Trainer.sparse(3, 60, 0, 64, 0, 5).model();

        assertThat(sparse.distance(Trainer.dense(3, 60, 5).model())).isLessThan(1e-5);
    }
}
