package parameterserver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One training run.
 *
 * @param servers nodes that own the weights
 * @param workers nodes that own the rows
 * @param rows rows of the data set
 * @param features weights
 * @param seed of the data set
 * @param iterations passes over the data
 * @param delay how many iterations may be unfinished when a new one starts, beyond the one before it
 * @param lambda weight of the penalty on the sum of absolute weights
 * @param eta step size, as a share of the step that the curvature allows
 * @param caching whether a list of keys that the server knows is replaced by its hash
 * @param margin the filter drops a zero weight's gradient up to this share of lambda; 0 switches the filter off
 */
public record Config(int servers, int workers, int rows, int features, int seed, int iterations, int delay,
        double lambda, double eta, boolean caching, double margin) {
    /** The same run with or without the two savings. */
    public Config with(boolean cachingOn, double marginNow) {
        return new Config(servers, workers, rows, features, seed, iterations, delay, lambda, eta, cachingOn, marginNow);
    }

    /** The same run, unfiltered, with another delay and step size. */
    public Config with(int delayNow, double etaNow) {
        return new Config(servers, workers, rows, features, seed, iterations, delayNow, lambda, etaNow, caching, 0);
    }

    /** Keys that a server owns: about the same number for each. */
    public KeyRange range(int server) {
        return new KeyRange(
                (int) ((long) features * server / servers), (int) ((long) features * (server + 1) / servers));
    }

    /** As a message to another process. */
    byte[] bytes() {
        return Stream.of(servers, workers, rows, features, seed, iterations, delay, lambda, eta, caching ? 1 : 0, margin)
                .map(String::valueOf)
                .collect(Collectors.joining(" "))
                .getBytes(StandardCharsets.US_ASCII);
    }

    static Config from(byte[] message) {
        var n = Arrays.stream(new String(message, StandardCharsets.US_ASCII).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Config((int) n[0], (int) n[1], (int) n[2], (int) n[3], (int) n[4], (int) n[5], (int) n[6], n[7], n[8],
                n[9] == 1, n[10]);
    }
}
