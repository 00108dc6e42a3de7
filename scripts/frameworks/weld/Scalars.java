package weld;

import java.util.List;

/** Arithmetic of the language, and how Java writes it, so that interpreter and compiled code agree to the last bit. */
public final class Scalars {
    private Scalars() {}

    static Object parse(Expr.Literal literal) {
        return switch (literal.type()) {
            case F64 -> Double.valueOf(literal.text());
            case I64 -> Long.valueOf(literal.text().replace("L", ""));
            case BOOL -> Boolean.valueOf(literal.text());
        };
    }

    /** What a merger holds before the first merge. */
    static Object start(Type.Builder type) {
        boolean real = type.of() == Type.Scalar.F64;
        return switch (type.op()) {
            case "+" -> real ? (Object) 0.0 : (Object) 0L;
            case "*" -> real ? (Object) 1.0 : (Object) 1L;
            case "min" -> real ? (Object) Double.POSITIVE_INFINITY : (Object) Long.MAX_VALUE;
            default -> real ? (Object) Double.NEGATIVE_INFINITY : (Object) Long.MIN_VALUE;
        };
    }

    /** Refuse to zip vectors of different length. */
    public static void sameLength(int... lengths) {
        for (int length : lengths) {
            if (length != lengths[0]) {
                throw new IllegalArgumentException("zip of vectors of " + lengths[0] + " and " + length + " elements");
            }
        }
    }

    /** The same operation as Java source. */
    static String java(String op, List<String> args) {
        return switch (op) {
            case "sqrt", "exp", "log" -> "StrictMath." + op + "(" + args.get(0) + ")";
            case "min", "max" -> "Math." + op + "(" + args.get(0) + ", " + args.get(1) + ")";
            case "f64" -> "(double) " + args.get(0);
            case "i64" -> "(long) " + args.get(0);
            case "select" -> "(" + args.get(0) + " ? " + args.get(1) + " : " + args.get(2) + ")";
            case "len" -> "(long) " + args.get(0) + ".length";
            case "lookup" -> args.get(0) + "[Math.toIntExact(" + args.get(1) + ")]";
            default -> "(" + args.get(0) + " " + op + " " + args.get(1) + ")";
        };
    }

    static Object apply(String op, List<Object> args) {
        var a = args.get(0);
        var b = args.get(args.size() - 1);
        switch (op) {
            case "select":
                return (Boolean) a ? args.get(1) : b;
            case "&&":
                return (Boolean) a && (Boolean) b;
            case "||":
                return (Boolean) a || (Boolean) b;
            case "f64":
                return ((Number) a).doubleValue();
            case "i64":
                return ((Number) a).longValue();
            case "==", "!=":
                return op.equals("==") == (a instanceof Double x ? x == (double) b : a.equals(b));
            default:
                return a instanceof Double x ? real(op, x, (Double) b) : whole(op, (Long) a, (Long) b);
        }
    }

    private static Object real(String op, double a, double b) {
        return switch (op) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "min" -> Math.min(a, b);
            case "max" -> Math.max(a, b);
            case "sqrt" -> StrictMath.sqrt(a);
            case "exp" -> StrictMath.exp(a);
            case "log" -> StrictMath.log(a);
            default -> compare(op, a < b, a > b, a == b);
        };
    }

    private static Object whole(String op, long a, long b) {
        return switch (op) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "min" -> Math.min(a, b);
            case "max" -> Math.max(a, b);
            default -> compare(op, a < b, a > b, a == b);
        };
    }

    private static boolean compare(String op, boolean less, boolean more, boolean same) {
        return switch (op) {
            case "<" -> less;
            case ">" -> more;
            case "<=" -> less || same;
            default -> more || same;
        };
    }
}
