package weld;

import java.util.Set;
import java.util.TreeSet;

/** Names in an expression: those it takes from outside, and those it binds. */
final class Names {
    private Names() {}

    /** Names that an expression takes from outside. */
    static Set<String> free(Expr e) {
        var free = new TreeSet<String>();
        e.parts().forEach(part -> free.addAll(free(part)));
        if (e instanceof Expr.Name name) {
            free.add(name.name());
        } else if (e instanceof Expr.Let let) {
            free.remove(let.name()); // names are unique: the value cannot speak of its own
        } else if (e instanceof Expr.For loop) {
            free.removeAll(Set.of(loop.b(), loop.i(), loop.x()));
        }
        return free;
    }

    /** Names that an expression binds, at any depth. */
    static Set<String> bound(Expr e) {
        var bound = new TreeSet<String>();
        e.parts().forEach(part -> bound.addAll(bound(part)));
        if (e instanceof Expr.Let let) {
            bound.add(let.name());
        } else if (e instanceof Expr.For loop) {
            bound.addAll(Set.of(loop.b(), loop.i(), loop.x()));
        }
        return bound;
    }
}
