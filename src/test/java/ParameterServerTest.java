import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import parameterserver.Cluster;
import parameterserver.Config;
import parameterserver.EventClock;
import parameterserver.KeyRange;
import parameterserver.Outcome;
import parameterserver.RangeClock;
import parameterserver.Serial;
import parameterserver.Shard;

/** Servers and workers of any number against one thread, the filters, the clocks. */
class ParameterServerTest {
    private static Config config(
            int servers, int workers, int delay, boolean caching, double margin) {
        return new Config(servers, workers, 120, 90, 3, 6, delay, 0.004, 0.1, caching, margin);
    }

    private static Outcome train(Config config) {
        return Outcome.of(config, Cluster.inThreads(config));
    }

    @Property(tries = 60)
    void everyClusterAgreesWithOneThreadToTheLastBit(
            @ForAll @IntRange(min = 1, max = 5) int servers,
            @ForAll @IntRange(min = 1, max = 6) int workers,
            @ForAll @IntRange(min = 0, max = 8) int delay,
            @ForAll boolean caching,
            @ForAll @IntRange(min = 0, max = 3) int margin) {
        var outcome = train(config(servers, workers, delay, caching, margin / 2.0));

        assertThat(outcome.difference()).isZero();
        assertThat(outcome.version()).isEqualTo(6);
    }

    @Example
    void numberOfServersDoesNotChangeWeights() {
        assertThat(train(config(1, 3, 0, true, 1)).objective())
                .isEqualTo(train(config(5, 3, 0, true, 1)).objective());
    }

    @Example
    void processesAgreeWithThreadsByteForByte() {
        var config = config(2, 2, 1, true, 1);
        var reports = Cluster.inProcesses(ParameterServer.class, config);

        assertThat(Outcome.of(config, reports)).isEqualTo(train(config));
    }

    @Example
    void cachingLeavesOutAllKeysButTheFirst() {
        var plain = train(config(2, 3, 0, false, 0)).sent();
        var cached = train(config(2, 3, 0, true, 0)).sent();

        assertThat(plain.keys()).isEqualTo(plain.values());
        assertThat(cached.values()).isEqualTo(plain.values());
        assertThat(cached.keys()).isEqualTo(plain.keys() / 6);
    }

    @Example
    void filterDropsNothingWithoutMarginAndMoreWithMore() {
        assertThat(train(config(2, 3, 0, true, 0)).filtered()).isZero();
        assertThat(train(config(2, 3, 0, true, 0.5)).filtered())
                .isPositive()
                .isLessThan(train(config(2, 3, 0, true, 1)).filtered());
    }

    @Property(tries = 100)
    void clockOfRangesAgreesWithAClockOfKeys(@ForAll int seed) {
        var random = new Random(seed);
        var clock = new RangeClock(3, new KeyRange(10, 60));
        var naive = new int[3][60];
        for (int i = 0; i < 20; i++) {
            int first = 10 + random.nextInt(50);
            int end = first + 1 + random.nextInt(60 - first);
            int worker = random.nextInt(3);
            int time = random.nextInt(9);
            int before = clock.ranges();
            clock.set(worker, new KeyRange(first, end), time);
            for (int k = first; k < end; k++) {
                naive[worker][k] = Math.max(naive[worker][k], time);
            }

            assertThat(clock.ranges()).isBetween(before, before + 2);
            int from = 10 + random.nextInt(50);
            int to = from + 1 + random.nextInt(60 - from);
            int oldest =
                    Arrays.stream(naive)
                            .flatMapToInt(times -> Arrays.stream(times, from, to))
                            .min()
                            .orElseThrow();
            assertThat(clock.oldest(new KeyRange(from, to))).isEqualTo(oldest);
        }
    }

    @Example
    void workersOfOneSpeedNeverWait() {
        var config = config(1, 4, 0, true, 0);

        assertThat(EventClock.run(config, Shard.all(config), 0, 0, 12))
                .isEqualTo(new EventClock(12, 12, 0));
    }

    @Property(tries = 20)
    void delayBeyondTheEndIsEventualConsistencyAndNobodyWaits(
            @ForAll @IntRange(min = 1, max = 6) int workers) {
        var config = config(1, workers, 40, true, 0);

        assertThat(EventClock.run(config, Shard.all(config), 0, 0.8, 12).idle()).isZero();
    }

    @Example
    void targetThatZeroWeightsReachTakesNoTimeAndNobodyWaits() {
        var config = config(1, 3, 0, true, 0);

        assertThat(EventClock.run(config, Shard.all(config), 1, 0.6, 12))
                .isEqualTo(new EventClock(0, 0, 0));
    }

    @Example
    void firstDelayedStepsAreThoseOfSequentialTraining() {
        var config = config(1, 4, 0, true, 0);
        var shards = Shard.all(config);
        double six = Shard.objective(shards, Serial.train(config), config.lambda());

        assertThat(EventClock.run(config, shards, six, 0.6, 50).iterations()).isEqualTo(6);
    }

    @Example
    void gradientIsTheSlopeOfTheLoss() {
        var config = config(1, 1, 0, true, 0);
        var shard = Shard.all(config).get(0);
        var w = Serial.train(config);
        var gradient = shard.gradient(w);
        for (int k = 0; k < w.length; k++) {
            var up = w.clone();
            var down = w.clone();
            up[k] += 1e-6;
            down[k] -= 1e-6;

            assertThat((shard.loss(up) - shard.loss(down)) / 2e-6)
                    .isCloseTo(gradient[k], within(1e-8));
        }
    }
}
