package meshtf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import meshtf.Layout.Dim;

/** All processors of a mesh, each with its slices; a dry machine only counts. */
public final class Machine {
    public final Layout layout;
    private final boolean dry;
    public long moved; // numbers that einsums all-reduce, per processor
    public long movedBesides; // the same for sums that are no product
    public int reductions; // all-reduces of einsums
    public long multiplied; // products, per processor
    public long unique; // products that one processor alone would have needed
    public long held; // numbers in all tensors, per processor

    public Machine(Layout layout, boolean dry) {
        this.layout = layout;
        this.dry = dry;
    }

    /** A tensor and the slice of it on each processor; a dry machine has no slices. */
    public record Laid(List<Dim> shape, double[][] slices) {}

    private Laid lay(List<Dim> shape) {
        held += size(layout.slice(shape));
        return new Laid(shape, new double[layout.processors()][dry ? 0 : size(layout.slice(shape))]);
    }

    static int size(int... slice) {
        int size = 1;
        for (int n : slice) {
            size *= n;
        }
        return size;
    }

    /** Split a tensor over the processors, row-major. */
    public Laid put(List<Dim> shape, double... data) {
        var laid = lay(shape);
        for (int p = 0; p < laid.slices().length && !dry; p++) {
            for (int i = 0; i < laid.slices()[p].length; i++) {
                laid.slices()[p][i] = data[at(shape, p, i)];
            }
        }
        return laid;
    }

    /** Put the slices together again. */
    public double[] get(Laid laid) {
        var data = new double[size(laid.shape().stream().mapToInt(Dim::size).toArray())];
        for (int p = 0; p < laid.slices().length; p++) {
            for (int i = 0; i < laid.slices()[p].length; i++) {
                data[at(laid.shape(), p, i)] = laid.slices()[p][i];
            }
        }
        return data;
    }

    /** Position in the whole of element i of the slice of processor p. */
    private int at(List<Dim> shape, int p, int i) {
        int[] slice = layout.slice(shape);
        int[] begin = layout.begin(shape, p);
        int at = 0;
        int stride = 1;
        for (int k = slice.length - 1; k >= 0; k--) {
            at += stride * (begin[k] + i % slice[k]);
            i /= slice[k];
            stride *= shape.get(k).size();
        }
        return at;
    }

    // tag::einsum[]
    /** Multiply slices where they are; all-reduce what a split dimension left incomplete. */
    public Laid einsum(List<Dim> shape, Laid... in) {
        var all = new ArrayList<>(shape);
        for (var tensor : in) {
            tensor.shape().stream().filter(dim -> !all.contains(dim)).forEach(all::add);
        }
        var out = lay(shape);
        int[] local = layout.slice(all); // <1>
        for (int p = 0; p < layout.processors() && !dry; p++) {
            Slices.multiply(layout, all, out, p, in);
        }
        if (in.length > 1) {
            multiplied += size(local);
            unique += size(all.stream().mapToInt(Dim::size).toArray());
        }
        var axes = all.subList(shape.size(), all.size()).stream()
                .map(layout::axisOf).filter(axis -> axis >= 0).toList(); // <2>
        if (!axes.isEmpty()) {
            allReduce(out, axes);
            count(size(layout.slice(shape)), in.length > 1);
        }
        return out;
    }

    /** Derivative by one factor: an einsum of what arrived with the other factors. */
    public Laid gradient(Laid by, Laid arrived, Laid other) {
        return einsum(by.shape(), arrived, other);
    }
    // end::einsum[]

    private void count(int numbers, boolean product) {
        moved += product ? numbers : 0;
        movedBesides += product ? 0 : numbers;
        reductions += product ? 1 : 0;
    }

    /** Processors that differ only along the axes get the sum of their slices, in order of their numbers. */
    private void allReduce(Laid laid, List<Integer> axes) {
        int processors = layout.processors();
        var sums = new double[processors][];
        for (int p = 0; p < processors; p++) {
            sums[p] = new double[laid.slices()[p].length];
            for (int q = 0; q < processors; q++) {
                boolean together = true;
                for (int axis = 0; axis < layout.mesh.size(); axis++) {
                    together &= axes.contains(axis) || layout.coordinate(p, axis) == layout.coordinate(q, axis);
                }
                for (int i = 0; together && i < sums[p].length; i++) {
                    sums[p][i] += laid.slices()[q][i];
                }
            }
        }
        System.arraycopy(sums, 0, laid.slices(), 0, processors);
    }

    /** Apply a function to each element. */
    public Laid map(Laid in, DoubleUnaryOperator f) {
        return zip(in, in, (a, b) -> f.applyAsDouble(a));
    }

    /** Combine element by element; the second tensor may lack trailing dimensions of the first. */
    public Laid zip(Laid a, Laid b, DoubleBinaryOperator f) {
        var out = lay(a.shape());
        for (int p = 0; p < layout.processors() && !dry; p++) {
            int repeat = a.slices()[p].length / b.slices()[p].length;
            for (int i = 0; i < out.slices()[p].length; i++) {
                out.slices()[p][i] = f.applyAsDouble(a.slices()[p][i], b.slices()[p][i / repeat]);
            }
        }
        return out;
    }
}
