package dataflow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What operations do to matrices; a number is a matrix of one row and one column. */
final class Kernels {
    private Kernels() {}

    /** The value on an edge that a conditional did not take. */
    static final Object DEAD = new Object() {
        @Override
        public String toString() {
            return "dead";
        }
    };

    /** A handle of state: the buffer of a variable, or what waits in a queue. */
    static final class Ref {
        double[][] value;
        final ArrayDeque<double[][]> waiting = new ArrayDeque<>();

        Ref(double[][] value) {
            this.value = value;
        }
    }

    /** Whether an operation must wait although its inputs are there. */
    static boolean blocked(String op, Object... in) {
        return op.equals("Dequeue") && ((Ref) in[0]).waiting.isEmpty();
    }

    /** Results of an operation, one per port. */
    static Object[] run(Graph.Node node, Object... in) {
        return switch (node.op) {
            case "Switch" -> matrix(in[1])[0][0] > 0 ? new Object[] {DEAD, in[0]} : new Object[] {in[0], DEAD};
            case "Const", "Variable", "Queue" -> new Object[] {node.attribute};
            case "Merge", "Enter", "Exit", "NextIteration", "Identity" -> new Object[] {in[0]};
            case "Enqueue" -> {
                ((Ref) in[0]).waiting.add(matrix(in[1]));
                yield new Object[] {in[1]};
            }
            case "Dequeue" -> new Object[] {((Ref) in[0]).waiting.remove()};
            default -> new Object[] {math(node, in)};
        };
    }

    static double[][] matrix(Object value) {
        return (double[][]) value;
    }

    private static double[][] math(Graph.Node node, Object... in) {
        var a = in[0] instanceof Ref ref ? ref.value : matrix(in[0]);
        var b = in.length > 1 ? matrix(in[1]) : null;
        return switch (node.op) {
            case "Read" -> map(a, x -> x);
            case "Assign" -> write((Ref) in[0], b);
            case "AssignSub" -> write((Ref) in[0], zip(a, b, (x, y) -> x - y));
            case "Gather" -> Arrays.stream(b[0]).mapToObj(row -> a[(int) row].clone()).toArray(double[][]::new);
            case "ScatterSub" -> scatter((Ref) in[0], b[0], matrix(in[2]));
            case "MatMul" -> multiply(a, b);
            case "Transpose" -> transpose(a);
            case "Add" -> zip(a, b, (x, y) -> x + y);
            case "Sub" -> zip(a, b, (x, y) -> x - y);
            case "Mul" -> zip(a, b, (x, y) -> x * y);
            case "Less" -> zip(a, b, (x, y) -> x < y ? 1 : 0);
            case "Scale" -> map(a, x -> x * (Double) node.attribute);
            case "Square" -> map(a, x -> x * x);
            case "Tanh" -> map(a, StrictMath::tanh);
            case "TanhGrad" -> zip(a, b, (y, g) -> g * (1 - y * y));
            case "Sum" -> new double[][] {{Arrays.stream(a).flatMapToDouble(Arrays::stream).sum()}};
            case "SumGrad" -> map(a, x -> b[0][0]);
            case "ZerosLike" -> map(a, x -> 0);
            default -> throw new IllegalArgumentException("no kernel for operation '" + node.op + "'");
        };
    }

    private static double[][] write(Ref ref, double[][] value) {
        ref.value = value;
        return value;
    }

    private static double[][] scatter(Ref ref, double[] rows, double[][] minus) {
        var copy = map(ref.value, x -> x);
        for (int k = 0; k < rows.length; k++) {
            for (int j = 0; j < minus[k].length; j++) {
                copy[(int) rows[k]][j] -= minus[k][j];
            }
        }
        return write(ref, copy);
    }

    private static double[][] map(double[][] a, DoubleUnaryOperator f) {
        return Arrays.stream(a).map(row -> Arrays.stream(row).map(f).toArray()).toArray(double[][]::new);
    }

    private static double[][] zip(double[][] a, double[][] b, DoubleBinaryOperator f) {
        if (a.length != b.length || a[0].length != b[0].length) {
            throw new IllegalArgumentException("shapes " + a.length + "x" + a[0].length + " and " + b.length + "x"
                    + b[0].length + " do not fit");
        }
        var out = new double[a.length][a[0].length];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out[i].length; j++) {
                out[i][j] = f.applyAsDouble(a[i][j], b[i][j]);
            }
        }
        return out;
    }

    private static double[][] transpose(double[][] a) {
        var out = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                out[j][i] = a[i][j];
            }
        }
        return out;
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        var out = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    out[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return out;
    }
}
