package autograd;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What produced a variable: where derivatives go next, and how to compute them; it never changes. */
public final class Fn {
    public final String name;
    final List<Fn> next; // one for each input; null where no derivative is wanted
    final Backward backward;
    final Variable leaf; // not null at the end of a path: where derivatives pile up
    static List<Fn> tape; // when it is on, every function that ever ran

    /** From the derivative of the output to those of the inputs. */
    interface Backward {
        List<Variable> of(Variable g);
    }

    Fn(String name, List<Fn> next, Backward backward, Variable leaf) {
        this.name = name;
        this.next = next;
        this.backward = backward;
        this.leaf = leaf;
        if (tape != null) {
            tape.add(this);
        }
    }

    // tag::saved[]
    /** A value that backward will need, with the version it had. */
    static final class Saved {
        private final Variable variable;
        private final int version;
        private final String by;

        Saved(Variable variable, String by) {
            this.variable = variable;
            this.version = variable.data.version;
            this.by = by;
        }

        Variable get() {
            if (variable.data.version != version) {
                throw new IllegalStateException("a value saved by " + by + " at version "
                        + version + " is at version " + variable.data.version
                        + ": it was changed in place");
            }
            return variable;
        }
    }
    // end::saved[]

    /** Functions that a variable keeps alive, its own included. */
    public static int reachable(Variable from) {
        return all(from.fn).size();
    }

    static Set<Fn> all(Fn root) {
        var seen = new LinkedHashSet<Fn>();
        var open = new ArrayList<Fn>();
        open.add(root);
        while (!open.isEmpty()) {
            var fn = open.remove(open.size() - 1);
            if (fn != null && seen.add(fn)) {
                open.addAll(fn.next);
            }
        }
        return seen;
    }

    /** Run something with a tape that keeps all functions, and return how many those are. */
    public static int taped(Runnable work) {
        tape = new ArrayList<>();
        try {
            work.run();
            return tape.size();
        } finally {
            tape = null;
        }
    }
}
