package weld;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An expression of the core language; {@code toString} is Weld text that the parser reads back. */
public sealed interface Expr {
    // tag::core[]
    /** A number or truth value, as written: {@code 2.0}, {@code 3L}, {@code true}. */
    record Literal(Type.Scalar type, String text) implements Expr {}

    record Name(String name) implements Expr {}

    record Let(String name, Expr value, Expr body) implements Expr {}

    /** An operator or a function on scalars; a cast; len or lookup of a vector. */
    record Apply(String op, List<Expr> args) implements Expr {}

    record If(Expr condition, Expr yes, Expr no) implements Expr {}

    record Struct(List<Expr> fields) implements Expr {}

    record Field(Expr of, int index) implements Expr {}

    record NewBuilder(Type.Builder type) implements Expr {}

    record Merge(Expr builder, Expr value) implements Expr {}

    record Result(Expr builder) implements Expr {}

    /** The only loop: for each element x at index i, body makes a new builder of b. */
    record For(List<Expr> vectors, Expr builder,
            String b, String i, String x, Expr body) implements Expr {}
    // end::core[]

    /** A function of vectors and scalars. */
    record Program(List<String> names, List<Type> types, Expr body) {
        @Override
        public String toString() {
            var params = new ArrayList<String>();
            for (int k = 0; k < names.size(); k++) {
                params.add(names.get(k) + ": " + types.get(k));
            }
            return "|" + String.join(", ", params) + "|\n" + Text.of(body, 1);
        }
    }

    /** Direct parts, in order of evaluation. */
    default List<Expr> parts() {
        var parts = new ArrayList<Expr>();
        with(part -> {
            parts.add(part);
            return part;
        });
        return parts;
    }

    /** The same expression with each direct part replaced. */
    default Expr with(UnaryOperator<Expr> f) {
        if (this instanceof Let let) {
            return new Let(let.name(), f.apply(let.value()), f.apply(let.body()));
        } else if (this instanceof Apply apply) {
            return new Apply(apply.op(), apply.args().stream().map(f).toList());
        } else if (this instanceof If branch) {
            return new If(f.apply(branch.condition()), f.apply(branch.yes()), f.apply(branch.no()));
        } else if (this instanceof Struct struct) {
            return new Struct(struct.fields().stream().map(f).toList());
        } else if (this instanceof Field field) {
            return new Field(f.apply(field.of()), field.index());
        } else if (this instanceof Merge merge) {
            return new Merge(f.apply(merge.builder()), f.apply(merge.value()));
        } else if (this instanceof Result result) {
            return new Result(f.apply(result.builder()));
        } else if (this instanceof For loop) {
            return new For(loop.vectors().stream().map(f).toList(), f.apply(loop.builder()),
                    loop.b(), loop.i(), loop.x(), f.apply(loop.body()));
        }
        return this; // a literal, a name or a new builder
    }

    /** Replace a name; all bound names of a program differ, so nothing can be captured. */
    default Expr replace(String name, Expr by) {
        return equals(new Name(name)) ? by : with(part -> part.replace(name, by));
    }

    /** How often a name occurs. */
    default int uses(String name) {
        return (equals(new Name(name)) ? 1 : 0) + parts().stream().mapToInt(part -> part.uses(name)).sum();
    }

    /** Loops in the expression, those inside loops included. */
    default int loops() {
        return (this instanceof For ? 1 : 0) + parts().stream().mapToInt(Expr::loops).sum();
    }

    /** Writes expressions, a loop or binding per line. */
    final class Text {
        private Text() {}

        static String of(Expr e, int depth) {
            if (e instanceof Let let) {
                return pad(depth) + "let " + let.name() + " = " + inline(let.value(), depth) + ";\n"
                        + of(let.body(), depth);
            }
            return pad(depth) + inline(e, depth);
        }

        private static String pad(int depth) {
            return "  ".repeat(depth);
        }

        /** How tightly an expression binds: its level among the operators, or more than any. */
        private static int level(Expr e) {
            for (int level = 0; e instanceof Apply apply && level < Parser.LEVELS.size(); level++) {
                if (Parser.LEVELS.get(level).contains(apply.op())) {
                    return level;
                }
            }
            return Parser.LEVELS.size();
        }

        private static String list(List<Expr> parts, int depth) {
            return parts.stream().map(part -> inline(part, depth)).collect(Collectors.joining(", "));
        }

        private static String inline(Expr e, int depth) {
            if (e instanceof Literal literal) {
                return literal.text();
            } else if (e instanceof Name name) {
                return name.name();
            } else if (e instanceof Let) {
                return "(\n" + of(e, depth + 1) + ")";
            } else if (e instanceof Apply apply && !Character.isLetter(apply.op().charAt(0))) {
                int level = level(e);
                var left = inline(apply.args().get(0), depth);
                var right = inline(apply.args().get(1), depth);
                return (level(apply.args().get(0)) < level ? "(" + left + ")" : left) + " " + apply.op() + " "
                        + (level(apply.args().get(1)) <= level ? "(" + right + ")" : right);
            } else if (e instanceof Apply apply) {
                return apply.op() + "(" + list(apply.args(), depth) + ")";
            } else if (e instanceof Struct struct) {
                return "{" + list(struct.fields(), depth) + "}";
            } else if (e instanceof Field field) {
                return inline(field.of(), depth) + ".$" + field.index();
            } else if (e instanceof NewBuilder builder) {
                return builder.type().toString();
            } else if (e instanceof Merge merge) {
                return "merge(" + inline(merge.builder(), depth) + ", " + inline(merge.value(), depth) + ")";
            } else if (e instanceof If branch) {
                return "if(" + list(branch.parts(), depth) + ")";
            } else if (e instanceof Result result) {
                return "result(" + inline(result.builder(), depth) + ")";
            }
            var loop = (For) e;
            var over = list(loop.vectors(), depth);
            return "for(" + (loop.vectors().size() == 1 ? over : "zip(" + over + ")") + ", "
                    + inline(loop.builder(), depth) + ",\n" + pad(depth + 1) + "|" + loop.b() + "," + loop.i() + ","
                    + loop.x() + "|\n" + of(loop.body(), depth + 1) + ")";
        }
    }
}
