package ptdp;

/**
 * What one split would cost: seconds of an iteration by cause, and bytes on the fullest GPU.
 *
 * @param split that is judged
 * @param compute seconds at work
 * @param tensor seconds in all-reduces inside layers
 * @param hops seconds of sending activations to the next stage
 * @param bubble seconds that a stage waits for the pipeline to fill and drain
 * @param data seconds of summing gradients over the replicas
 * @param state bytes of weights, gradients and optimizer
 * @param activations bytes kept for the backward pass
 */
public record Estimate(Split split, double compute, double tensor, double hops, double bubble, double data,
        double state, double activations) {
    /** Seconds of an iteration; nothing overlaps. */
    public double seconds() {
        return compute + tensor + hops + bubble + data;
    }

    /** Bytes on the fullest GPU. */
    public double bytes() {
        return state + activations;
    }
}
