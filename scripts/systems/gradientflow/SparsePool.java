package gradientflow;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Gradients of all workers as pools of chunks, of which only the largest are averaged in each step. */
public final class SparsePool {
    private final int size;
    private final int chunk;
    private final double momentum;
    private final double[][] velocity;
    private final double[][] waiting;
    private long sentChunks;
    private long steps;

    /** Pools of {@code size} numbers for so many workers. */
    public SparsePool(int workers, int size, int chunk, double momentum) {
        this.size = size;
        this.chunk = chunk;
        this.momentum = momentum;
        velocity = new double[workers][size];
        waiting = new double[workers][size];
    }

    /** Chunks of a pool. */
    public int chunks() {
        return (size + chunk - 1) / chunk;
    }

    // tag::step[]
    /** Mean of the chunks that are sent, zero elsewhere. */
    public double[] step(double[][] gradients, double sparsity) {
        var norms = new double[chunks()];
        for (int w = 0; w < gradients.length; w++) {
            for (int i = 0; i < size; i++) {
                velocity[w][i] = momentum * velocity[w][i] + gradients[w][i]; // <1>
                waiting[w][i] += velocity[w][i];
                norms[i / chunk] += Math.abs(waiting[w][i]); // <2>
            }
        }
        var mean = new double[size];
        for (int c : largest(norms, sparsity)) {
            for (int i = c * chunk; i < Math.min(size, (c + 1) * chunk); i++) {
                for (int w = 0; w < gradients.length; w++) {
                    mean[i] += waiting[w][i] / gradients.length;
                    waiting[w][i] = 0; // <3>
                }
            }
            sentChunks++;
        }
        steps++;
        return mean;
    }

    /** Chunks with the largest norms: the same on every worker, as norms are sums. */
    int[] largest(double[] norms, double sparsity) {
        int kept = (int) Math.ceil(norms.length * (1 - sparsity) - 1e-9);
        return IntStream.range(0, norms.length).boxed()
                .sorted((a, b) -> Double.compare(norms[b], norms[a]))
                .limit(kept).mapToInt(c -> c).toArray();
    }
    // end::step[]

    /** Share of all chunks that were sent so far. */
    public double traffic() {
        return sentChunks / (double) (steps * chunks());
    }

    /** Mean of what waits at the workers. */
    public double[] residual() {
        var mean = new double[size];
        for (double[] row : waiting) {
            Arrays.setAll(mean, i -> mean[i] + row[i] / waiting.length);
        }
        return mean;
    }
}
