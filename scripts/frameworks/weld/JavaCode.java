package weld;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weld.Expr.For;
import weld.Expr.Merge;
import weld.Expr.Name;
import weld.Expr.NewBuilder;
import weld.Type.Scalar;

/** Writes a program as one Java method: a builder becomes local variables, a loop a loop, a struct nothing at all. */
final class JavaCode {
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, List<String>> builders = new HashMap<>(); // name of a builder, its Java variables
    private final Set<String> sized = new HashSet<>(); // appenders that cannot outgrow the loop that fills them
    private final Set<String> given = new HashSet<>(); // parameters, which may be named like a Java keyword
    private String pad = "        ";
    private int fresh;

    private JavaCode() {}

    /** Source of a class {@code Generated}: arguments and long[3] for loops, read, written in; the result out. */
    static String of(Expr.Program program) {
        var code = new JavaCode();
        for (int k = 0; k < program.names().size(); k++) {
            var type = program.types().get(k);
            code.types.put(program.names().get(k), type);
            code.given.add(program.names().get(k));
            code.line("var " + code.java(program.names().get(k)) + " = (" + java(type) + ") arguments[" + k + "];");
        }
        code.line("long loops = 0, read = 0, written = 0;");
        var result = code.value(program.body());
        code.line("Object result = " + result + ";");
        code.line("System.arraycopy(new long[] {loops, read, written}, 0, traffic, 0, 3);");
        return "public final class Generated implements java.util.function.BiFunction<Object[], long[], Object> {\n"
                + "    public Object apply(Object[] arguments, long[] traffic) {\n" + code.out
                + "        return result;\n    }\n"
                + "    private static void same(int a, int b) {\n        if (a != b) {\n"
                + "            throw new IllegalArgumentException("
                + "\"zip of vectors of \" + a + \" and \" + b + \" elements\");\n        }\n    }\n}\n";
    }

    private void line(String text) {
        out.append(pad).append(text).append('\n');
    }

    private void block(String head, Runnable body) {
        line(head + " {");
        pad += "    ";
        body.run();
        pad = pad.substring(4);
        line("}");
    }

    private String java(String name) {
        return given.contains(name) ? "in$" + name : name;
    }

    private static String java(Type type) {
        return type instanceof Type.Vec vec ? vec.of().java + "[]" : type instanceof Scalar scalar ? scalar.java
                : type instanceof Type.Dict dict ? "java.util.TreeMap<Long, " + dict.value().box + ">" : "Object[]";
    }

    private Type type(Expr e) {
        return Check.of(e, types);
    }

    /** Statements that make a value, and the Java expression that holds it. */
    private String value(Expr e) {
        if (e instanceof Expr.Literal literal) {
            return literal.text();
        } else if (e instanceof Name name && types.get(name.name()) instanceof Type.Struct struct) {
            return IntStream.range(0, struct.fields().size()).mapToObj(k -> name.name() + "_" + k)
                    .collect(Collectors.joining(", ", "new Object[] {", "}"));
        } else if (e instanceof Name name) {
            return java(name.name());
        } else if (e instanceof Expr.Let let) {
            let(let);
            return value(let.body());
        } else if (e instanceof Expr.Apply apply) {
            return Scalars.java(apply.op(), apply.args().stream().map(this::value).toList());
        } else if (e instanceof Expr.If branch) {
            var held = "if$" + fresh++;
            line(java(type(e)) + " " + held + ";");
            block("if (" + value(branch.condition()) + ")", () -> line(held + " = " + value(branch.yes()) + ";"));
            block("else", () -> line(held + " = " + value(branch.no()) + ";"));
            return held;
        } else if (e instanceof Expr.Struct struct) {
            return struct.fields().stream().map(this::value).collect(Collectors.joining(", ", "new Object[] {", "}"));
        } else if (e instanceof Expr.Field field && field.of() instanceof Name name) {
            return name.name() + "_" + field.index(); // of a zip's element
        } else if (e instanceof Expr.Result result) {
            return result(result);
        }
        throw new Type.Mistake("no Java for " + Expr.Text.of(e, 0) + " in this subset");
    }

    private void let(Expr.Let let) {
        var type = type(let.value());
        if (let.value() instanceof Expr.Struct struct && !Check.isBuilder(type)) {
            for (int k = 0; k < struct.fields().size(); k++) {
                line("var " + let.name() + "_" + k + " = " + value(struct.fields().get(k)) + ";");
            }
        } else if (Check.isBuilder(type)) {
            builders.put(let.name(), builder(let.value()));
        } else {
            line("var " + let.name() + " = " + value(let.value()) + ";");
        }
        types.put(let.name(), type);
    }

    private String result(Expr.Result result) {
        var type = (Type.Builder) type(result.builder());
        var held = builder(result.builder()).get(0);
        if (type.kind().equals("appender")) {
            line("written += " + (type.of() == Scalar.BOOL ? 1 : 8) + "L * n" + held + ";");
        }
        return !type.kind().equals("appender") ? held : "(n" + held + " == " + held + ".length ? " + held
                + " : java.util.Arrays.copyOf(" + held + ", n" + held + "))";
    }

