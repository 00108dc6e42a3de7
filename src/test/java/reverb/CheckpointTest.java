package reverb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A server that was saved and loaded is the same server. */
class CheckpointTest {
    private static ReplayTable table(
            ReplayServer server, Selector.Kind sampler, Selector.Kind remover) {
        return server.table(
                "t",
                sampler.create(1, 3),
                remover.create(1, 4),
                30,
                7,
                RateLimiter.ratio(2, 10, 20));
    }

    @Property(tries = 150)
    void restoredServerGoesOnAsTheOriginal(
            @ForAll long seed, @ForAll Selector.Kind sampler, @ForAll Selector.Kind remover) {
        try (var one = new ReplayServer();
                var other = new ReplayServer()) {
            var left = table(one, sampler, remover);
            var right = table(other, sampler, remover);
            var random = new Random(seed);
            for (int i = 0; i < 120; i++) {
                one.tryInsert(left, random.nextInt(9), i, -i);
                left.trySample().ifPresent(s -> left.update(s.key(), random.nextInt(9)));
            }
            other.restore(one.checkpoint());

            assertThat(other.checkpoint()).isEqualTo(one.checkpoint());
            assertThat(other.chunks()).isEqualTo(one.chunks());
            for (int i = 0; i < 120; i++) {
                int priority = random.nextInt(9);
                assertThat(other.tryInsert(right, priority, i))
                        .isEqualTo(one.tryInsert(left, priority, i));
                var here = left.trySample();
                var there = right.trySample();
                assertThat(there.map(Sample::key)).isEqualTo(here.map(Sample::key));
                assertThat(there.map(s -> s.steps()[0][0]))
                        .isEqualTo(here.map(s -> s.steps()[0][0]));
                assertThat(there.map(Sample::timesSampled))
                        .isEqualTo(here.map(Sample::timesSampled));
            }
        }
    }

    @Property(tries = 100)
    void oneWrongBitIsNoticed(@ForAll long seed) {
        try (var one = new ReplayServer();
                var other = new ReplayServer()) {
            var kind = Selector.Kind.FIFO;
            one.insert(table(one, kind, kind), 1, 5, 6, 7);
            table(other, kind, kind);
            var bytes = one.checkpoint();
            var random = new Random(seed);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

            assertThatThrownBy(() -> other.restore(bytes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("checkpoint is damaged");
        }
    }

    @Example
    void checkpointOfAnotherServerIsRefused() {
        try (var one = new ReplayServer();
                var none = new ReplayServer();
                var queue = new ReplayServer()) {
            var kind = Selector.Kind.FIFO;
            table(one, kind, kind);
            queue.queue("q", 3);
            var bytes = one.checkpoint();

            refused("checkpoint has 1 tables, the server 0", () -> none.restore(bytes));
            refused("the server needs an empty table 't'", () -> queue.restore(bytes));
            refused("checkpoint is damaged", () -> one.restore(new byte[9]));
            refused("checkpoint is damaged", () -> one.restore(new byte[0]));
        }
    }

    private static void refused(String message, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
