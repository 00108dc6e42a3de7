package gradientflow;

import java.util.ArrayList;
import java.util.List;
import networks.RingCost;
import networks.Tensor;

/** Sizes of the all-reduces that a backward pass causes. */
public final class Lazy {
    private Lazy() {}

    // tag::fuse[]
    /** Bytes of each all-reduce: gradients wait, last tensor first, up to a threshold. */
    public static List<Double> messages(
            List<Tensor> tensors, double threshold, int bytesPerNumber) {
        var messages = new ArrayList<Double>();
        double waiting = 0;
        for (int p = tensors.size() - 1; p >= 0; p--) {
            waiting += bytesPerNumber * (double) tensors.get(p).elements();
            if (waiting >= threshold || p == 0) {
                messages.add(waiting);
                waiting = 0;
            }
        }
        return messages;
    }
    // end::fuse[]

    /** Seconds for all of them, one after the other. */
    public static double seconds(List<Double> messages, RingCost ring) {
        return messages.stream().mapToDouble(ring::seconds).sum();
    }

    /** Seconds when only the largest chunks travel, after a norm for each chunk. */
    public static double sparse(double bytes, double chunkBytes, double sparsity, RingCost ring) {
        double chunks = Math.ceil(bytes / chunkBytes);
        double kept = Math.ceil(chunks * (1 - sparsity));
        return ring.seconds(Float.BYTES * chunks) + ring.seconds(Math.min(bytes, kept * chunkBytes));
    }
}
