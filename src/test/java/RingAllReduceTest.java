import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sums and bytes of the ring, for sizes that divide and sizes that do not. */
class RingAllReduceTest {
    @Property(tries = 100)
    void everyRankEndsWithTheSerialSum(
            @ForAll @IntRange(min = 2, max = 24) int ranks,
            @ForAll @IntRange(min = 1, max = 500) int elements) {
        var ring = RingAllReduce.allReduce(RingAllReduce.vectors(ranks, elements));

        assertThat(RingAllReduce.maxError(RingAllReduce.vectors(ranks, elements), ring)).isZero();
    }

    @Property(tries = 100)
    void allRanksTogetherSendTwiceTheVectorForEachButOne(
            @ForAll @IntRange(min = 2, max = 24) int ranks,
            @ForAll @IntRange(min = 1, max = 500) int elements) {
        var ring = RingAllReduce.allReduce(RingAllReduce.vectors(ranks, elements));

        assertThat(ring.stream().mapToLong(rank -> rank.bytesSent()).sum())
                .isEqualTo(2L * (ranks - 1) * elements * Float.BYTES);
    }

    @Property(tries = 50)
    void everyRankSendsTheSameWhenTheVectorDivides(
            @ForAll @IntRange(min = 2, max = 24) int ranks,
            @ForAll @IntRange(min = 1, max = 20) int perChunk) {
        var ring = RingAllReduce.allReduce(RingAllReduce.vectors(ranks, ranks * perChunk));

        assertThat(ring)
                .allSatisfy(
                        rank -> {
                            assertThat(rank.bytesSent())
                                    .isEqualTo(2L * (ranks - 1) * perChunk * Float.BYTES);
                            assertThat(rank.steps()).isEqualTo(2 * (ranks - 1));
                        });
    }

    @Example
    void vectorShorterThanTheRingIsStillSummed() {
        var ring = RingAllReduce.allReduce(RingAllReduce.vectors(8, 3));

        assertThat(RingAllReduce.maxError(RingAllReduce.vectors(8, 3), ring)).isZero();
    }

    @Example
    void errorOfAWrongSumIsSeen() {
        var ring = RingAllReduce.allReduce(RingAllReduce.vectors(4, 10));
        ring.get(2).vector()[5] += 3;

        assertThat(RingAllReduce.maxError(RingAllReduce.vectors(4, 10), ring)).isEqualTo(3);
    }

    @Example
    void modelAddsLatencyOfStepsAndTimeOfBytes() {
        assertThat(RingAllReduce.seconds(14, 1.75e6, 1e-6, 12.5e9))
                .isCloseTo(154e-6, within(1e-12));
    }
}
