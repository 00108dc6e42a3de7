package schedules;

/**
 * Time of one microbatch on one stage, all chunks of the stage together, in any unit.
 *
 * @param forward time of the forward pass
 * @param backward time of the backward pass
 * @param hop time that a message needs from a stage to the next; the stage itself does not wait for it
 */
public record Cost(double forward, double backward, double hop) {
    /** Time of one task when the stage is cut into this many chunks. */
    double of(Task task, int chunks) {
        return (task.backward() ? backward : forward) / chunks;
    }
}
