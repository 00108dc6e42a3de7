import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import ptdp.Cluster;
import ptdp.Estimate;
import ptdp.Gpt;
import ptdp.Planner;
import ptdp.Published;
import ptdp.Split;

/** Counts of a GPT, counted again matrix by matrix, and the planner's choice against all others. */
class MegatronPlannerTest {
    private static final Cluster CLUSTER = new Cluster(64, 8, 80e9, 190e12, 300e9, 25e9, 5e-6);

    @Property(tries = 200)
    void parametersAreTheSumOfAllTensors(
            @ForAll @IntRange(min = 1, max = 50) int layers,
            @ForAll @IntRange(min = 1, max = 64) int perHead,
            @ForAll @IntRange(min = 1, max = 16) int heads) {
        long h = (long) perHead * heads;
        long attention = 3 * h * h + 3 * h + h * h + h;
        long mlp = 4 * h * h + 4 * h + 4 * h * h + h;
        long norms = 4 * h;
        long embeddings = 51200 * h + 2048 * h;

        assertThat(Gpt.of(layers, (int) h, heads).parameters())
                .isEqualTo(layers * (attention + mlp + norms) + embeddings);
    }

    @Property(tries = 200)
    void parametersAndFlopFollowTheFormsThatThePaperPrints(
            @ForAll @IntRange(min = 1, max = 200) int l,
            @ForAll @IntRange(min = 64, max = 30000) int h) {
        double s = 2048;
        double v = 51200;
        double p = 12.0 * l * h * h * (1 + 13.0 / (12.0 * h) + (v + s) / (12.0 * l * h));
        double f = 96.0 * 7 * s * l * h * h * (1 + s / (6.0 * h) + v / (16.0 * l * h));

        assertThat(Gpt.of(l, h, 1).parameters()).isCloseTo(p, within(1e-9 * p));
        assertThat(Gpt.of(l, h, 1).flop(7)).isCloseTo(f, within(1e-9 * f));
    }

    @Example
    void eightFlopPerParameterAndTokenIsTheLimitOfWideModels() {
        var wide = Gpt.of(100, 4_000_000, 1);

        assertThat(wide.daysInShort(1e12, 10, 1e12) / wide.days(1e12, 10, 1e12))
                .isCloseTo(1, within(1e-3));
    }

    @Example
    void shortFormIsBelowTheLongOneForEveryPublishedModel() {
        assertThat(Published.RUNS)
                .hasSize(10)
                .allSatisfy(
                        run ->
                                assertThat(run.model().daysInShort(1, 1, 1))
                                        .isLessThan(run.model().days(1, 1, 1)));
    }

    @Property(tries = 40)
    void choiceUsesEveryGpuFitsAndIsTheFastestThatDoes(
            @ForAll @IntRange(min = 1, max = 6) int logGpus,
            @ForAll @IntRange(min = 1, max = 24) int layers,
            @ForAll @IntRange(min = 1, max = 8) int thousands) {
        int gpus = 1 << logGpus;
        var cluster = new Cluster(gpus, 8, 80e9, 190e12, 300e9, 25e9, 5e-6);
        var planner = new Planner(Gpt.of(layers, 1024 * thousands, 16), cluster, 64);
        var best = planner.best(split -> true).filter(planner::fits);

        double fastest = Double.POSITIVE_INFINITY;
        for (int t = 1; t <= 16; t *= 2) {
            for (int p = 1; p <= layers; p++) {
                for (int b = 1; b <= 16; b *= 2) {
                    boolean fair = layers % p == 0 && gpus % (t * p) == 0;
                    if (fair && 64 % (gpus / (t * p) * b) == 0) {
                        var plan = planner.estimate(new Split(t, p, gpus / (t * p), b));
                        fastest = planner.fits(plan) ? Math.min(fastest, plan.seconds()) : fastest;
                    }
                }
            }
        }
        assertThat(best.map(Estimate::seconds).orElse(Double.POSITIVE_INFINITY)).isEqualTo(fastest);
        best.ifPresent(
                plan -> {
                    var s = plan.split();
                    assertThat(s.tensor() * s.pipeline() * s.data()).isEqualTo(gpus);
                    assertThat(plan.bytes()).isLessThanOrEqualTo(80e9);
                });
    }

    @Example
    void modelTooLargeForTheClusterGetsTheSmallestSplitThatDoesNotFit() {
        var planner = new Planner(Gpt.of(96, 12288, 96), CLUSTER, 64);
        var best = planner.best(split -> split.tensor() == 1 && split.pipeline() == 1);

        assertThat(best).isPresent();
        assertThat(planner.fits(best.orElseThrow())).isFalse();
    }

    @Example
    void oneGpuWaitsForNobody() {
        var planner = new Planner(Gpt.of(2, 1024, 16), CLUSTER, 8);
        var alone = planner.estimate(new Split(1, 1, 1, 2));

        assertThat(alone.tensor() + alone.hops() + alone.bubble() + alone.data()).isZero();
        assertThat(alone.compute()).isCloseTo(Gpt.of(2, 1024, 16).flop(8) / 190e12, within(1e-9));
        assertThat(alone.state()).isEqualTo(18 * Gpt.of(2, 1024, 16).parameters());
    }

    @Example
    void daysOfAPlanWithoutWaitingAreThoseOfTheRateItAttains() {
        var model = Gpt.of(2, 1024, 16);
        var planner = new Planner(model, CLUSTER, 8);
        var alone = planner.estimate(new Split(1, 1, 1, 2));

        assertThat(planner.days(alone, 1e9)).isCloseTo(model.days(1e9, 1, 190e12), within(1e-9));
    }

    @Example
    void ringInsideAServerIsFasterThanAcrossByTheRatioOfTheRates() {
        var cluster = new Cluster(16, 8, 80e9, 1, 300e9, 25e9, 0);

        assertThat(cluster.ring(8, 8, 1e9, 2)).isCloseTo(1.75e9 / 300e9, within(1e-12));
        assertThat(cluster.ring(8, 1, 1e9, 2)).isCloseTo(1.75e9 / 25e9, within(1e-12));
        assertThat(cluster.ring(8, 4, 1e9, 2)).isCloseTo(1.75e9 / 100e9, within(1e-12));
        assertThat(cluster.ring(32, 16, 1e9, 1)).isCloseTo(31e9 / 32 / 300e9, within(1e-12));
        assertThat(cluster.ring(1, 8, 1e9, 2)).isZero();
    }

    @Example
    void bubbleOfFigureSixIsGpusLessReplicasOverTheBatch() {
        assertThat(MegatronPlanner.bubble(32, 4, 128)).isCloseTo((32 - 4) / 128.0, within(1e-12));
        assertThat(MegatronPlanner.bubble(128, 128, 512)).isZero();
    }
}