    // tag::builders[]
    /** Statements that fill builders, and the Java variables behind them, in order of the fields. */
    private List<String> builder(Expr e) {
        if (e instanceof NewBuilder made) {
            return List.of(declare(made.type(), "8"));
        } else if (e instanceof Name || e instanceof Expr.Field) {
            return recall(e);
        } else if (e instanceof Expr.Struct struct) {
            return struct.fields().stream().flatMap(field -> builder(field).stream()).toList();
        } else if (e instanceof Expr.Let let) {
            let(let);
            return builder(let.body());
        } else if (e instanceof Expr.If branch) {
            var held = new ArrayList<List<String>>();
            block("if (" + value(branch.condition()) + ")", () -> held.add(builder(branch.yes())));
            if (!(branch.no() instanceof Name)) {
                block("else", () -> held.add(builder(branch.no())));
            }
            return held.get(0);
        } else if (e instanceof Merge merge) {
            var type = (Type.Builder) type(merge.builder());
            var held = builder(merge.builder());
            merge(type, held.get(0), merge.value());
            return held;
        }
        return loop((For) e);
    }
    // end::builders[]

    private String declare(Type.Builder type, String size) {
        var held = type.kind().charAt(0) + "$" + fresh++;
        var java = type.of().java;
        if (type.kind().equals("appender")) {
            line(java + "[] " + held + " = new " + java + "[" + size + "];");
            line("int n" + held + " = 0;");
        } else if (type.kind().equals("merger")) {
            var start = Scalars.start(type).toString();
            line(java + " " + held + " = " + (start.endsWith("Infinity")
                    ? "Double." + (start.startsWith("-") ? "NEGATIVE" : "POSITIVE") + "_INFINITY"
                    : start + (type.of() == Scalar.I64 ? "L" : "")) + ";");
        } else {
            line("var " + held + " = new java.util.TreeMap<Long, " + type.of().box + ">();");
        }
        return held;
    }

    private void merge(Type.Builder type, String held, Expr value) {
        var op = type.op();
        if (type.kind().equals("appender")) {
            if (!sized.contains(held)) {
                block("if (n" + held + " == " + held + ".length)", () -> line(held + " = java.util.Arrays.copyOf(" + held + ", 2 * n" + held + " + 8);"));
            }
            line(held + "[n" + held + "++] = " + value(value) + ";");
        } else if (type.kind().equals("merger")) {
            line(held + " = " + Scalars.java(op, List.of(held, value(value))) + ";");
        } else {
            var pair = ((Expr.Struct) value).fields().stream().map(this::value).toList();
            line(held + ".merge(" + pair.get(0) + ", " + pair.get(1) + ", (old, more) -> "
                    + Scalars.java(op, List.of("old", "more")) + ");");
        }
    }

    private List<String> loop(For loop) {
        int id = fresh++;
        var at = "at$" + id;
        var elements = new ArrayList<Type>();
        var over = new ArrayList<String>();
        for (var vector : loop.vectors()) {
            elements.add(((Type.Vec) type(vector)).of());
            over.add("v$" + id + "_" + over.size());
            line("var " + over.get(over.size() - 1) + " = " + value(vector) + ";");
        }
        var length = over.get(0) + ".length";
        over.stream().skip(1).forEach(vector -> line("same(" + length + ", " + vector + ".length);"));
        var builderType = type(loop.builder());
        var held = loop.builder() instanceof NewBuilder made ? List.of(declare(made.type(), length))
                : builder(loop.builder());
        if (loop.builder() instanceof NewBuilder && Vertical.mergesOnce(loop.body(), new Name(loop.b()))) {
            sized.addAll(held);
        }
        builders.put(loop.b(), held);
        types.put(loop.b(), builderType);
        types.put(loop.i(), Scalar.I64);
        types.put(loop.x(), elements.size() == 1 ? elements.get(0) : new Type.Struct(List.copyOf(elements)));
        int width = elements.stream().mapToInt(type -> type == Scalar.BOOL ? 1 : 8).sum();
        line("loops++;");
        line("read += " + width + "L * " + length + ";");
        block("for (int " + at + " = 0; " + at + " < " + length + "; " + at + "++)", () -> {
            line("long " + loop.i() + " = " + at + ";");
            for (int k = 0; k < over.size(); k++) {
                line("var " + loop.x() + (over.size() == 1 ? "" : "_" + k) + " = " + over.get(k) + "[" + at + "];");
            }
            builder(loop.body());
        });
        return held;
    }

    private List<String> recall(Expr e) {
        if (e instanceof Name name) {
            return builders.get(name.name());
        }
        var field = (Expr.Field) e;
        var fields = ((Type.Struct) Check.peek(field.of(), types)).fields();
        int from = fields.subList(0, field.index()).stream().mapToInt(Check::builders).sum();
        return recall(field.of()).subList(from, from + Check.builders(fields.get(field.index())));
    }
}
