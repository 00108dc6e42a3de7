import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import sharding.Optimizer;
import sharding.Ring;
import sharding.Training;

/** Sharding changes who moves a weight, and neither the weight nor the bytes on the wire. */
class ShardedWeightUpdateTest {
    @Property(tries = 100)
    void shardedWeightsAreTheReplicatedOnesToTheLastBit(
            @ForAll Optimizer optimizer,
            @ForAll @IntRange(min = 1, max = 12) int ranks,
            @ForAll @IntRange(min = 1, max = 200) int parameters,
            @ForAll @IntRange(min = 1, max = 5) int steps) {
        var full = new Training(optimizer, ranks, parameters, false).run(steps);
        var sharded = new Training(optimizer, ranks, parameters, true).run(steps);

        assertThat(ShardedWeightUpdate.different(full, sharded)).isZero();
        assertThat(sharded.bytes()).isEqualTo(full.bytes());
    }

    @Property(tries = 100)
    void memoryAndWorkAreThoseOfTheShard(
            @ForAll Optimizer optimizer,
            @ForAll @IntRange(min = 1, max = 12) int ranks,
            @ForAll @IntRange(min = 1, max = 200) int parameters) {
        int shard = (parameters + ranks - 1) / ranks;
        var result = new Training(optimizer, ranks, parameters, true).run(2);

        assertThat(result.replicas()).hasSize(ranks);
        assertThat(result.replicas())
                .allSatisfy(
                        replica -> {
                            assertThat(replica.slotBytes())
                                    .isEqualTo(4L * optimizer.slots() * shard);
                            assertThat(replica.updated()).isEqualTo(2L * shard);
                        });
        assertThat(result.bytes()).isEqualTo(2L * 2 * (ranks - 1) * shard * ranks * 4);
    }

    @Property(tries = 100)
    void reduceScatterThenAllGatherIsTheSum(
            @ForAll @IntRange(min = 1, max = 10) int ranks,
            @ForAll @IntRange(min = 1, max = 10) int chunk) {
        var ring = new Ring(ranks);
        var vectors = new ArrayList<float[]>();
        var sum = new float[ranks * chunk];
        for (int r = 0; r < ranks; r++) {
            vectors.add(new float[ranks * chunk]);
            for (int i = 0; i < sum.length; i++) {
                vectors.get(r)[i] = 7 * r - 3 * i;
                sum[i] += 7 * r - 3 * i;
            }
        }
        ring.reduceScatter(vectors);
        for (int r = 0; r < ranks; r++) {
            int first = ring.owned(r) * chunk;
            for (int i = first; i < first + chunk; i++) {
                assertThat(vectors.get(r)[i]).isEqualTo(sum[i]);
            }
        }
        ring.allGather(vectors);
        assertThat(vectors).allSatisfy(vector -> assertThat(vector).containsExactly(sum));
    }

    @Example
    void adamMovesEachWeightByTheRateAtFirst() {
        var result = new Training(Optimizer.ADAM, 4, 10, true).run(1);

        for (int i = 0; i < 10; i++) {
            assertThat(Math.abs(result.replicas().get(2).weights()[i]))
                    .isCloseTo(0.05f, within(1e-4f));
        }
    }

    @Example
    void trainingApproachesWhatTheDataTogetherWant() {
        for (var optimizer : List.of(Optimizer.SGD, Optimizer.MOMENTUM, Optimizer.ADAM)) {
            var early = new Training(optimizer, 4, 50, true).run(1);
            var late = new Training(optimizer, 4, 50, true).run(200);

            assertThat(ShardedWeightUpdate.error(late, 4, 50))
                    .isLessThan(0.2 * ShardedWeightUpdate.error(early, 4, 50));
        }
    }

    @Example
    void differenceOfOneBitIsSeen() {
        var one = new Training(Optimizer.SGD, 3, 9, true).run(1);
        var other = new Training(Optimizer.SGD, 3, 9, true).run(1);
        other.replicas().get(1).weights()[4] = Math.nextUp(other.replicas().get(1).weights()[4]);

        assertThat(ShardedWeightUpdate.different(one, other)).isEqualTo(1);
    }
}
