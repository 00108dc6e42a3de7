package schedules;

/**
 * One box of a timeline: the forward or backward pass of one microbatch through one model chunk of a stage.
 *
 * @param chunk which of the stage's chunks, from 0; always 0 unless the schedule interleaves
 * @param microbatch from 0
 * @param backward whether this is the backward pass
 */
public record Task(int chunk, int microbatch, boolean backward) {}
