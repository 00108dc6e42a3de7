package reverb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a table promises under any order of its callers. */
class ReplayTableTest {
    private static Selector kind(Selector.Kind kind) {
        return kind.create(0.7, 3);
    }

    private static ReplayTable uniform(ReplayServer server, int size, RateLimiter limiter) {
        return server.table(
                "t", kind(Selector.Kind.UNIFORM), kind(Selector.Kind.FIFO), size, 0, limiter);
    }

    /** One caller at a time, in an order that the seed shuffles: 4 writers and 3 samplers. */
    @Property(tries = 1000)
    void corridorHoldsInEveryShuffledSchedule(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int perInsert,
            @ForAll @IntRange(min = 1, max = 12) int minSize,
            @ForAll Selector.Kind sampler,
            @ForAll Selector.Kind remover) {
        var random = new Random(seed);
        var limiter = RateLimiter.ratio(perInsert, minSize, perInsert + random.nextInt(10));
        try (var server = new ReplayServer()) {
            var table =
                    server.table(
                            "t",
                            kind(sampler),
                            kind(remover),
                            minSize + random.nextInt(9),
                            0,
                            limiter);
            int[] left = {20, 20, 20, 20};
            while (table.canSample(1) || sum(left) > 0 && table.canInsert(1)) {
                int caller = random.nextInt(7);
                boolean through =
                        caller < 4
                                ? left[caller] > 0 && server.tryInsert(table, random.nextInt(5), 1)
                                : table.trySample().isPresent();
                if (through && caller < 4) {
                    left[caller]--;
                }
                assertThat(table.size()).isEqualTo((int) (limiter.inserts() - limiter.deletes()));
                assertThat(server.chunks()).isEqualTo(table.size());
                assertThat(limiter.ahead()).isLessThanOrEqualTo(limiter.high());
                assertThat(limiter.samples() == 0 || limiter.ahead() >= limiter.low()).isTrue();
            }

            assertThat(left).as("writers are never stuck for good").containsOnly(0);
            assertThat(limiter.samples())
                    .isEqualTo((long) Math.floor(80 * perInsert - limiter.low()));
        }
    }

    private static int sum(int[] numbers) {
        return java.util.Arrays.stream(numbers).sum();
    }

    /** The same callers on threads; each run gets other pauses between calls. */
    @Property(tries = 1000)
    void corridorHoldsWithThreadsThatPauseAtRandom(@ForAll long seed) throws Exception {
        var violation = new AtomicReference<String>();
        var drained = new CountDownLatch(1);
        int perInsert = 2;
        var threads = new ArrayList<Thread>();
        try (var server = new ReplayServer()) {
            var table = uniform(server, 6, RateLimiter.ratio(perInsert, 4, 3));
            table.watch(
                    limiter -> {
                        boolean warm = limiter.inserts() >= 4;
                        if (warm && limiter.ahead() > 11
                                || limiter.samples() > 0 && limiter.ahead() < 5
                                || limiter.inserts() - limiter.deletes() > 6) {
                            violation.set(limiter.inserts() + " " + limiter.samples());
                        }
                        if (limiter.inserts() == 32 && !limiter.canSample(1)) {
                            drained.countDown();
                        }
                    });
            for (int caller = 0; caller < 7; caller++) {
                var random = new Random(seed + caller);
                boolean writes = caller < 4;
                var thread =
                        new Thread(
                                () -> {
                                    try {
                                        for (int i = 0; !writes || i < 8; i++) {
                                            if (random.nextInt(3) == 0) {
                                                Thread.yield();
                                            }
                                            if (writes) {
                                                server.insert(table, 1, i);
                                            } else {
                                                table.sample();
                                            }
                                        }
                                    } catch (CancellationException closed) {
                                        return;
                                    }
                                });
                threads.add(thread);
                thread.start();
            }
            assertThat(drained.await(30, TimeUnit.SECONDS)).as("somebody waits for ever").isTrue();
        }
        for (var thread : threads) {
            thread.join(30_000);
            assertThat(thread.isAlive()).as("closing wakes all").isFalse();
        }
        assertThat(violation.get()).isNull();
    }

