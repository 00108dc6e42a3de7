package weld;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import weld.Type.Builder;
import weld.Type.Mistake;
import weld.Type.Scalar;

/** Types of expressions, and the rule that makes builders safe: each is used once, on every path. */
public final class Check {
    private final Map<String, Type> types = new HashMap<>();
    private final Set<String> gone = new HashSet<>(); // builders that were used, by path: b, or b.$0

    private Check(Map<String, Type> types) {
        this.types.putAll(types);
    }

    /** Type of a program's result; throws {@link Mistake} when the program breaks a rule. */
    public static Type of(Expr.Program program) {
        var types = new HashMap<String, Type>();
        for (int k = 0; k < program.names().size(); k++) {
            types.put(program.names().get(k), program.types().get(k));
        }
        return of(program.body(), types);
    }

    /** Type of an expression among names of known type. */
    static Type of(Expr e, Map<String, Type> types) {
        return new Check(types).type(e);
    }

    private static void demand(boolean ok, String message) {
        if (!ok) {
            throw new Mistake(message);
        }
    }

    private Type type(Expr e) {
        if (e instanceof Expr.Literal literal) {
            return literal.type();
        } else if (e instanceof Expr.Name name) {
            return name(name.name());
        } else if (e instanceof Expr.Let let) {
            types.put(let.name(), type(let.value()));
            var type = type(let.body());
            leave(let.name());
            return type;
        } else if (e instanceof Expr.Apply apply) {
            return apply(apply.op(), apply.args().stream().map(this::type).toList());
        } else if (e instanceof Expr.If branch) {
            return branch(branch);
        } else if (e instanceof Expr.Struct struct) {
            return new Type.Struct(struct.fields().stream().map(this::type).toList());
        } else if (e instanceof Expr.Field field) {
            return field(field);
        } else if (e instanceof Expr.NewBuilder builder) {
            return builder.type();
        } else if (e instanceof Expr.Merge merge) {
            return merge(type(merge.builder()), type(merge.value()));
        } else if (e instanceof Expr.Result result) {
            var builder = type(result.builder());
            demand(builder instanceof Builder, "result needs a builder, got " + builder);
            return ((Builder) builder).result();
        }
        return loop((Expr.For) e);
    }

    // tag::linear[]
    private Type name(String name) {
        var type = types.get(name);
        demand(type != null, "'" + name + "' is not known here");
        leaves(name, type).forEach(this::use);
        return type;
    }

    private void use(String builder) {
        demand(gone.add(builder), "builder '" + builder + "' is used twice");
    }

    /** A builder that goes out of scope must have gone somewhere. */
    private void leave(String name) {
        leaves(name, types.remove(name)).forEach(builder ->
                demand(gone.contains(builder), "builder '" + builder + "' is dropped"));
    }

    private Type branch(Expr.If branch) {
        demand(type(branch.condition()) == Scalar.BOOL, "if needs a bool");
        var before = Set.copyOf(gone);
        var yes = type(branch.yes());
        var afterYes = Set.copyOf(gone);
        gone.retainAll(before);
        var no = type(branch.no());
        demand(yes.equals(no), "if has branches " + yes + " and " + no);
        demand(afterYes.equals(gone), "the branches use different builders");
        return yes;
    }
    // end::linear[]

    /** Paths to the builders within a value: itself, or fields of fields. */
    private static List<String> leaves(String path, Type type) {
        if (!(type instanceof Type.Struct struct)) {
            return type instanceof Builder ? List.of(path) : List.of();
        }
        var leaves = new ArrayList<String>();
        for (int k = 0; k < struct.fields().size(); k++) {
            leaves.addAll(leaves(path + ".$" + k, struct.fields().get(k)));
        }
        return leaves;
    }

    private Type field(Expr.Field field) {
        var path = path(field);
        var type = path.isEmpty() ? part(type(field.of()), field.index()) : typeAt(field);
        if (!path.isEmpty()) {
            leaves(path, type).forEach(this::use);
        }
        return type;
    }

