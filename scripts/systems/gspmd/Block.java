package gspmd;

import java.util.Arrays;

/** A dense tensor, row-major. */
public record Block(int[] dims, double[] data) {
    /** Zeros. */
    public static Block zeros(int... dims) {
        return new Block(dims, new double[Arrays.stream(dims).reduce(1, (a, b) -> a * b)]);
    }

    /** Part {@code index} of a dimension cut into {@code parts}; the last parts may be short and are filled with zeros. */
    Block part(int dim, int parts, int index) {
        int length = (dims[dim] + parts - 1) / parts;
        var to = dims.clone();
        to[dim] = length;
        var part = zeros(to);
        copy(this, index * length, part, 0, dim, Math.max(0, Math.min(length, dims[dim] - index * length)));
        return part;
    }

    /** Parts side by side along a dimension, cut at its real {@code length}. */
    static Block join(Block[] parts, int dim, int length) {
        var to = parts[0].dims.clone();
        int each = to[dim];
        to[dim] = length;
        var whole = zeros(to);
        for (int i = 0; i < parts.length; i++) {
            copy(parts[i], 0, whole, i * each, dim, Math.max(0, Math.min(each, length - i * each)));
        }
        return whole;
    }

    private static void copy(Block from, int first, Block to, int at, int dim, int count) {
        int inner = 1;
        for (int d = dim + 1; d < from.dims.length; d++) {
            inner *= from.dims[d];
        }
        int outer = from.data.length / (inner * from.dims[dim]);
        for (int o = 0; o < outer && count > 0; o++) {
            System.arraycopy(from.data, (o * from.dims[dim] + first) * inner, to.data, (o * to.dims[dim] + at) * inner,
                    count * inner);
        }
    }
}
