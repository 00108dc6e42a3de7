package choosing;

import java.util.ArrayList;
import java.util.List;

/** Two queues of work on one GPU, its arithmetic and its wires; each queue keeps its order. */
final class Streams {
    private final List<Double> ends = new ArrayList<>();
    private double workFree;
    private double wireFree;
    private double wireBusy;

    // tag::streams[]
    /** Queue arithmetic that must wait for earlier entries; returns its number. */
    int work(double seconds, int... after) {
        workFree = Math.max(workFree, ready(after)) + seconds;
        ends.add(workFree);
        return ends.size() - 1;
    }

    /** Queue a transfer that must wait for earlier entries; returns its number. */
    int wire(double seconds, int... after) {
        wireFree = Math.max(wireFree, ready(after)) + seconds;
        wireBusy += seconds;
        ends.add(wireFree);
        return ends.size() - 1;
    }

    private double ready(int... after) {
        double ready = 0;
        for (int entry : after) {
            ready = entry < 0 ? ready : Math.max(ready, ends.get(entry));
        }
        return ready;
    }
    // end::streams[]

    /** When everything is done. */
    double makespan() {
        return Math.max(workFree, wireFree);
    }

    /** Seconds in which the wires were in use. */
    double wireBusy() {
        return wireBusy;
    }
}
