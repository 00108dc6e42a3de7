import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lowmemory.Config;
import lowmemory.Memory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Levers of any size: the same gradient where it must be the same, and bytes as counted by hand.
 */
class LowMemoryTrainingTest {
    @Property(tries = 40)
    void microbatchesAndCheckpointsLeaveTheGradientAsItIsToTheLastBit(
            @ForAll @IntRange(min = 1, max = 20) int depth,
            @ForAll @IntRange(min = 1, max = 24) int batch,
            @ForAll @IntRange(min = 1, max = 24) int microbatch,
            @ForAll @IntRange(min = 1, max = 20) int segment) {
        var plain = Config.plain(depth, 5, batch, 0);
        var all = LowMemoryTraining.gradient(plain);

        assertThat(all).hasSize(depth + 1);
        assertThat(all.get(0)).isNotEqualTo(new float[25]);
        for (var lever : List.of(plain.micro(microbatch), plain.checkpoint(segment))) {
            assertThat(LowMemoryTraining.different(all, LowMemoryTraining.gradient(lever)))
                    .isZero();
        }
    }

    @Property(tries = 20)
    void sparseHalfGradientsSurviveMicrobatchesAndCheckpointsNearly(
            @ForAll @IntRange(min = 2, max = 12) int depth,
            @ForAll @IntRange(min = 2, max = 6) int segment) {
        var sparse = Config.plain(depth, 8, 12, 0).sparse(0.5);
        var one = LowMemoryTraining.gradient(sparse);
        var other = LowMemoryTraining.gradient(sparse.halved().micro(5).checkpoint(segment));

        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < one.get(i).length; j++) {
                assertThat(other.get(i)[j]).isCloseTo(one.get(i)[j], within(0.01f));
            }
        }
    }

    @Property(tries = 30)
    void plainBytesAreThoseOfTheShapes(
            @ForAll @IntRange(min = 1, max = 12) int depth,
            @ForAll @IntRange(min = 2, max = 12) int width,
            @ForAll @IntRange(min = 1, max = 16) int batch) {
        var memory = LowMemoryTraining.train(Config.plain(depth, width, batch, 1)).memory();
        long weights = 4L * (depth * width * width + 10 * width);

        assertThat(memory.atPeak(Memory.Kind.MODEL)).isEqualTo(weights);
        assertThat(memory.atPeak(Memory.Kind.OPTIMIZER)).isEqualTo(weights);
        assertThat(memory.atPeak(Memory.Kind.GRADIENT)).isEqualTo(weights);
        assertThat(memory.atPeak(Memory.Kind.ACTIVATION))
                .isEqualTo(4L * width * batch * (2 * depth + 1));
        assertThat(memory.used(Memory.Kind.ACTIVATION)).isZero();
    }

    @Property(tries = 30)
    void checkpointsKeepTheirNumberAndOneOpenSegment(
            @ForAll @IntRange(min = 1, max = 6) int segments,
            @ForAll @IntRange(min = 1, max = 6) int size) {
        var config = Config.plain(segments * size, 4, 3, 1).checkpoint(size);
        var memory = LowMemoryTraining.train(config).memory();

        assertThat(memory.atPeak(Memory.Kind.ACTIVATION))
                .isEqualTo(4L * 4 * 3 * (segments + 2 * size));
    }

    @Example
    void sparseWeightsPayForTheListOfTheirColumns() {
        var memory = LowMemoryTraining.train(Config.plain(3, 8, 2, 1).sparse(0.25)).memory();

        assertThat(memory.atPeak(Memory.Kind.MODEL)).isEqualTo(3 * 16 * (4 + 2) + 4 * 80);
        assertThat(memory.atPeak(Memory.Kind.OPTIMIZER)).isEqualTo(4 * (3 * 16 + 80));
    }

    @Example
    void trainingSeparatesCloudsThatLieApart() {
        var result = LowMemoryTraining.train(Config.plain(2, 16, 64, 60));

        assertThat(result.accuracy()).isGreaterThan(0.9);
        assertThat(LowMemoryTraining.train(Config.plain(2, 16, 64, 0)).accuracy()).isLessThan(0.4);
    }
}
