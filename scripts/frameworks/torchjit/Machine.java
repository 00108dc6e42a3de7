package torchjit;

import inmemory.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import torchjit.Ir.Block;
import torchjit.Ir.Node;

/** Executes a graph operation by operation; a fused group is one operation, compiled or not. */
public final class Machine {
    private final Map<Integer, Kernel> kernels = new HashMap<>();

    /** Compiled code and the lengths that it was made for. */
    private record Kernel(List<Integer> lengths, Function<double[][], double[]> code) {}

    /** What a run cost: buffers made, numbers read and written, operations started. */
    public static final class Counters {
        public long buffers;
        public long words;
        public long kernels;

        double[] buffer(int size, double[]... read) {
            buffers++;
            kernels++;
            words += size + Arrays.stream(read).mapToInt(array -> array.length).sum();
            return new double[size];
        }
    }

    /** Run a graph on vectors; vectors of one element go with any length. */
    public double[] run(Ir.Graph graph, Counters counters, double[]... in) {
        var values = new HashMap<Integer, double[]>();
        for (int k = 0; k < in.length; k++) {
            values.put(k, in[k]);
        }
        return run(graph.body(), values, counters);
    }

    private double[] run(Block block, Map<Integer, double[]> values, Counters counters) {
        for (var node : block.nodes()) {
            var in = node.in().stream().map(values::get).toArray(double[][]::new);
            values.put(node.id(), switch (node.op()) {
                case "const" -> new double[] {node.value()};
                case "sum" -> sum(in[0]);
                case "if" -> run(node.blocks().get(in[0][0] > 0 ? 0 : 1), values, counters);
                case "fused" -> fused(node, in, counters);
                default -> pointwise(node.op(), counters, in);
            });
        }
        return values.get(block.out());
    }

    static double[] sum(double[] of) {
        double sum = 0;
        for (double x : of) {
            sum += x;
        }
        return new double[] {sum};
    }

    private static int length(double[]... in) {
        int length = 1;
        for (var array : in) {
            if (length != 1 && array.length != 1 && array.length != length) {
                throw new IllegalArgumentException("lengths " + length + " and " + array.length + " do not fit");
            }
            length = Math.max(length, array.length);
        }
        return length;
    }

    static double[] pointwise(String op, Counters counters, double[]... in) {
        var a = in[0];
        var b = in[in.length - 1];
        var out = counters.buffer(length(in), in);
        for (int i = 0; i < out.length; i++) {
            out[i] = Ir.apply(op, a[a.length == 1 ? 0 : i], b[b.length == 1 ? 0 : i]);
        }
        return out;
    }

    private double[] fused(Node node, double[][] in, Counters counters) {
        int length = length(in);
        counters.buffer(length, in);
        var kernel = kernels.get(node.id());
        if (kernel != null && kernel.lengths().equals(Arrays.stream(in).map(array -> array.length).toList())) {
            return kernel.code().apply(in);
        }
        var out = new double[length];
        var values = new HashMap<Integer, Double>();
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < in.length; k++) {
                values.put(node.in().get(k), in[k][in[k].length == 1 ? 0 : i]);
            }
            for (var inner : node.blocks().get(0).nodes()) {
                var ids = inner.in();
                values.put(inner.id(), inner.op().equals("const") ? inner.value()
                        : Ir.apply(inner.op(), values.get(ids.get(0)), values.get(ids.get(ids.size() - 1))));
            }
            out[i] = values.get(node.id());
        }
        return out;
    }

    private static final String HEAD = "public final class Kernel"
            + " implements java.util.function.Function<double[][], double[]> {\n"
            + "  public double[] apply(double[][] in) {\n";

    // tag::lower[]
    /** Java for a fused group, for the lengths that were seen: one loop. */
    static String lower(Node node, List<Integer> lengths) {
        var code = new StringBuilder(HEAD);
        int longest = 0;
        for (int k = 0; k < lengths.size(); k++) {
            code.append("    double[] a" + k + " = in[" + k + "];\n");
            longest = lengths.get(k) > lengths.get(longest) ? k : longest;
        }
        code.append("    double[] out = new double[a" + longest + ".length];\n"
                + "    for (int i = 0; i < out.length; i++) {\n");
        for (int k = 0; k < lengths.size(); k++) {
            String at = lengths.get(k) == 1 ? "[0]" : "[i]"; // <1>
            code.append("      double v" + node.in().get(k) + " = a" + k + at + ";\n");
        }
        for (var inner : node.blocks().get(0).nodes()) {
            var in = inner.in().stream().map(id -> "v" + id).toList();
            code.append("      double v" + inner.id() + " = "
                    + (in.isEmpty() ? Ir.literal(inner.value()) : Ir.java(inner.op(), in)) + ";\n");
        }
        return code + "      out[i] = v" + node.id() + ";\n    }\n    return out;\n  }\n}\n";
    }
    // end::lower[]

    /** Groups of a graph, those in branches included. */
    static List<Node> groups(Block block) {
        var groups = new ArrayList<Node>();
        for (var node : block.nodes()) {
            if (node.op().equals("fused")) {
                groups.add(node);
            } else {
                node.blocks().forEach(inner -> groups.addAll(groups(inner)));
            }
        }
        return groups;
    }

    /** Compile a group; without a compiler it stays interpreted. */
    @SuppressWarnings("unchecked")
    void compile(Node node, List<Integer> lengths, String java) {
        if (Source.compiles()) {
            var code = (Function<double[][], double[]>) new Source("Kernel", java).instance();
            kernels.put(node.id(), new Kernel(lengths, code));
        }
    }
}
