package choosing;

/**
 * What one way to use the cluster would give.
 *
 * @param way its name
 * @param microbatch samples that are in the model together
 * @param seconds of an iteration
 * @param ideal seconds if every GPU worked all the time
 * @param sent bytes that one GPU sends in an iteration
 * @param memory bytes on the fullest GPU
 * @param fits whether the GPU has that memory
 */
public record Outcome(
        String way, int microbatch, double seconds, double ideal, double sent, double memory, boolean fits) {
    /** Share of the time in which the arithmetic is at work. */
    public double atWork() {
        return ideal / seconds;
    }
}
