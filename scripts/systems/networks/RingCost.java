package networks;

/**
 * Modelled cost of a ring all-reduce.
 *
 * @param ranks in the ring
 * @param latency of one step, in s
 * @param rate of one rank's wire, in byte/s
 */
public record RingCost(int ranks, double latency, double rate) {
    /** Seconds for a message of so many bytes. */
    public double seconds(double bytes) {
        return 2 * (ranks - 1) * (latency + bytes / (ranks * rate));
    }
}
