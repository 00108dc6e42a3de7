package weld;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import weld.Type.Mistake;

/** Reads Weld text, expands the macros {@code map} and {@code filter}, and gives every bound name a number. */
public final class Parser {
    private static final Pattern TOKEN = Pattern.compile("\\s+|#[^\n]*|(?<token>[0-9]+\\.[0-9]+([eE]-?[0-9]+)?"
            + "|[0-9]+L?|[A-Za-z_][A-Za-z_0-9]*|\\.\\$[0-9]+|&&|\\|\\||[<>=!]=|[-+*/<>|,;:=(){}\\[\\]])");
    static final List<List<String>> LEVELS = List.of(List.of("||"), List.of("&&"),
            List.of("<", ">", "<=", ">=", "==", "!="), List.of("+", "-"), List.of("*", "/"));
    private static final Map<String, Integer> FUNCTIONS = Map.ofEntries(Map.entry("sqrt", 1), Map.entry("exp", 1),
            Map.entry("log", 1), Map.entry("f64", 1), Map.entry("i64", 1), Map.entry("len", 1),
            Map.entry("min", 2), Map.entry("max", 2), Map.entry("lookup", 2), Map.entry("select", 3));

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, String> scope = new HashMap<>();
    private int at;
    private int fresh;

    private Parser(String text) {
        var matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new Mistake("cannot read '" + text.substring(end).lines().findFirst().orElse("") + "'");
            }
            if (matcher.group("token") != null) {
                tokens.add(matcher.group("token"));
            }
            end = matcher.end();
        }
        tokens.add("end of program");
    }

    /** Read a program, {@code |x: vec[f64], k: f64| expression}. */
    public static Expr.Program parse(String text) {
        return new Parser(text).program();
    }

    private Expr.Program program() {
        var names = new ArrayList<String>();
        var types = new ArrayList<Type>();
        if (!accept("||")) {
            expect("|");
            while (!accept("|")) {
                names.add(next());
                expect(":");
                types.add(type());
                accept(",");
            }
        }
        names.forEach(name -> scope.put(name, name));
        var body = expression();
        expect("end of program");
        return new Expr.Program(List.copyOf(names), List.copyOf(types), body);
    }

    private String next() {
        return tokens.get(at++);
    }

    private boolean accept(String token) {
        boolean here = tokens.get(at).equals(token);
        at += here ? 1 : 0;
        return here;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new Mistake("expected '" + token + "' but found '" + tokens.get(at) + "'");
        }
    }

    private Type type() {
        if (accept("vec")) {
            expect("[");
            var vec = new Type.Vec(scalar());
            expect("]");
            return vec;
        }
        return scalar();
    }

    private Type.Scalar scalar() {
        var name = next();
        for (var scalar : Type.Scalar.values()) {
            if (scalar.toString().equals(name)) {
                return scalar;
            }
        }
        throw new Mistake("'" + name + "' is no type of this subset");
    }

    /** Bind a name within {@code body}. */
    private <T> T bound(String name, String unique, java.util.function.Supplier<T> body) {
        var hidden = scope.put(name, unique);
        var made = body.get();
        scope.put(name, hidden);
        return made;
    }

    private String unique(String name) {
        return name.replaceFirst("_[0-9]+$", "") + "_" + fresh++;
    }

    private Expr expression() {
        if (accept("let")) {
            var name = next();
            expect("=");
            var value = binary(0);
            expect(";");
            var unique = unique(name);
            return bound(name, unique, () -> new Expr.Let(unique, value, expression()));
        }
        return binary(0);
    }

    private Expr binary(int level) {
        if (level == LEVELS.size()) {
            return postfix();
        }
        var left = binary(level + 1);
        while (LEVELS.get(level).contains(tokens.get(at))) {
            var op = next();
            left = new Expr.Apply(op, List.of(left, binary(level + 1)));
        }
        return left;
    }

    private Expr postfix() {
        var e = primary();
        while (tokens.get(at).startsWith(".$")) {
            e = new Expr.Field(e, Integer.parseInt(next().substring(2)));
        }
        return e;
    }

    private Expr primary() {
        var token = next();
        if (token.equals("(")) {
            var inner = expression();
            expect(")");
            return inner;
        } else if (token.equals("{")) {
            return new Expr.Struct(list("}"));
        } else if (token.equals("-") && Character.isDigit(tokens.get(at).charAt(0))) {
            return literal("-" + next());
        } else if (Character.isDigit(token.charAt(0)) || token.equals("true") || token.equals("false")) {
            return literal(token);
        } else if (List.of("appender", "merger", "dictmerger").contains(token)) {
            return builder(token);
        } else if (accept("(")) {
            return call(token);
        } else if (scope.get(token) != null) {
            return new Expr.Name(scope.get(token));
        }
        throw new Mistake("unknown name '" + token + "'");
    }

    private static Expr literal(String text) {
        boolean truth = text.equals("true") || text.equals("false");
        var type = truth ? Type.Scalar.BOOL : text.contains(".") ? Type.Scalar.F64 : Type.Scalar.I64;
        return new Expr.Literal(type, type == Type.Scalar.I64 && !text.endsWith("L") ? text + "L" : text);
    }

    private Expr builder(String kind) {
        expect("[");
        if (kind.equals("dictmerger")) {
            expect("i64");
            expect(",");
        }
        var of = scalar();
        var op = kind.equals("appender") ? "" : operator();
        expect("]");
        return new Expr.NewBuilder(new Type.Builder(kind, of, op));
    }

    private String operator() {
        expect(",");
        var op = next();
        if (!List.of("+", "*", "min", "max").contains(op)) {
            throw new Mistake("'" + op + "' is no commutative operator; use +, *, min or max");
        }
        return op;
    }

    private List<Expr> list(String end) {
        var parts = new ArrayList<Expr>();
        while (!accept(end)) {
            parts.add(expression());
            if (!tokens.get(at).equals(end)) {
                expect(",");
            }
        }
        return parts;
    }

    private Expr call(String function) {
        switch (function) {
            case "for", "map", "filter":
                return loop(function);
            case "result", "merge", "if":
                var args = list(")");
                arity(function, args, function.equals("result") ? 1 : function.equals("merge") ? 2 : 3);
                return function.equals("result") ? new Expr.Result(args.get(0))
                        : function.equals("merge") ? new Expr.Merge(args.get(0), args.get(1))
                        : new Expr.If(args.get(0), args.get(1), args.get(2));
            default:
                if (!FUNCTIONS.containsKey(function)) {
                    throw new Mistake("unknown function '" + function + "'");
                }
                var operands = list(")");
                arity(function, operands, FUNCTIONS.get(function));
                return new Expr.Apply(function, operands);
        }
    }

    private static void arity(String function, List<Expr> args, int want) {
        if (args.size() != want) {
            throw new Mistake(function + " takes " + want + " arguments, got " + args.size());
        }
    }

    /** A loop as it stands, or a macro; Weld infers the macros' element type, here it is written: map(v, f64, |x| x). */
    private Expr loop(String function) {
        var vectors = accept("zip") ? zipped() : List.of(expression());
        expect(",");
        if (function.equals("for")) {
            var builder = expression();
            expect(",");
            expect("|");
            var b = next();
            expect(",");
            var i = next();
            expect(",");
            var x = next();
            expect("|");
            return loop(vectors, builder, List.of(b, i, x));
        }
        if (function.equals("filter") && vectors.size() > 1) {
            throw new Mistake("filter takes one vector; a vector of structs is not in this subset");
        }
        var of = scalar();
        expect(",");
        expect("|");
        var x = next();
        expect("|");
        var unique = unique(x);
        var value = bound(x, unique, this::expression);
        expect(")");
        var b = new Expr.Name(unique("b"));
        Expr body = function.equals("map") ? new Expr.Merge(b, value)
                : new Expr.If(value, new Expr.Merge(b, new Expr.Name(unique)), b);
        var appender = new Expr.NewBuilder(new Type.Builder("appender", of, ""));
        return new Expr.Result(new Expr.For(vectors, appender, b.name(), unique("i"), unique, body));
    }

    private List<Expr> zipped() {
        expect("(");
        return list(")");
    }

    private Expr loop(List<Expr> vectors, Expr builder, List<String> params) {
        var unique = params.stream().map(this::unique).toList();
        var body = bound(params.get(0), unique.get(0), () -> bound(params.get(1), unique.get(1),
                () -> bound(params.get(2), unique.get(2), this::expression)));
        expect(")");
        return new Expr.For(vectors, builder, unique.get(0), unique.get(1), unique.get(2), body);
    }
}
