package weld;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import weld.Expr.Field;
import weld.Expr.For;
import weld.Expr.Let;
import weld.Expr.Name;
import weld.Expr.Program;
import weld.Expr.Result;
import weld.Expr.Struct;

/** Rewrites a program until no rule applies: bindings used once are inlined, and loops fused two ways. */
public final class Optimizer {
    private Optimizer() {}

    // tag::passes[]
    /** Apply the passes that are switched on to a fixed point. */
    public static Program optimize(Program program, boolean vertical, boolean horizontal) {
        var body = program.body();
        for (Expr before = null; !body.equals(before); ) {
            before = body;
            body = everywhere(body, Optimizer::inline);
            if (horizontal) {
                body = everywhere(body, Optimizer::horizontal); // <1>
            }
            if (vertical) {
                body = everywhere(body, Optimizer::vertical);
            }
        }
        return new Program(program.names(), program.types(), body);
    }
    // end::passes[]

    private static Expr vertical(Expr e) {
        return e instanceof For loop ? Vertical.fuse(loop) : e;
    }

    private static Expr everywhere(Expr e, UnaryOperator<Expr> rule) {
        return rule.apply(e.with(part -> everywhere(part, rule)));
    }

    /** A binding used once, or never, or that only renames, needs no name; a field of a struct is its field. */
    static Expr inline(Expr e) {
        if (e instanceof Let let) {
            int uses = let.body().uses(let.name());
            boolean cheap = let.value() instanceof Name || let.value() instanceof Expr.Literal;
            if (uses == 0 || cheap || uses == 1 && !inLoop(let.body(), let.name())) {
                return let.body().replace(let.name(), let.value());
            }
        }
        return e instanceof Field field && field.of() instanceof Struct struct
                ? struct.fields().get(field.index()) : e;
    }

    /** The same expression with no field taken of a struct that is written out. */
    static Expr fields(Expr e) {
        return everywhere(e, part -> part instanceof Field ? inline(part) : part);
    }

    /** Whether the name occurs in the body of a loop, where inlining would repeat the work. */
    private static boolean inLoop(Expr e, String name) {
        return e instanceof For loop && loop.body().uses(name) > 0
                || e.parts().stream().anyMatch(part -> inLoop(part, name));
    }

    // tag::horizontal[]
    /** Two results of loops over the same vectors: one loop that fills both builders. */
    static Expr horizontal(Expr e) {
        if (e instanceof Struct struct) {
            return named(struct);
        } else if (!(e instanceof Let let) || loop(let.value()).isEmpty()) {
            return e;
        }
        var first = (Let) e;
        var one = loop(first.value()).get();
        var partner = partner(first.body(), Names.bound(first), one);
        if (partner.isEmpty()) {
            return e;
        }
        var two = loop(partner.get()).get();
        var pair = first.name() + "p";
        var b = new Name(one.b());
        var both = new For(one.vectors(), new Struct(List.of(one.builder(), two.builder())),
                one.b(), one.i(), one.x(), new Struct(List.of(
                        one.body().replace(one.b(), new Field(b, 0)),
                        two.body().replace(two.b(), new Field(b, 1))
                                .replace(two.i(), new Name(one.i()))
                                .replace(two.x(), new Name(one.x())))));
        var second = first.name() + "q";
        return new Let(pair, both,
                new Let(first.name(), new Result(new Field(new Name(pair), 0)),
                        new Let(second, new Result(new Field(new Name(pair), 1)),
                                swap(first.body(), partner.get(), new Name(second)))));
    }
    // end::horizontal[]

    /** Results side by side in a struct are as good as results in a row: give one a name and look again. */
    private static Expr named(Struct struct) {
        for (var field : struct.fields()) {
            if (loop(field).isPresent()) {
                var name = loop(field).get().b() + "r";
                var let = new Let(name, field, swap(struct, field, new Name(name)));
                if (!horizontal(let).equals(let)) {
                    return horizontal(let);
                }
            }
        }
        return struct;
    }

    private static Optional<For> loop(Expr e) {
        return e instanceof Result result && result.builder() instanceof For loop
                && loop.builder() instanceof Expr.NewBuilder ? Optional.of(loop) : Optional.empty();
    }

    /** A later result over the same vectors whose loop depends on nothing bound in between. */
    private static Optional<Expr> partner(Expr e, Set<String> between, For one) {
        var here = loop(e).filter(two -> two.vectors().equals(one.vectors())
                && Names.free(two).stream().noneMatch(between::contains));
        if (here.isPresent()) {
            return Optional.of(e);
        }
        return e instanceof For ? Optional.empty()
                : e.parts().stream().map(part -> partner(part, between, one)).flatMap(Optional::stream).findFirst();
    }

    private static Expr swap(Expr e, Expr old, Expr by) {
        return e.equals(old) ? by : e.with(part -> swap(part, old, by));
    }
}
