package meshtf;

import java.util.List;
import meshtf.Layout.Dim;
import meshtf.Machine.Laid;

/** The einsum of one processor: a loop over all dimensions that occur. */
final class Slices {
    private Slices() {}

    static void multiply(Layout layout, List<Dim> all, Laid out, int p, Laid... in) {
        int[] local = layout.slice(all);
        int[] outStrides = strides(layout, all, out.shape());
        var inStrides = new int[in.length][];
        for (int t = 0; t < in.length; t++) {
            inStrides[t] = strides(layout, all, in[t].shape());
        }
        var counter = new int[local.length];
        int steps = Machine.size(local);
        for (int step = 0; step < steps; step++) {
            double product = 1;
            for (int t = 0; t < in.length; t++) {
                product *= in[t].slices()[p][dot(inStrides[t], counter)];
            }
            out.slices()[p][dot(outStrides, counter)] += product;
            for (int k = local.length - 1; k >= 0 && ++counter[k] == local[k]; k--) {
                counter[k] = 0;
            }
        }
    }

    private static int dot(int[] strides, int... counter) {
        int sum = 0;
        for (int k = 0; k < counter.length; k++) {
            sum += strides[k] * counter[k];
        }
        return sum;
    }

    /** How far a step along each dimension moves in the slice of a tensor; 0 where the tensor lacks it. */
    private static int[] strides(Layout layout, List<Dim> all, List<Dim> shape) {
        int[] slice = layout.slice(shape);
        var strides = new int[all.size()];
        int stride = 1;
        for (int k = slice.length - 1; k >= 0; k--) {
            strides[all.indexOf(shape.get(k))] = stride;
            stride *= slice[k];
        }
        return strides;
    }
}
