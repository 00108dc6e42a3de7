package reverb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Items are stretches of a stream, whatever chunks the stream is cut into. */
class WriterTest {
    @Property(tries = 300)
    void everyItemHoldsItsLastSteps(
            @ForAll @IntRange(min = 1, max = 40) int chunkLength,
            @ForAll @IntRange(min = 1, max = 9) int itemLength,
            @ForAll @IntRange(min = 9, max = 60) int steps) {
        try (var server = new ReplayServer()) {
            var queue = server.queue("q", 100);
            var writer = server.writer(chunkLength, itemLength);
            for (int i = 1; i <= steps; i++) {
                writer.append(i, -2.5 * i);
                if (i >= itemLength) {
                    writer.createItem(queue, itemLength, 1);
                }
            }
            writer.flush();

            assertThat(server.chunks()).isEqualTo((steps + chunkLength - 1) / chunkLength);
            for (int end = itemLength; end <= steps; end++) {
                var rows = queue.sample().steps();
                assertThat(rows).hasDimensions(itemLength, 2);
                for (int r = 0; r < itemLength; r++) {
                    int step = end - itemLength + 1 + r;
                    assertThat(rows[r]).containsExactly(step, -2.5 * step);
                }
            }
            assertThat(server.chunks()).isZero();
        }
    }

    @Example
    void sharedChunkIsFreedExactlyWithItsLastItem() {
        try (var server = new ReplayServer()) {
            var fifo = Selector.Kind.FIFO;
            var one =
                    server.table(
                            "a",
                            fifo.create(0, 0),
                            fifo.create(0, 0),
                            9,
                            0,
                            RateLimiter.minSize(1));
            var other =
                    server.table(
                            "b",
                            fifo.create(0, 0),
                            fifo.create(0, 0),
                            9,
                            0,
                            RateLimiter.minSize(1));
            var writer = server.writer(2, 2);
            writer.append(1);
            writer.append(2);
            var keys = new ArrayList<Long>();
            keys.add(writer.createItem(one, 2, 1));
            keys.add(writer.createItem(one, 1, 1));
            long last = writer.createItem(other, 2, 1);
            assertThat(server.chunks()).isEqualTo(1);
            keys.forEach(one::delete);
            assertThat(server.chunks()).isEqualTo(1);
            other.delete(last);
            assertThat(server.chunks()).isZero();
        }
    }

    @Example
    void itemThatIsLongerThanTheHistoryIsRefused() {
        try (var server = new ReplayServer()) {
            var queue = server.queue("q", 4);
            var writer = server.writer(2, 3);
            writer.append(1);
            refused("an item needs 1 to 1 steps, got 2", () -> writer.createItem(queue, 2, 1));
            refused("an item needs 1 to 1 steps, got 0", () -> writer.createItem(queue, 0, 1));
            writer.append(2);
            writer.append(3);
            writer.append(4);
            refused("an item needs 1 to 3 steps, got 4", () -> writer.createItem(queue, 4, 1));
        }
    }

    private static void refused(String message, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
