package ptdp;

/**
 * Servers of GPUs; rates are decimal, one direction, per GPU.
 *
 * @param gpus in all
 * @param perServer GPUs that share a server
 * @param memory of one GPU, byte
 * @param flops that one GPU attains in matrix products, FLOP/s
 * @param inside rate between GPUs of one server, byte/s
 * @param outside rate between servers, byte/s
 * @param latency of one message, s
 */
public record Cluster(
        int gpus, int perServer, double memory, double flops, double inside, double outside, double latency) {
    /** Rate at which a ring moves over {@code ranks} GPUs, {@code near} of which share a server, byte/s. */
    public double rate(int ranks, int near) {
        return ranks <= near ? inside : Math.min(inside, Math.max(1, near) * outside); // rings side by side
    }

    /** Seconds of so many laps of a ring with {@code bytes} on each rank. */
    public double ring(int ranks, int near, double bytes, int laps) {
        return laps * (ranks - 1) * (latency + bytes / ranks / rate(ranks, near));
    }
}
