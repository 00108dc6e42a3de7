package gspmd;

import java.util.List;

/** What a device computes on its own tensors. */
final class Arithmetic {
    private Arithmetic() {}

    static Block compute(Node node, List<Block> in) {
        return switch (node.kind()) {
            case EINSUM -> einsum(node, in.get(0), in.get(1));
            case ADD -> add(in.get(0), in.get(1));
            case GELU -> gelu(in.get(0));
            default -> softmax(in.get(0));
        };
    }

    /** Sum of products over all letters, whatever their order. */
    private static Block einsum(Node node, Block a, Block b) {
        var letters = new StringBuilder(node.result());
        (node.input(0) + node.input(1)).chars().filter(l -> letters.indexOf("" + (char) l) < 0).forEach(
                l -> letters.append(letters.indexOf("" + (char) l) < 0 ? "" + (char) l : ""));
        var sizes = new int[letters.length()];
        for (int l = 0; l < sizes.length; l++) {
            int inA = node.input(0).indexOf(letters.charAt(l));
            sizes[l] = inA >= 0 ? a.dims()[inA] : b.dims()[node.input(1).indexOf(letters.charAt(l))];
        }
        var out = Block.zeros(java.util.Arrays.copyOf(sizes, node.result().length()));
        var strideA = strides(letters, node.input(0), a);
        var strideB = strides(letters, node.input(1), b);
        var strideOut = strides(letters, node.result(), out);
        loop(sizes, 0, new int[3], new int[][] {strideA, strideB, strideOut}, a.data(), b.data(), out.data());
        return out;
    }

    private static int[] strides(CharSequence letters, String of, Block block) {
        var strides = new int[letters.length()];
        int stride = 1;
        for (int d = of.length() - 1; d >= 0; d--) {
            strides[letters.toString().indexOf(of.charAt(d))] += stride;
            stride *= block.dims()[d];
        }
        return strides;
    }

    private static void loop(int[] sizes, int l, int[] at, int[][] strides, double[] a, double[] b, double[] out) {
        if (l == sizes.length) {
            out[at[2]] += a[at[0]] * b[at[1]];
            return;
        }
        var here = at.clone();
        for (int i = 0; i < sizes[l]; i++) {
            loop(sizes, l + 1, here, strides, a, b, out);
            for (int t = 0; t < 3; t++) {
                here[t] += strides[t][l];
            }
        }
    }

    static Block add(Block a, Block b) {
        var sum = new Block(a.dims(), a.data().clone());
        for (int i = 0; i < b.data().length; i++) {
            sum.data()[i] += b.data()[i];
        }
        return sum;
    }

    private static Block gelu(Block a) {
        var out = new Block(a.dims(), a.data().clone());
        for (int i = 0; i < out.data().length; i++) {
            double x = out.data()[i];
            out.data()[i] = x / 2 * (1 + StrictMath.tanh(0.7978845608028654 * (x + 0.044715 * x * x * x)));
        }
        return out;
    }

    private static Block softmax(Block a) {
        var out = new Block(a.dims(), a.data().clone());
        int n = a.dims()[a.dims().length - 1];
        for (int row = 0; row < out.data().length; row += n) {
            double sum = 0;
            for (int i = row; i < row + n; i++) {
                out.data()[i] = StrictMath.exp(out.data()[i]);
                sum += out.data()[i];
            }
            for (int i = row; i < row + n; i++) {
                out.data()[i] /= sum;
            }
        }
        return out;
    }
}
