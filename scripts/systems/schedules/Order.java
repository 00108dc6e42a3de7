package schedules;

import java.util.ArrayList;
import java.util.List;

/** In which order a stage works; when it works follows from the simulation. */
public enum Order {
    /** All forward passes, then all backward passes. */
    GPIPE("GPipe"),
    /** A short warm-up, then one forward and one backward in turn (PipeDream-Flush). */
    ONE_F_ONE_B("1F1B"),
    /** 1F1B over several chunks of the model per stage; needs a multiple of {@code stages} microbatches. */
    INTERLEAVED("interleaved");

    private final String label;

    Order(String label) {
        this.label = label;
    }

    /** Name as the book prints it. */
    public String label() {
        return label;
    }

    // tag::orders[]
    /** Tasks of one stage, in the order in which it runs them. */
    public List<Task> tasks(int stage, int stages, int microbatches, int chunks) {
        int forwards = microbatches * chunks;
        int ahead = switch (this) {
            case GPIPE -> forwards; // <1>
            case ONE_F_ONE_B -> stages - stage - 1; // <2>
            case INTERLEAVED -> chunks == 1
                    ? stages - stage - 1
                    : 2 * (stages - stage - 1) + (chunks - 1) * stages; // <3>
        };
        int warmUp = Math.min(ahead, forwards);
        var tasks = new ArrayList<Task>();
        for (int k = 0; k < forwards + warmUp; k++) {
            if (k < forwards) {
                tasks.add(task(k, stages, chunks, false));
            }
            if (k >= warmUp) {
                tasks.add(task(k - warmUp, stages, chunks, true));
            }
        }
        return tasks;
    }

    /** The k-th pass: {@code stages} microbatches through a chunk, then the next chunk. */
    private static Task task(int k, int stages, int chunks, boolean backward) {
        int chunk = k % (stages * chunks) / stages;
        int microbatch = k / (stages * chunks) * stages + k % stages; // <4>
        return chunks == 1
                ? new Task(0, k, backward)
                : new Task(backward ? chunks - 1 - chunk : chunk, microbatch, backward);
    }
    // end::orders[]
}
