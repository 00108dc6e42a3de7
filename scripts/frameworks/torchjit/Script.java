package torchjit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Parses functions in a corner of Python: {@code def f(a, b): t = a * b; return t if sum(t) > 0 else -t}. Statements
 * are separated by a semicolon or a line break.
 */
public final class Script {
    private static final Pattern TOKEN = Pattern.compile(
            "[ \t]+|(?<token>[0-9]+(\\.[0-9]+)?|[A-Za-z_][A-Za-z_0-9]*|[-+*>=(),:]|[;\n]+)");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private int at;
    private Ir.Builder builder;

    private Script(String text) {
        var matcher = TOKEN.matcher(text);
        for (int end = 0; end < text.length(); end = matcher.end()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("cannot read '" + text.charAt(end) + "'");
            }
            if (matcher.group("token") != null) {
                tokens.add(matcher.group("token").isBlank() || matcher.group("token").startsWith(";") ? ";"
                        : matcher.group("token"));
            }
        }
        tokens.add("the end");
    }

    /** Parse a function; branches stay branches. */
    public static Ir.Graph parse(String text) {
        return new Script(text.strip()).function();
    }

    private boolean accept(String token) {
        boolean here = tokens.get(at).equals(token);
        at += here ? 1 : 0;
        return here;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("expected '" + token + "' but found '" + tokens.get(at) + "'");
        }
    }

    private Ir.Graph function() {
        expect("def");
        at++;
        expect("(");
        while (!accept(")")) {
            names.put(tokens.get(at++), names.size());
            accept(",");
        }
        expect(":");
        accept(";");
        int inputs = names.size();
        builder = new Ir.Builder(inputs);
        while (!accept("return")) {
            var name = tokens.get(at++);
            expect("=");
            names.put(name, expression());
            expect(";");
        }
        int out = expression();
        accept(";");
        expect("the end");
        return new Ir.Graph(inputs, new Ir.Block(builder.nodes, out));
    }

    // tag::branch[]
    /** yes if condition else no: both sides become blocks, each parsed on its own. */
    private int expression() {
        var outer = builder.nodes;
        builder.nodes = new ArrayList<>();
        int yes = comparison();
        if (!accept("if")) {
            outer.addAll(builder.nodes); // no branch after all
            builder.nodes = outer;
            return yes;
        }
        var yesBlock = new Ir.Block(builder.nodes, yes);
        builder.nodes = outer;
        int condition = comparison();
        expect("else");
        builder.nodes = new ArrayList<>();
        int no = expression();
        var noBlock = new Ir.Block(builder.nodes, no);
        builder.nodes = outer;
        return builder.add("if", 0, List.of(yesBlock, noBlock), condition);
    }
    // end::branch[]

    private int comparison() {
        int left = sum();
        return accept(">") ? builder.add("gt", 0, List.of(), left, sum()) : left;
    }

    private int sum() {
        int left = product();
        while (tokens.get(at).equals("+") || tokens.get(at).equals("-")) {
            var op = tokens.get(at++).equals("+") ? "add" : "sub";
            left = builder.add(op, 0, List.of(), left, product());
        }
        return left;
    }

    private int product() {
        int left = atom();
        while (accept("*")) {
            left = builder.add("mul", 0, List.of(), left, atom());
        }
        return left;
    }

    private int atom() {
        var token = tokens.get(at++);
        if (token.equals("(")) {
            int inner = expression();
            expect(")");
            return inner;
        } else if (token.equals("-")) {
            return builder.add("neg", 0, List.of(), atom());
        } else if (Character.isDigit(token.charAt(0))) {
            return builder.add("const", Double.parseDouble(token), List.of());
        } else if (Ir.UNARY.contains(token) || token.equals("sum")) {
            expect("(");
            int in = expression();
            expect(")");
            return builder.add(token, 0, List.of(), in);
        } else if (names.containsKey(token)) {
            return names.get(token);
        }
        throw new IllegalArgumentException("unknown name '" + token + "'");
    }
}
