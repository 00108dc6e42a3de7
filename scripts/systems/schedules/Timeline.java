package schedules;

import java.util.Comparator;
import java.util.List;

/** What a simulated pipeline did: every event of every stage. */
public record Timeline(Pipeline pipeline, Order order, List<Event> events) {
    /** Refuse a timeline in which some task never ran. */
    public Timeline {
        events = events.stream()
                .sorted(Comparator.comparingInt(Event::stage).thenComparingDouble(Event::start))
                .toList();
        int want = 2 * pipeline.stages() * pipeline.microbatches() * pipeline.chunks();
        if (events.size() != want) {
            throw new IllegalStateException("deadlock: " + events.size() + " of " + want + " tasks ran");
        }
    }

    /** Events of one stage, in time. */
    public List<Event> of(int stage) {
        return events.stream().filter(event -> event.stage() == stage).toList();
    }

    /** Time from the first forward pass to the last backward pass. */
    public double makespan() {
        return events.stream().mapToDouble(Event::end).max().orElse(0);
    }

    // tag::measures[]
    /** Idle time over ideal time, which Megatron-LM calls the bubble time fraction. */
    public double bubble() {
        return makespan() / pipeline.ideal() - 1;
    }

    /** Idle time over all time, which is how GPipe counts. */
    public double idleShare() {
        return 1 - pipeline.ideal() / makespan();
    }

    /** Most microbatches a stage holds at once; a chunk counts as its share. */
    public double peakInFlight(int stage) {
        int held = 0;
        int peak = 0;
        for (var event : of(stage)) {
            held += event.task().backward() ? -1 : 1; // <1>
            peak = Math.max(peak, held);
        }
        return (double) peak / pipeline.chunks();
    }
    // end::measures[]
}
