import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import choosing.Contest;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import ptdp.Cluster;
import ptdp.Gpt;

/** Ways to use a cluster: none beats full work, faster wires never hurt, one GPU is one GPU. */
class ChoosingParallelismTest {
    private static Contest contest(int gpus, double wires) {
        var cluster = new Cluster(gpus, 8, 80e9, 190e12, 300e9 * wires, 25e9 * wires, 5e-6);
        return new Contest(Gpt.of(32, 2048, 32), cluster, 2e12);
    }

    @Property(tries = 60)
    void nobodyWorksMoreThanAllTheTimeAndFasterWiresDoNotHurt(
            @ForAll @IntRange(min = 0, max = 5) int logGpus,
            @ForAll @IntRange(min = 0, max = 8) int logBatch) {
        int gpus = 1 << logGpus;
        int batch = 1 << logBatch;
        int seen = 0;
        for (var way : Contest.WAYS) {
            var slow = contest(gpus, 1).best(way, batch);
            var fast = contest(gpus, 10).best(way, batch);
            assertThat(fast.isPresent()).isEqualTo(slow.isPresent());
            if (slow.isPresent()) {
                seen++;
                assertThat(slow.get().atWork()).isBetween(0.0, 1.0);
                assertThat(fast.get().seconds()).isLessThanOrEqualTo(slow.get().seconds() + 1e-12);
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(2); // tensor and pipeline divide any batch
    }

    @Example
    void oneGpuIsTheSameWhateverItIsCalled() {
        double seconds = contest(1, 1).best("data", 8).orElseThrow().seconds();

        for (var way : Contest.WAYS) {
            var outcome = contest(1, 1).best(way, 8).orElseThrow();
            assertThat(outcome.seconds()).isCloseTo(seconds, within(1e-9));
            assertThat(outcome.sent()).isZero();
        }
    }

    @Example
    void replicasNeedASampleEach() {
        assertThat(contest(16, 1).best("data", 8)).isEmpty();
        assertThat(contest(16, 1).best("fully sharded", 24)).isEmpty();
        assertThat(contest(16, 1).best("data", 16)).isPresent();
    }

    @Property(tries = 30)
    void shardingTheUpdateSendsThreeQuartersAndFullShardingAsMuchAsAllReducePerMicrobatch(
            @ForAll @IntRange(min = 2, max = 16) int gpus) {
        var contest = contest(gpus, 1);
        double p = contest.model().parameters();
        double lap = (gpus - 1.0) / gpus;

        assertThat(contest.fraction()).isEqualTo(lap);
        assertThat(contest.best("data", gpus).orElseThrow().sent())
                .isCloseTo(8 * p * lap, within(1.0));
        assertThat(contest.best("sharded update", gpus).orElseThrow().sent())
                .isCloseTo(6 * p * lap, within(1.0));
        assertThat(contest.best("fully sharded", gpus).orElseThrow().sent())
                .isCloseTo(8 * p * lap, within(1.0));
    }

    @Example
    void pipelineWithoutMessagesLosesItsBubbleOnly() {
        var cluster = new Cluster(16, 16, 80e9, 190e12, 1e18, 1e18, 0);
        var contest = new Contest(Gpt.of(32, 2048, 32), cluster, 1e18);
        var outcome = contest.best("pipeline", 64).orElseThrow();

        assertThat(outcome.microbatch()).isEqualTo(1);
        assertThat(outcome.seconds() / outcome.ideal() - 1).isCloseTo(15.0 / 64, within(1e-6));
    }

    @Example
    void modelThatDoesNotFitIsSaidNotToFit() {
        var cluster = new Cluster(16, 8, 40e9, 190e12, 300e9, 25e9, 5e-6);
        var contest = new Contest(Gpt.of(32, 3072, 32), cluster, 2e12);

        assertThat(contest.best("data", 64).orElseThrow().fits()).isFalse();
        assertThat(contest.best("fully sharded", 64).orElseThrow().fits()).isTrue();
    }
}
