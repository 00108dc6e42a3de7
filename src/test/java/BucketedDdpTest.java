import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ddp.Buckets;
import ddp.Mlp;
import ddp.Overlap;
import ddp.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import networks.Networks;
import networks.RingCost;
import networks.Tensor;

/** Replicas against one machine, buckets of any size, and the clock of the overlap. */
class BucketedDdpTest {
    @Property(tries = 30)
    void replicasAgreeToTheLastBitAndWithOneMachineToRounding(
            @ForAll @IntRange(min = 2, max = 5) int ranks,
            @ForAll @IntRange(min = 1, max = 4) int accumulate,
            @ForAll @DoubleRange(min = 0, max = 20000) double cap,
            @ForAll @IntRange(min = 0, max = 99) int seed) {
        var training = new Training(ranks, 3, 5, accumulate, cap, seed);
        var replicas = training.distributed();
        var first = replicas.get(0).model();

        assertThat(replicas).allSatisfy(r -> assertThat(first.distance(r.model())).isZero());
        assertThat(first.distance(training.alone())).isLessThan(1e-6);
        assertThat(first.distance(new Mlp(seed))).isGreaterThan(1e-4);
    }

    @Property(tries = 20)
    void skippingSynchronizationDoesNotSendMore(
            @ForAll @IntRange(min = 1, max = 6) int accumulate) {
        var replicas = new Training(3, 2, 4, accumulate, 1000, 1).distributed();
        long parameters = new Mlp(1).parameters().stream().mapToLong(p -> p.length).sum();

        assertThat(replicas.stream().mapToLong(r -> r.reducer().bytesSent()).sum())
                .isEqualTo(4 * 2 * 2 * parameters * Float.BYTES);
    }

    @Example
    void anotherOrderOfBucketsOnOneRankIsNoticed() {
        var training = new Training(3, 2, 4, 1, 1000, 1);
        var swapped = new ArrayList<>(training.buckets());
        swapped.add(swapped.remove(0));

        assertThatThrownBy(
                        () ->
                                training.distributed(
                                        rank -> rank == 1 ? swapped : training.buckets()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("rank \\d reduces tensors \\[.*], its neighbour others");
    }

    @Property
    void bucketsHoldEachTensorOnceInReverseOrder(
            @ForAll @IntRange(min = 1, max = 60) int tensors,
            @ForAll @DoubleRange(min = 1, max = 500) double cap,
            @ForAll int seed) {
        var bytes = new Random(seed).longs(tensors, 1, 100).toArray();
        var buckets = Buckets.assign(bytes, cap / 2, cap);

        assertThat(buckets.stream().flatMap(List::stream).toList())
                .isEqualTo(IntStream.range(0, tensors).mapToObj(i -> tensors - 1 - i).toList());
        assertThat(buckets.subList(1, Math.max(1, buckets.size() - 1)))
                .allSatisfy(
                        bucket -> {
                            long sum = bucket.stream().mapToLong(p -> bytes[p]).sum();
                            long last = bytes[bucket.get(bucket.size() - 1)];
                            assertThat((double) sum).isGreaterThanOrEqualTo(cap);
                            assertThat((double) sum - last).isLessThan(cap);
                        });
    }

    @Example
    void defaultBucketsOfResNetAreFive() {
        var tensors = Networks.resNet50();
        var model = new BucketedDdp.Model("ResNet-50", tensors, 0.1);

        assertThat(model.buckets(25)).hasSize(5);
        assertThat(new BucketedDdp.Model("BERT", Networks.bertLarge(), 1).buckets(25)).hasSize(38);
        assertThat(tensors).hasSize(161);
    }

    @Property
    void overlapNeverHurtsAndNeverBeatsTheWireOrTheGpu(
            @ForAll @IntRange(min = 2, max = 64) int ranks,
            @ForAll @DoubleRange(min = 0, max = 1000) double micros,
            @ForAll @DoubleRange(min = 1e6, max = 1e9) double rate,
            @ForAll @DoubleRange(min = 0, max = 500) double cap) {
        var tensors =
                List.of(new Tensor("a", 900, 3), new Tensor("b", 10, 0), new Tensor("c", 400, 9));
        var buckets = Buckets.assign(new long[] {3600, 40, 1600}, cap, cap);
        var clock = new Overlap(0.001, 0.002, new RingCost(ranks, micros / 1e6, rate));
        double wire =
                clock.spans(tensors, buckets, false).stream()
                        .mapToDouble(span -> span.end() - span.start())
                        .sum();

        assertThat(clock.step(tensors, buckets, true))
                .isLessThanOrEqualTo(clock.step(tensors, buckets, false) * (1 + 1e-12))
                .isGreaterThanOrEqualTo(Math.max(0.003, 0.001 + wire) * (1 - 1e-12));
        assertThat(clock.step(tensors, buckets, false)).isCloseTo(0.003 + wire, within(1e-12));
    }

    @Example
    void gradientIsTheSlopeOfTheLoss() {
        var model = new Mlp(3);
        var rows = Mlp.data(4, 5);
        model.backward(rows, p -> {});
        for (int p = 0; p < model.parameters().size(); p++) {
            var tensor = model.parameters().get(p);
            float old = tensor[1];
            tensor[1] = old + 0.001f;
            double up = model.loss(rows);
            tensor[1] = old - 0.001f;
            double down = model.loss(rows);
            tensor[1] = old;

            assertThat((up - down) / 0.002).isCloseTo(model.gradients().get(p)[1], within(1e-4));
        }
    }

    @Example
    void networksHaveTheirPublishedSizes() {
        assertThat(Networks.elements(Networks.resNet50())).isEqualTo(25_557_032);
        assertThat(Networks.elements(Networks.bertLarge())).isEqualTo(335_141_888);
        assertThat(Networks.elements(Networks.alexNet())).isEqualTo(60_965_224);
        assertThat(Networks.alexNet()).hasSize(16);
    }
}
