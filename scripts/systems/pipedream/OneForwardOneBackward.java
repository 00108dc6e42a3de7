package pipedream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** PipeDream's schedule: once the pipeline is full, every stage alternates forward and backward passes, no flush. */
public final class OneForwardOneBackward {
    /** A pass of one minibatch; a forward pass takes 1, a backward pass 2. */
    public record Event(boolean forward, int stage, int minibatch, int start, int end) {}

    private OneForwardOneBackward() {}

    // tag::order[]
    /** Passes of one stage, in order; at most {@code depth} are in flight. */
    static List<Event> order(int stage, int stages, int minibatches, int depth) {
        var order = new ArrayList<Event>();
        int ahead = Math.min(Math.min(stages - stage, depth), minibatches); // <1>
        for (int m = 0; m < ahead; m++) {
            order.add(new Event(true, stage, m, 0, 1));
        }
        for (int m = 0; m < minibatches; m++) {
            order.add(new Event(false, stage, m, 0, 2));
            if (m + ahead < minibatches) {
                order.add(new Event(true, stage, m + ahead, 0, 1)); // <2>
            }
        }
        return order;
    }
    // end::order[]

    /** All passes by start; whatever a pass needs ended before it starts. */
    public static List<Event> events(int stages, int minibatches, int depth) {
        var waiting = new ArrayList<List<Event>>();
        for (int s = 0; s < stages; s++) {
            waiting.add(order(s, stages, minibatches, depth));
        }
        var ended = new int[2][stages][minibatches]; // [forward ? 1 : 0], 0 until it has run
        var next = new int[stages];
        var free = new int[stages];
        var events = new ArrayList<Event>();
        while (events.size() < 2 * stages * minibatches) {
            for (int s = 0; s < stages; s++) {
                if (next[s] == waiting.get(s).size()) {
                    continue;
                }
                var e = waiting.get(s).get(next[s]);
                int needs = needs(e, ended, stages);
                if (needs >= 0) {
                    int start = Math.max(needs, free[s]);
                    free[s] = start + e.end() - e.start();
                    ended[e.forward() ? 1 : 0][s][e.minibatch()] = free[s];
                    events.add(new Event(e.forward(), s, e.minibatch(), start, free[s]));
                    next[s]++;
                }
            }
        }
        events.sort(Comparator.comparingInt(Event::start).thenComparingInt(Event::stage));
        return events;
    }

    /** When the input of a pass has arrived, or -1 while it has not. */
    private static int needs(Event e, int[][][] ended, int stages) {
        int from = e.forward() ? e.stage() - 1 : e.stage() + 1;
        if (e.forward() && from < 0) {
            return 0;
        }
        boolean turns = !e.forward() && from == stages; // the last stage turns round
        int time = turns ? ended[1][e.stage()][e.minibatch()] : ended[e.forward() ? 1 : 0][from][e.minibatch()];
        return time == 0 ? -1 : time;
    }
}
