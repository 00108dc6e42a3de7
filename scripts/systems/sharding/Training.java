package sharding;

import java.util.ArrayList;
import java.util.List;

/** Data-parallel training on a ring, with the weight update replicated or sharded. */
public record Training(Optimizer optimizer, int ranks, int parameters, boolean sharded) {
    /** What a run left: the replicas and the bytes they all sent. */
    public record Result(List<Replica> replicas, long bytes) {}

    // tag::train[]
    /** Run some steps. */
    public Result run(int steps) {
        var ring = new Ring(ranks);
        int length = ring.padded(parameters);
        var replicas = new ArrayList<Replica>();
        for (int r = 0; r < ranks; r++) {
            int count = sharded ? length / ranks : length;
            int first = sharded ? ring.owned(r) * count : 0;
            replicas.add(new Replica(optimizer, r, length, first, count));
        }
        for (int step = 1; step <= steps; step++) {
            var gradients = new ArrayList<float[]>();
            replicas.forEach(replica -> gradients.add(replica.gradient(parameters, ranks)));
            ring.reduceScatter(gradients);
            if (!sharded) {
                ring.allGather(gradients); // <1>
            }
            for (int r = 0; r < ranks; r++) {
                replicas.get(r).update(optimizer, gradients.get(r), step);
            }
            if (sharded) {
                ring.allGather(replicas.stream().map(Replica::weights).toList()); // <2>
            }
        }
        return new Result(replicas, ring.bytes());
    }
    // end::train[]
}
