package gpipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When each stage of a GPipe pipeline does what: all forward passes, then all backward passes, then one update. */
public final class Schedule {
    /** What a stage does to a microbatch; a backward pass costs two forward passes. */
    public enum Phase { FORWARD, RECOMPUTE, BACKWARD }

    /** A piece of work; {@code start} and {@code end} in the unit of the costs. */
    public record Event(Phase phase, int stage, int microbatch, double start, double end) {}

    private final List<Event> events = new ArrayList<>();
    private final double[] cost;
    private final double[] free;

    private Schedule(double[] cost) {
        this.cost = cost.clone();
        this.free = new double[cost.length];
    }

    // tag::schedule[]
    /**
     * The events of one minibatch; a forward pass of one microbatch takes
     * {@code cost[k]} on stage k. With {@code early} a stage recomputes
     * before the gradient has arrived.
     */
    public static Schedule of(double[] cost, int microbatches, boolean early) {
        var schedule = new Schedule(cost);
        int stages = cost.length;
        for (int m = 0; m < microbatches; m++) {
            double arrived = 0;
            for (int k = 0; k < stages; k++) { // <1>
                arrived = schedule.work(Phase.FORWARD, k, m, arrived);
            }
        }
        for (int m = microbatches - 1; m >= 0; m--) { // <2>
            double arrived = 0;
            for (int k = stages - 1; k >= 0; k--) {
                schedule.work(Phase.RECOMPUTE, k, m, early ? 0 : arrived); // <3>
                arrived = schedule.work(Phase.BACKWARD, k, m, arrived);
            }
        }
        return schedule;
    }

    /** Start when the input is there and the stage is free; the result is the end. */
    private double work(Phase phase, int stage, int microbatch, double arrived) {
        double start = Math.max(arrived, free[stage]);
        double time = phase == Phase.BACKWARD ? 2 * cost[stage] : cost[stage];
        free[stage] = start + time;
        events.add(new Event(phase, stage, microbatch, start, free[stage]));
        return free[stage];
    }
    // end::schedule[]

    /** Events by start; whatever an event needs ended before it starts. */
    public List<Event> events() {
        return events.stream().sorted(Comparator.comparingDouble(Event::start).thenComparing(Event::stage)).toList();
    }

    /** Time from the first forward pass to the update. */
    public double makespan() {
        return events.stream().mapToDouble(Event::end).max().orElse(0);
    }

    /** Share of all stages' time in which a stage waits. */
    public double bubble() {
        double busy = events.stream().mapToDouble(e -> e.end() - e.start()).sum();
        return 1 - busy / (cost.length * makespan());
    }
}
