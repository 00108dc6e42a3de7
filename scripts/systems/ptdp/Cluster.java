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
    /** Seconds of a ring over {@code ranks} GPUs, {@code near} of which stand in one server, for {@code bytes}. */
    public double ring(int ranks, int near, double bytes, int laps) {
        if (ranks == 1) {
            return 0;
        }
        double rate = ranks <= near ? inside : outside;
        return laps * (ranks - 1) * (latency + bytes / ranks / rate);
    }
}
