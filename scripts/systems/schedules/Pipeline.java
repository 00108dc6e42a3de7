package schedules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pipeline to simulate: chunk {@code c} of stage {@code s} holds part {@code c * stages + s} of the model.
 *
 * @param stages devices in a row, at least 1
 * @param microbatches per batch, at least 1
 * @param chunks of the model per stage, 1 unless the order interleaves
 * @param cost time of one microbatch on one stage
 */
public record Pipeline(int stages, int microbatches, int chunks, Cost cost) {
    /** Refuse what no schedule can run. */
    public Pipeline {
        if (stages < 1 || microbatches < 1 || chunks < 1) {
            throw new IllegalArgumentException("a pipeline needs at least one stage, microbatch and chunk");
        }
        if (chunks > 1 && microbatches % stages != 0) {
            throw new IllegalArgumentException("interleaving needs a multiple of " + stages
                    + " microbatches, one per stage, got " + microbatches);
        }
    }

    // tag::simulate[]
    /** Run each stage in its order; a task starts when stage and input are there. */
    public Timeline run(Order order) {
        var next = new int[stages];
        var free = new double[stages];
        var sent = new double[2 * stages * chunks * microbatches]; // when a task's result left
        Arrays.fill(sent, Double.NaN);
        var events = new ArrayList<Event>();
        var queues = new ArrayList<List<Task>>();
        for (int stage = 0; stage < stages; stage++) {
            queues.add(order.tasks(stage, stages, microbatches, chunks));
        }
        int before = -1;
        while (events.size() > before) { // <1>
            before = events.size();
            for (int stage = 0; stage < stages; stage++) {
                while (next[stage] < queues.get(stage).size()) {
                    var task = queues.get(stage).get(next[stage]);
                    double ready = ready(stage, task, sent);
                    if (Double.isNaN(ready)) {
                        break; // <2>
                    }
                    double start = Math.max(free[stage], ready);
                    free[stage] = start + cost.of(task, chunks);
                    int slot = slot(part(stage, task), task.microbatch(), task.backward());
                    sent[slot] = free[stage];
                    events.add(new Event(stage, task, start, free[stage]));
                    next[stage]++;
                }
            }
        }
        return new Timeline(this, order, events);
    }

    /** When the task's input is there; NaN while nobody has produced it. */
    private double ready(int stage, Task task, double[] sent) {
        int part = part(stage, task);
        int from = task.backward() ? part + 1 : part - 1;
        if (from < 0) {
            return 0; // a batch is there from the start
        }
        if (from == stages * chunks) {
            return sent[slot(part, task.microbatch(), false)]; // <3>
        }
        double hop = cost.between(from % stages, stage);
        return sent[slot(from, task.microbatch(), task.backward())] + hop;
    }
    // end::simulate[]

    private int part(int stage, Task task) {
        return task.chunk() * stages + stage;
    }

    private int slot(int part, int microbatch, boolean backward) {
        return 2 * (part * microbatches + microbatch) + (backward ? 1 : 0);
    }

    /** Time a stage is at work, the least that a batch can take. */
    public double ideal() {
        return microbatches * (cost.forward() + cost.backward());
    }
}
