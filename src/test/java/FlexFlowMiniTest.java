import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flexflow.Config;
import flexflow.Op;
import flexflow.Search;
import flexflow.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Times and bytes of strategies that can be worked out by hand, and the search against all
 * strategies.
 */
class FlexFlowMiniTest {
    private static final List<Op> THREE =
            List.of(
                    new Op("wide", 100, 10, 5),
                    new Op("middle", 20, 20, 50),
                    new Op("heavy", 4, 5, 400));

    private static List<Config> everywhere(int ops, Config config) {
        var strategy = new ArrayList<Config>();
        for (int o = 0; o < ops; o++) {
            strategy.add(config);
        }
        return strategy;
    }

    @Example
    void oneDeviceComputesThreePassesAndSendsNothing() {
        var outcome = new Simulator(THREE, 4, 8, 2, 1).run(everywhere(3, new Config(1, 1, 2)));

        assertThat(outcome.seconds()).isCloseTo(3 * 124 * 8 / 2.0, within(1e-9));
        assertThat(outcome.bytes()).isZero();
        assertThat(outcome.busiest()).isCloseTo(outcome.seconds(), within(1e-9));
    }

    @Property(tries = 20)
    void dataParallelismSendsTheRingsAllReduce(@ForAll @IntRange(min = 1, max = 3) int power) {
        int n = 1 << power;
        var outcome = new Simulator(THREE, n, 16, 1, 1).run(everywhere(3, new Config(n, 1, 0)));

        assertThat(outcome.bytes()).isCloseTo(n * 2.0 * (n - 1) / n * 4 * 455, within(1e-6));
    }

    @Example
    void dataParallelStepOverlapsExchangeWithBackwardPasses() {
        var ops = List.of(new Op("a", 10, 1, 7), new Op("b", 30, 1, 9));
        double bandwidth = 3;
        var outcome =
                new Simulator(ops, 2, 4, 1, bandwidth).run(everywhere(2, new Config(2, 1, 0)));

        double forward = 40 * 2;
        double b = forward + 60 * 2;
        double a = b + 20 * 2;
        double sentB = b + 4 * 9 / bandwidth;
        assertThat(outcome.seconds())
                .isCloseTo(Math.max(a, sentB) + 4 * 7 / bandwidth, within(1e-9));
    }

    @Example
    void movingBetweenDevicesCostsTheActivationBothWays() {
        var ops = List.of(new Op("a", 1, 6, 0), new Op("b", 1, 6, 0));
        var strategy = List.of(new Config(1, 1, 0), new Config(1, 1, 1));
        var outcome = new Simulator(ops, 2, 5, 1, 10).run(strategy);

        assertThat(outcome.bytes()).isCloseTo(2 * 4 * 5 * 6, within(1e-9));
        assertThat(outcome.seconds()).isCloseTo(2 * 5 * 3 + 2 * 120 / 10.0, within(1e-9));
    }

    @Property(tries = 200)
    void stepTakesAsLongAsItsBusiestResourceAtLeastAndIsRepeatable(@ForAll int seed) {
        var simulator = new Simulator(Op.alexNet(), 4, 64, 8e12, 5e9);
        var strategy = new Search(simulator, 1, seed).anywhere();
        var outcome = simulator.run(strategy);

        assertThat(outcome.seconds()).isGreaterThanOrEqualTo(outcome.busiest());
        assertThat(simulator.run(strategy)).isEqualTo(outcome);
    }

    @Property(tries = 20)
    void searchFindsTheBestOfAllStrategies(
            @ForAll @IntRange(min = 1, max = 60) int bandwidth, @ForAll int seed) {
        var simulator = new Simulator(THREE, 2, 8, 5, bandwidth);
        var configs = Config.all(2);
        double best = Double.POSITIVE_INFINITY;
        for (var a : configs) {
            for (var b : configs) {
                for (var c : configs) {
                    best = Math.min(best, simulator.run(List.of(a, b, c)).seconds());
                }
            }
        }
        var search = new Search(simulator, 20, seed);
        double found = search.walk(search.anywhere(), 2000)[1999];

        assertThat(found).isCloseTo(best, within(1e-9 * best));
        assertThat(simulator.run(search.best()).seconds()).isEqualTo(found);
    }

    @Property(tries = 20)
    void greedierWalksAcceptLess(@ForAll int seed) {
        var simulator = new Simulator(Op.alexNet(), 4, 64, 8e12, 5e9);
        var start = new Search(simulator, 1, new Random(seed).nextLong()).anywhere();
        var loose = new Search(simulator, 0, seed);
        var greedy = new Search(simulator, 1e9, seed);
        loose.walk(start, 200);
        var trace = greedy.walk(start, 200);

        assertThat(loose.accepted()).isEqualTo(200);
        assertThat(greedy.accepted()).isLessThan(200);
        for (int k = 1; k < trace.length; k++) {
            assertThat(trace[k]).isLessThanOrEqualTo(trace[k - 1]);
        }
    }

    @Example
    void configurationsFitTheDevicesAndDiffer() {
        assertThat(Config.all(4))
                .doesNotHaveDuplicates()
                .hasSize(4 + 2 * 4 + 3)
                .allMatch(config -> config.samples() * config.parameters() <= 4);
        assertThat(Config.all(3)).allMatch(config -> config.samples() * config.parameters() <= 3);
    }

    @Example
    void alexNetHasItsWeights() {
        assertThat(Op.alexNet().stream().mapToDouble(Op::weights).sum()).isEqualTo(62_378_344);
    }
}
