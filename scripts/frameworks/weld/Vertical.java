package weld;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import weld.Expr.Field;
import weld.Expr.For;
import weld.Expr.If;
import weld.Expr.Let;
import weld.Expr.Merge;
import weld.Expr.Name;
import weld.Expr.Struct;

/** Vertical fusion: a loop over what other loops append becomes one loop that never stores it. */
final class Vertical {
    private Vertical() {}

    private static final Expr HOLE = new Name("hole");

    // tag::fuse[]
    /** Let the consumer's body take the place of the producers' merges. */
    static Expr fuse(For outer) {
        var producers = outer.vectors().stream().map(Vertical::producer).toList();
        boolean maps = producers.stream().allMatch(p -> p == null || isMap(p.body()));
        boolean none = producers.stream().allMatch(p -> p == null);
        boolean plain = producers.contains(null);
        if (none || !maps && (plain || outer.body().uses(outer.i()) > 0)) {
            return outer; // <1>
        }
        var vectors = new LinkedHashSet<Expr>();
        for (int k = 0; k < producers.size(); k++) {
            var p = producers.get(k);
            vectors.addAll(p == null ? List.of(outer.vectors().get(k)) : p.vectors());
        }
        var over = List.copyOf(vectors);
        var first = producers.stream().filter(p -> p != null).findFirst().orElseThrow();
        var values = new ArrayList<Expr>();
        var guards = new LinkedHashSet<Expr>(); // bodies with a hole where they merge
        for (int k = 0; k < producers.size(); k++) {
            var p = producers.get(k);
            if (p == null) {
                values.add(element(over, outer.vectors().get(k), first.x()));
            } else {
                var body = Optimizer.fields(p.body()
                        .replace(p.x(), elements(over, p, first.x()))
                        .replace(p.i(), new Name(first.i())));
                boolean map = isMap(body);
                values.add(map ? fill(body, merged(body), null) : merged(body));
                guards.add(map ? HOLE : fill(body, HOLE, new Name(outer.b())));
            }
        }
        if (guards.size() > 1) {
            return outer; // <2>
        }
        var body = bind(outer, values).replace(outer.i(), new Name(first.i()));
        var fused = fill(guards.iterator().next(), body, new Name(outer.b()));
        return new For(over, outer.builder(), outer.b(), first.i(), first.x(), fused);
    }
    // end::fuse[]

    /** The loop behind a vector if it only appends, at most once per element; else null. */
    private static For producer(Expr vector) {
        boolean appends = vector instanceof Expr.Result result && result.builder() instanceof For loop
                && loop.builder() instanceof Expr.NewBuilder made && made.type().kind().equals("appender")
                && mergesOnce(loop.body(), new Name(loop.b()));
        return appends ? (For) ((Expr.Result) vector).builder() : null;
    }

    static boolean mergesOnce(Expr body, Expr b) {
        if (body instanceof If branch) {
            return branch.no().equals(b) && mergesOnce(branch.yes(), b);
        }
        return body instanceof Let let ? mergesOnce(let.body(), b)
                : body instanceof Merge merge && merge.builder().equals(b);
    }

    private static boolean isMap(Expr body) {
        return body instanceof Let let ? isMap(let.body()) : body instanceof Merge;
    }

    private static Expr merged(Expr body) {
        return body instanceof If branch ? merged(branch.yes())
                : body instanceof Let let ? merged(let.body()) : ((Merge) body).value();
    }

    /** Put an expression where the body merges, and a builder where it does not. */
    private static Expr fill(Expr body, Expr hole, Expr b) {
        if (body instanceof If branch) {
            return new If(branch.condition(), fill(branch.yes(), hole, b), b);
        }
        return body instanceof Let let ? new Let(let.name(), let.value(), fill(let.body(), hole, b)) : hole;
    }

    /** The consumer's body, with the merged values in place of the elements it would have read back. */
    private static Expr bind(For outer, List<Expr> values) {
        if (values.size() == 1) {
            return new Let(outer.x(), values.get(0), outer.body());
        }
        var names = new ArrayList<Expr>();
        for (int k = 0; k < values.size(); k++) {
            names.add(new Name(outer.x() + "_" + k));
        }
        Expr body = outer.body().replace(outer.x(), new Struct(List.copyOf(names)));
        for (int k = values.size() - 1; k >= 0; k--) {
            body = new Let(outer.x() + "_" + k, values.get(k), body);
        }
        return body;
    }

    private static Expr element(List<Expr> over, Expr vector, String x) {
        return over.size() == 1 ? new Name(x) : new Field(new Name(x), over.indexOf(vector));
    }

    private static Expr elements(List<Expr> over, For p, String x) {
        var elements = p.vectors().stream().map(vector -> element(over, vector, x)).toList();
        return elements.size() == 1 ? elements.get(0) : new Struct(elements);
    }
}
