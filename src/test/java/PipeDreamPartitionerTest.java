import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import pipedream.Layer;
import pipedream.Planner;
import pipedream.Planner.Exchange;
import pipedream.Planner.Stage;

/** Plans against every other plan, and VGG-16 against its published sizes. */
class PipeDreamPartitionerTest {
    private static Planner planner(List<Integer> seeds, double bandwidth, Exchange exchange) {
        var layers = new ArrayList<Layer>();
        for (int seed : seeds) {
            layers.add(new Layer("l", 1 + seed % 7, 1 + seed % 11, seed % 13));
        }
        return new Planner(layers, 3, 5, bandwidth, exchange);
    }

    /** Fastest over all ways to cut {@code from..} and to share {@code workers}. */
    private static double brute(Planner planner, int from, int layers, int workers) {
        double best =
                workers == 0 ? Double.POSITIVE_INFINITY : planner.stage(from, layers, workers);
        for (int cut = from + 1; cut < layers; cut++) {
            for (int m = 1; m < workers; m++) {
                var first = new Stage(from, cut, m, planner.stage(from, cut, m));
                var border = new Stage(cut, layers, 1, 0);
                double here = Math.max(first.seconds(), planner.seconds(List.of(border)));
                best = Math.min(best, Math.max(here, brute(planner, cut, layers, workers - m)));
            }
        }
        return best;
    }

    /** The same when workers may stay idle. */
    private static double bruteUpTo(Planner planner, int layers, int workers) {
        return IntStream.rangeClosed(1, workers)
                .mapToDouble(m -> brute(planner, 0, layers, m))
                .min()
                .orElseThrow();
    }

    @Property(tries = 150)
    void planIsTheBestOfAllPlans(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 1000) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 4) int workers,
            @ForAll @DoubleRange(min = 0.5, max = 200) double bandwidth,
            @ForAll Exchange exchange) {
        var planner = planner(seeds, bandwidth, exchange);
        var plan = planner.plan(workers);

        assertThat(planner.seconds(plan))
                .isCloseTo(bruteUpTo(planner, seeds.size(), workers), within(1e-9));
        assertThat(plan.stream().mapToInt(Stage::replicas).sum()).isBetween(1, workers);
        int at = 0;
        for (var stage : plan) {
            assertThat(stage.from()).isEqualTo(at);
            at = stage.to();
        }
        assertThat(at).isEqualTo(seeds.size());
    }

    @Property(tries = 100)
    void oneWorkerLessNeverHelps(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 1000) Integer> seeds,
            @ForAll @IntRange(min = 2, max = 12) int workers,
            @ForAll @DoubleRange(min = 0.01, max = 200) double bandwidth,
            @ForAll Exchange exchange) {
        var planner = planner(seeds, bandwidth, exchange);

        assertThat(planner.seconds(planner.plan(workers)))
                .isLessThanOrEqualTo(planner.seconds(planner.plan(workers - 1)));
    }

    @Example
    void slowNetworkLeavesWorkersIdle() {
        var planner = new Planner(Layer.vgg16(224), 1, 17.7e12, 0.1e9 / 8, Exchange.OVERLAPPED);

        assertThat(planner.plan(4)).isEqualTo(planner.plan(2));
    }

    @Example
    void everyNumberOfGpusIsPlannedFor() {
        assertThat(PipeDreamPartitioner.sizes(2)).containsExactly(2);
        assertThat(PipeDreamPartitioner.sizes(7)).containsExactly(2, 4, 7);
        assertThat(PipeDreamPartitioner.sizes(16)).containsExactly(2, 4, 8, 16);
    }

    @Property(tries = 100)
    void oneWorkerGetsOneStage(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 1000) Integer> seeds) {
        assertThat(planner(seeds, 1, Exchange.OVERLAPPED).plan(1)).hasSize(1);
    }

    @Property(tries = 100)
    void fasterNetworkNeverSlowsThePlan(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 1000) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 6) int workers) {
        double before = Double.POSITIVE_INFINITY;
        for (double rate = 0.5; rate < 100; rate *= 2) {
            var planner = planner(seeds, rate, Exchange.OVERLAPPED);
            double now = planner.seconds(planner.plan(workers));
            assertThat(now).isLessThanOrEqualTo(before + 1e-12);
            before = now;
        }
    }

    @Example
    void vggHasItsPublishedSize() {
        var vgg = Layer.vgg16(224);

        assertThat(vgg).hasSize(16);
        assertThat(vgg.stream().mapToLong(Layer::weights).sum()).isEqualTo(138_357_544L);
        assertThat(vgg.get(12).outputs()).isEqualTo(25_088);
        assertThat(vgg.get(13).name()).isEqualTo("fc6");
        assertThat(vgg.get(15).name()).isEqualTo("fc8");
    }

    @Example
    void planSendsWhatOneMinibatchMakesItSend() {
        var planner =
                new Planner(
                        List.of(new Layer("a", 1, 10, 100), new Layer("b", 1, 1, 1000)),
                        2,
                        1,
                        1,
                        Exchange.OVERLAPPED);
        var stages = List.of(new Stage(0, 1, 3, 0), new Stage(1, 2, 1, 0));

        assertThat(planner.bytes(stages))
                .isCloseTo(4 * (2.0 * 2 / 3 * 100) + 2 * 4 * 2 * 10, within(1e-9));
    }

    @Example
    void fastNetworkNeedsNoPipeline() {
        double from = PipeDreamPartitioner.dataParallelFrom(16, 64, 17.7e12);

        var vgg = Layer.vgg16(224);
        assertThat(new Planner(vgg, 64, 17.7e12, from * 1e9 / 8, Exchange.OVERLAPPED).plan(16))
                .hasSize(1);
        assertThat(
                        new Planner(vgg, 64, 17.7e12, (from - 0.1) * 1e9 / 8, Exchange.OVERLAPPED)
                                .plan(16)
                                .size())
                .isGreaterThan(1);
    }
}