    private static String path(Expr e) {
        if (e instanceof Expr.Field field) {
            var path = path(field.of());
            return path.isEmpty() ? "" : path + ".$" + field.index();
        }
        return e instanceof Expr.Name name ? name.name() : "";
    }

    private Type typeAt(Expr e) {
        if (e instanceof Expr.Field field) {
            return part(typeAt(field.of()), field.index());
        }
        var name = ((Expr.Name) e).name();
        demand(types.containsKey(name), "'" + name + "' is not known here");
        return types.get(name);
    }

    /** Type of a name or path, without using it. */
    static Type peek(Expr path, Map<String, Type> types) {
        return new Check(types).typeAt(path);
    }

    /** How many builders a type holds. */
    static int builders(Type type) {
        return leaves("", type).size();
    }

    private static Type part(Type of, int index) {
        boolean exists = of instanceof Type.Struct struct && index < struct.fields().size();
        demand(exists, "field $" + index + " of " + of + " does not exist");
        return ((Type.Struct) of).fields().get(index);
    }

    static boolean isBuilder(Type type) {
        return type instanceof Builder
                || type instanceof Type.Struct struct && struct.fields().stream().anyMatch(Check::isBuilder);
    }

    private static Type merge(Type builder, Type value) {
        demand(builder instanceof Builder, "merge needs a builder, got " + builder);
        var b = (Builder) builder;
        Type want = b.kind().equals("dictmerger") ? new Type.Struct(List.of(Scalar.I64, b.of())) : b.of();
        demand(value.equals(want), b + " merges " + want + ", got " + value);
        return builder;
    }

    private Type loop(Expr.For loop) {
        var elements = new ArrayList<Type>();
        for (var vector : loop.vectors()) {
            var type = type(vector);
            demand(type instanceof Type.Vec, "a loop runs over a vector, got " + type);
            elements.add(((Type.Vec) type).of());
        }
        var builder = type(loop.builder());
        demand(isBuilder(builder), "a loop fills a builder, got " + builder);
        var inner = new HashMap<>(types);
        inner.values().removeIf(Check::isBuilder); // an outer builder would be merged into many times
        inner.put(loop.b(), builder);
        inner.put(loop.i(), Scalar.I64);
        inner.put(loop.x(), elements.size() == 1 ? elements.get(0) : new Type.Struct(List.copyOf(elements)));
        var body = new Check(inner);
        var made = body.type(loop.body());
        demand(made.equals(builder), "the loop fills " + builder + " but its body returns " + made);
        body.leave(loop.b());
        return builder;
    }

    private static Type apply(String op, List<Type> args) {
        var first = args.get(0);
        var wrong = "'" + op + "' does not take "
                + args.stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")"));
        boolean equal = args.stream().allMatch(first::equals);
        switch (op) {
            case "len":
                demand(first instanceof Type.Vec, wrong);
                return Scalar.I64;
            case "lookup":
                demand(first instanceof Type.Vec && args.get(1) == Scalar.I64, wrong);
                return ((Type.Vec) first).of();
            case "f64", "i64":
                demand(first == Scalar.F64 || first == Scalar.I64, wrong);
                return op.equals("f64") ? Scalar.F64 : Scalar.I64;
            case "select":
                demand(first == Scalar.BOOL && args.get(1) instanceof Scalar && args.get(1) == args.get(2), wrong);
                return args.get(1);
            case "&&", "||":
                demand(equal && first == Scalar.BOOL, wrong);
                return Scalar.BOOL;
            case "sqrt", "exp", "log":
                demand(first == Scalar.F64, wrong);
                return Scalar.F64;
            case "==", "!=":
                demand(equal && first instanceof Scalar, wrong);
                return Scalar.BOOL;
            default:
                demand(equal && (first == Scalar.F64 || first == Scalar.I64), wrong);
                return List.of("<", ">", "<=", ">=").contains(op) ? Scalar.BOOL : first;
        }
    }
}
