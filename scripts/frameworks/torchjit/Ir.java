package torchjit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The intermediate representation: values have numbers, each is computed once, a branch holds blocks. */
public final class Ir {
    private Ir() {}

    // tag::ir[]
    /** One operation; value is that of a constant, blocks are the sides of an if. */
    public record Node(
            int id, String op, List<Integer> in, double value, List<Block> blocks) {}

    /** Nodes in order and the value that they are for. */
    public record Block(List<Node> nodes, int out) {}

    /** A function; its inputs are the values 0, 1, 2 and so on. */
    public record Graph(int inputs, Block body) {}
    // end::ir[]

    static final Set<String> UNARY = Set.of("neg", "relu", "sigmoid");
    static final Set<String> BINARY = Set.of("add", "sub", "mul", "gt");

    /** Whether an operation treats each element alone. */
    public static boolean pointwise(String op) {
        return UNARY.contains(op) || BINARY.contains(op);
    }

    /** One element of a pointwise operation. */
    static double apply(String op, double a, double b) {
        return switch (op) {
            case "add" -> a + b;
            case "sub" -> a - b;
            case "mul" -> a * b;
            case "gt" -> a > b ? 1 : 0;
            case "neg" -> -a;
            case "relu" -> Math.max(a, 0);
            case "sigmoid" -> 1 / (1 + StrictMath.exp(-a));
            default -> throw new IllegalArgumentException("unknown operation '" + op + "'");
        };
    }

    /** The same as Java. */
    static String java(String op, List<String> in) {
        return switch (op) {
            case "add" -> in.get(0) + " + " + in.get(1);
            case "sub" -> in.get(0) + " - " + in.get(1);
            case "mul" -> in.get(0) + " * " + in.get(1);
            case "gt" -> in.get(0) + " > " + in.get(1) + " ? 1.0 : 0.0";
            case "neg" -> "-" + in.get(0);
            case "relu" -> "Math.max(" + in.get(0) + ", 0.0)";
            default -> "1.0 / (1.0 + StrictMath.exp(-" + in.get(0) + "))";
        };
    }

    /** A constant as Java, infinities included. */
    static String literal(double value) {
        return Double.isFinite(value) ? Double.toString(value)
                : "Double.longBitsToDouble(" + Double.doubleToLongBits(value) + "L)";
    }

    /** Collects nodes while a function is traced or parsed. */
    static final class Builder {
        private int next;
        List<Node> nodes = new ArrayList<>();

        Builder(int inputs) {
            next = inputs;
        }

        int add(String op, double value, List<Block> blocks, Integer... in) {
            nodes.add(new Node(next, op, List.of(in), value, blocks));
            return next++;
        }
    }

    /** Nodes of a graph, those in blocks included, but not the insides of fused groups. */
    public static int size(Block block) {
        return block.nodes().stream().mapToInt(node -> 1 + (node.op().equals("fused") ? 0
                : node.blocks().stream().mapToInt(Ir::size).sum())).sum();
    }

    /** The graph as text, in the manner of TorchScript. */
    public static String text(Graph graph) {
        return text(graph.body(), "  ");
    }

    private static String text(Block block, String pad) {
        var text = new StringBuilder();
        for (var node : block.nodes()) {
            var in = node.in().stream().map(id -> "%" + id).collect(Collectors.joining(", "));
            boolean constant = node.op().equals("const");
            text.append(pad).append("%").append(node.id()).append(" = ").append(node.op()).append("(")
                    .append(constant ? Double.toString(node.value()) : in).append(")\n");
            int k = 0;
            for (var inner : node.blocks()) {
                text.append(pad).append("  block").append(k++).append(":\n").append(text(inner, pad + "    "));
            }
        }
        return text.append(pad).append("return %").append(block.out()).append("\n").toString();
    }
}
