package weld;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Evaluates a program as it is written. A vector is a {@code double[]}, {@code long[]} or {@code boolean[]}, a struct an
 * {@code Object[]}, a dictionary a {@code TreeMap}.
 */
public final class Interpreter {
    private final Map<String, Object> values = new HashMap<>();
    private final Traffic traffic;

    private Interpreter(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Run a program on arguments in the order of its parameters. */
    public static Object run(Expr.Program program, Traffic traffic, Object... arguments) {
        var interpreter = new Interpreter(traffic);
        for (int k = 0; k < arguments.length; k++) {
            interpreter.values.put(program.names().get(k), arguments[k]);
        }
        return interpreter.value(program.body());
    }

    /** A builder: an array that grows, a scalar, or a dictionary. */
    private static final class Cell {
        final Type.Builder type;
        Object held;
        int size;

        Cell(Type.Builder type) {
            this.type = type;
            held = switch (type.kind()) {
                case "appender" -> type.of() == Type.Scalar.F64 ? new double[8]
                        : type.of() == Type.Scalar.I64 ? new long[8] : new boolean[8];
                case "merger" -> Scalars.start(type);
                default -> new TreeMap<Long, Object>();
            };
        }

        void merge(Object value, Traffic traffic) {
            if (type.kind().equals("merger")) {
                held = Scalars.apply(type.op(), List.of(held, value));
            } else if (held instanceof TreeMap<?, ?>) {
                @SuppressWarnings("unchecked")
                var entries = (TreeMap<Long, Object>) held;
                entries.merge((Long) ((Object[]) value)[0], ((Object[]) value)[1],
                        (old, more) -> Scalars.apply(type.op(), List.of(old, more)));
            } else {
                if (size == Array.getLength(held)) {
                    held = copy(2 * size);
                }
                Array.set(held, size++, value);
                traffic.written += Traffic.width(held);
            }
        }

        private Object copy(int length) {
            var copy = Array.newInstance(held.getClass().getComponentType(), length);
            System.arraycopy(held, 0, copy, 0, Math.min(size, length));
            return copy;
        }

        Object result() {
            return type.kind().equals("appender") ? copy(size) : held;
        }
    }

    private Object value(Expr e) {
        if (e instanceof Expr.Literal literal) {
            return Scalars.parse(literal);
        } else if (e instanceof Expr.Name name) {
            return values.get(name.name());
        } else if (e instanceof Expr.Let let) {
            values.put(let.name(), value(let.value()));
            return value(let.body());
        } else if (e instanceof Expr.Apply apply && apply.op().equals("len")) {
            return (long) Array.getLength(value(apply.args().get(0)));
        } else if (e instanceof Expr.Apply apply && apply.op().equals("lookup")) {
            long at = (Long) value(apply.args().get(1));
            return Array.get(value(apply.args().get(0)), Math.toIntExact(at));
        } else if (e instanceof Expr.Apply apply) {
            return Scalars.apply(apply.op(), apply.args().stream().map(this::value).toList());
        } else if (e instanceof Expr.If branch) {
            return value((Boolean) value(branch.condition()) ? branch.yes() : branch.no());
        } else if (e instanceof Expr.Struct struct) {
            return struct.fields().stream().map(this::value).toArray();
        } else if (e instanceof Expr.Field field) {
            return ((Object[]) value(field.of()))[field.index()];
        } else if (e instanceof Expr.NewBuilder builder) {
            return new Cell(builder.type());
        } else if (e instanceof Expr.Merge merge) {
            var cell = (Cell) value(merge.builder());
            cell.merge(value(merge.value()), traffic);
            return cell;
        } else if (e instanceof Expr.Result result) {
            return ((Cell) value(result.builder())).result();
        }
        return loop((Expr.For) e);
    }

    private Object loop(Expr.For loop) {
        var vectors = loop.vectors().stream().map(this::value).toArray();
        int[] lengths = Arrays.stream(vectors).mapToInt(Array::getLength).toArray();
        var builder = value(loop.builder());
        Scalars.sameLength(lengths);
        traffic.loops++;
        for (int i = 0; i < lengths[0]; i++) {
            var x = new Object[vectors.length];
            for (int k = 0; k < x.length; k++) {
                x[k] = Array.get(vectors[k], i);
                traffic.read += Traffic.width(vectors[k]);
            }
            values.put(loop.b(), builder);
            values.put(loop.i(), (long) i);
            values.put(loop.x(), x.length == 1 ? x[0] : x);
            builder = value(loop.body());
        }
        return builder;
    }
}
