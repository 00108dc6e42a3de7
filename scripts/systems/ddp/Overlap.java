package ddp;

import java.util.ArrayList;
import java.util.List;
import networks.RingCost;
import networks.Tensor;

/**
 * When one step ends, by the clock of a model.
 *
 * @param forward seconds of the forward pass
 * @param backward seconds of the backward pass
 * @param ring cost of an all-reduce
 */
public record Overlap(double forward, double backward, RingCost ring) {
    /** One bucket on the wire: gradients ready, start and end of its all-reduce, in s. */
    public record Span(double ready, double start, double end, double bytes) {}

    // tag::overlap[]
    /** Send each bucket as soon as it is full and the wire is free, or at the end. */
    public List<Span> spans(List<Tensor> tensors, List<List<Integer>> buckets, boolean overlap) {
        double all = tensors.stream().mapToDouble(Tensor::work).sum();
        double now = forward;
        double wire = forward;
        var spans = new ArrayList<Span>();
        for (var bucket : buckets) {
            double bytes = 0;
            for (int p : bucket) {
                now += backward * tensors.get(p).work() / all; // <1>
                bytes += Float.BYTES * tensors.get(p).elements();
            }
            double ready = overlap ? now : forward + backward;
            double start = Math.max(ready, wire); // <2>
            wire = start + ring.seconds(bytes);
            spans.add(new Span(ready, start, wire, bytes));
        }
        return spans;
    }
    // end::overlap[]

    /** Seconds of the whole step. */
    public double step(List<Tensor> tensors, List<List<Integer>> buckets, boolean overlap) {
        var spans = spans(tensors, buckets, overlap);
        return Math.max(forward + backward, spans.get(spans.size() - 1).end());
    }
}
