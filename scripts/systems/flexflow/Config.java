package flexflow;

import java.util.ArrayList;
import java.util.List;

/**
 * How one operator is cut and where its pieces are.
 *
 * @param samples pieces of the batch
 * @param parameters pieces of the weights, and so of the outputs
 * @param first device of the first piece; the others follow
 */
public record Config(int samples, int parameters, int first) {
    /** All configurations for powers of two that fit so many devices. */
    public static List<Config> all(int devices) {
        var all = new ArrayList<Config>();
        for (int s = 1; s <= devices; s *= 2) {
            for (int p = 1; s * p <= devices; p *= 2) {
                for (int first = 0; first < (s * p == devices ? 1 : devices); first++) {
                    all.add(new Config(s, p, first));
                }
            }
        }
        return all;
    }

    /** Device of sample piece {@code s} and parameter piece {@code p}. */
    int device(int s, int p, int devices) {
        return (first + s * parameters + p) % devices;
    }

    int pieces() {
        return samples * parameters;
    }
}
