package schedules;

/**
 * Time of one microbatch on one stage, all chunks of the stage together, in any unit.
 *
 * @param forward time of the forward pass
 * @param backward time of the backward pass
 * @param hop time of a message between neighbours in one server; the stage itself does not wait for it
 * @param farHop time of a message between neighbours in different servers
 * @param perServer stages in one server
 */
public record Cost(double forward, double backward, double hop, double farHop, int perServer) {
    /** The same time for every message. */
    public Cost(double forward, double backward, double hop) {
        this(forward, backward, hop, hop, 1);
    }

    /** Time of one task when the stage is cut into this many chunks. */
    double of(Task task, int chunks) {
        return (task.backward() ? backward : forward) / chunks;
    }

    /** Time of a message from one stage to another; none to itself. */
    double between(int stage, int other) {
        if (stage == other) {
            return 0;
        }
        return stage / perServer == other / perServer ? hop : farHop;
    }
}