    @Property(tries = 200)
    void queueGivesEveryItemOnceAndInOrder(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
        var random = new Random(seed);
        try (var server = new ReplayServer()) {
            var queue = server.queue("q", size);
            int in = 0;
            int out = 0;
            while (out < 50) {
                if (random.nextBoolean() && in < 50) {
                    assertThat(server.tryInsert(queue, 1, in)).isEqualTo(in - out < size);
                    in = in - out < size ? in + 1 : in;
                } else {
                    var sample = queue.trySample();
                    assertThat(sample.isPresent()).isEqualTo(in > out);
                    if (sample.isPresent()) {
                        assertThat(sample.get().steps()[0][0]).isEqualTo(out++);
                    }
                }
            }
            assertThat(server.chunks()).isEqualTo(queue.size());
        }
    }

    @Example
    void queueBetweenThreadsLosesNothing() throws Exception {
        var seen = new ArrayList<Double>();
        try (var server = new ReplayServer()) {
            var queue = server.queue("q", 3);
            var writer =
                    new Thread(
                            () -> {
                                for (int i = 0; i < 500; i++) {
                                    server.insert(queue, 1, i);
                                }
                            });
            writer.start();
            for (int i = 0; i < 500; i++) {
                seen.add(queue.sample().steps()[0][0]);
            }
            writer.join();
        }
        assertThat(seen).hasSize(500).isSorted();
    }

    @Example
    void itemGoesWhenItWasSampledSoOften() {
        try (var server = new ReplayServer()) {
            var table =
                    server.table(
                            "t",
                            kind(Selector.Kind.FIFO),
                            kind(Selector.Kind.FIFO),
                            5,
                            2,
                            RateLimiter.minSize(1));
            server.insert(table, 1, 10);
            server.insert(table, 1, 20);
            assertThat(drawn(table, 4)).containsExactly(10.0, 10.0, 20.0, 20.0);
            assertThat(table.size()).isZero();
            assertThat(table.trySample()).isEmpty();
        }
    }

    private static List<Double> drawn(ReplayTable table, int times) {
        var drawn = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            drawn.add(table.sample().steps()[0][0]);
        }
        return drawn;
    }

    @Example
    void fullTableLosesWhomTheRemoverPicksEvenTheNewest() {
        try (var server = new ReplayServer()) {
            var table =
                    server.table(
                            "t",
                            kind(Selector.Kind.FIFO),
                            kind(Selector.Kind.MIN_HEAP),
                            2,
                            0,
                            RateLimiter.minSize(1));
            server.insert(table, 5, 1);
            server.insert(table, 6, 2);
            server.insert(table, 1, 3);
            assertThat(table.size()).isEqualTo(2);
            table.delete(table.sample().key());
            assertThat(drawn(table, 1)).containsExactly(2.0);
        }
    }

    @Example
    void newPriorityDecidesTheNextSample() {
        try (var server = new ReplayServer()) {
            var table =
                    server.table(
                            "t",
                            kind(Selector.Kind.MAX_HEAP),
                            kind(Selector.Kind.FIFO),
                            5,
                            0,
                            RateLimiter.minSize(1));
            long first = server.insert(table, 1, 1);
            server.insert(table, 2, 2);
            assertThat(drawn(table, 1)).containsExactly(2.0);
            assertThat(table.update(first, 3)).isTrue();
            assertThat(drawn(table, 1)).containsExactly(1.0);
            assertThat(table.update(999, 3)).isFalse();
            assertThat(table.delete(999)).isFalse();
        }
    }

    @Example
    void closingWakesAWriterThatWaits() throws Exception {
        var ended = new AtomicInteger();
        var server = new ReplayServer();
        var queue = server.queue("q", 1);
        server.insert(queue, 1, 0);
        var writer =
                new Thread(
                        () -> {
                            try {
                                server.insert(queue, 1, 1);
                            } catch (CancellationException closed) {
                                ended.incrementAndGet();
                            }
                        });
        writer.start();
        server.close();
        writer.join(30_000);
        assertThat(ended).hasValue(1);
        assertThatThrownBy(queue::sample)
                .isInstanceOf(CancellationException.class)
                .hasMessage("table 'q' is closed");
    }

    @Example
    void tableThatCouldNeverBeSampledIsRefused() {
        try (var server = new ReplayServer()) {
            assertThatThrownBy(() -> uniform(server, 9, RateLimiter.minSize(10)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "table 't' of 9 items can never hold the 10 that the first sample waits for");
            uniform(server, 9, RateLimiter.minSize(9));
            assertThatThrownBy(() -> uniform(server, 9, RateLimiter.minSize(9)))
                    .hasMessage("table 't' is there already");
        }
    }
}
