package choosing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;

/** Two queues, by hand. */
class StreamsTest {
    @Example
    void transferHidesBehindWorkThatDoesNotNeedIt() {
        var streams = new Streams();
        int first = streams.work(2);
        streams.wire(3, first);
        streams.work(4);

        assertThat(streams.makespan()).isEqualTo(6);
        assertThat(streams.wireBusy()).isEqualTo(3);
    }

    @Example
    void workWaitsForTheTransferThatItNeeds() {
        var streams = new Streams();
        int transfer = streams.wire(5);
        streams.work(1);
        streams.work(1, transfer);

        assertThat(streams.makespan()).isEqualTo(6);
    }

    @Example
    void queueKeepsItsOrder() {
        var streams = new Streams();
        int late = streams.work(10);
        streams.wire(1, late);
        streams.wire(1);

        assertThat(streams.makespan()).isEqualTo(12);
    }
}
