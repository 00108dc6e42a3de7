package weld;

import java.util.List;
import java.util.stream.Collectors;

/** Types of the subset: scalars, vectors of scalars, dictionaries, structs, and builders of all these. */
public sealed interface Type {
    /** A scalar, by its Weld name, the Java type that holds it, and that type's box. */
    enum Scalar implements Type {
        F64("f64", "double", "Double"), I64("i64", "long", "Long"), BOOL("bool", "boolean", "Boolean");

        final String weld;
        final String java;
        final String box;

        Scalar(String weld, String java, String box) {
            this.weld = weld;
            this.java = java;
            this.box = box;
        }

        @Override
        public String toString() {
            return weld;
        }
    }

    /** {@code vec[T]}. */
    record Vec(Scalar of) implements Type {
        @Override
        public String toString() {
            return "vec[" + of + "]";
        }
    }

    /** {@code dict[i64,V]}. */
    record Dict(Scalar value) implements Type {
        @Override
        public String toString() {
            return "dict[i64," + value + "]";
        }
    }

    /** {@code {T1,T2}}; with builders as fields it is a builder itself. */
    record Struct(List<Type> fields) implements Type {
        @Override
        public String toString() {
            return fields.stream().map(Type::toString).collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Write-only; {@code kind} is appender, merger or dictmerger, {@code op} the operator of the latter two. */
    record Builder(String kind, Scalar of, String op) implements Type {
        Type result() {
            return kind.equals("appender") ? new Vec(of) : kind.equals("merger") ? of : new Dict(of);
        }

        @Override
        public String toString() {
            return kind + (kind.equals("dictmerger") ? "[i64," : "[") + of + (op.isEmpty() ? "]" : "," + op + "]");
        }
    }

    /** A program that the rules of the language refuse. */
    final class Mistake extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Mistake(String message) {
            super(message);
        }
    }
}
