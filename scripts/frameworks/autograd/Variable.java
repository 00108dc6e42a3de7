package autograd;

import autograd.Fn.Saved;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A matrix and a pointer to the function that made it; the pointer moves, the function does not. */
public final class Variable {
    final Storage data;
    Fn fn; // null: nothing here is to be differentiated
    public Variable grad; // of a leaf, after backward
    private static boolean recording = true;

    private Variable(Storage data, Fn fn) {
        this.data = data;
        this.fn = fn;
    }

    /** Numbers that are not differentiated by. */
    public static Variable constant(int rows, int columns, double... data) {
        return new Variable(new Storage(rows, columns, data), null);
    }

    /** Numbers whose derivative is wanted. */
    public static Variable leaf(int rows, int columns, double... data) {
        var leaf = constant(rows, columns, data);
        leaf.fn = new Fn("leaf", List.of(), g -> List.of(), leaf);
        return leaf;
    }

    /** A copy of the numbers, row by row. */
    public double[] values() {
        return data.data.clone();
    }

    /** The same numbers without their past. */
    public Variable detach() {
        return new Variable(data, null);
    }

    // tag::apply[]
    /** Wrap a result: what made it is kept only if somebody may ask for derivatives. */
    private static Variable made(
            String name, Storage result, Fn.Backward backward, Variable... inputs) {
        boolean wanted = recording && Arrays.stream(inputs).anyMatch(in -> in.fn != null);
        var next = new ArrayList<Fn>();
        for (var in : inputs) {
            next.add(in.fn);
        }
        return new Variable(result, wanted ? new Fn(name, next, backward, null) : null);
    }

    /** Product of matrices. */
    public Variable matmul(Variable other) {
        var a = new Saved(this, "matmul");
        var b = new Saved(other, "matmul");
        return made("matmul", data.multiply(other.data), g -> List.of(
                g.matmul(b.get().transpose()),
                a.get().transpose().matmul(g)), this, other);
    }

    public Variable tanh() {
        var self = new Saved[1]; // the result, which is what backward needs
        var out = made("tanh", data.map(StrictMath::tanh), g -> {
            var y = self[0].get();
            return List.of(g.sub(g.mul(y).mul(y)));
        }, this);
        self[0] = new Saved(new Variable(out.data, out.fn), "tanh");
        return out;
    }
    // end::apply[]

    public Variable add(Variable other) {
        return made("add", data.zip(other.data, (x, y) -> x + y), g -> List.of(g, g), this, other);
    }

    public Variable sub(Variable other) {
        return made("sub", data.zip(other.data, (x, y) -> x - y), g -> List.of(g, g.scale(-1)), this, other);
    }

    /** Product element by element. */
    public Variable mul(Variable other) {
        var a = new Saved(this, "mul");
        var b = new Saved(other, "mul");
        return made("mul", data.zip(other.data, (x, y) -> x * y),
                g -> List.of(g.mul(b.get()), g.mul(a.get())), this, other);
    }

    /** Every element times a number. */
    public Variable scale(double by) {
        return made("scale", data.map(x -> x * by), g -> List.of(g.scale(by)), this);
    }

    public Variable transpose() {
        return made("transpose", data.transpose(), g -> List.of(g.transpose()), this);
    }

    /** Sum of all elements. */
    public Variable sum() {
        return made("sum", data.sum(), g -> List.of(g.spread(data.rows, data.columns)), this);
    }

    private Variable spread(int rows, int columns) {
        return made("spread", data.spread(rows, columns), g -> List.of(g.sum()), this);
    }

    // tag::in-place[]
    /** Multiply in place: numbers change, their version grows, the pointer moves. */
    public Variable scaleInPlace(double by) {
        if (fn != null && fn.leaf != null) {
            throw new IllegalStateException("a leaf whose derivative is wanted"
                    + " cannot be changed in place");
        }
        for (int i = 0; i < data.data.length; i++) {
            data.data[i] *= by;
        }
        data.version++;
        fn = fn == null ? null
                : new Fn("scale", List.of(fn), g -> List.of(g.scale(by)), null);
        return this;
    }
    // end::in-place[]

    /** Derivatives of this sum by all leaves behind it are added to their {@code grad}. */
    public void backward() {
        boolean before = recording;
        recording = false;
        try {
            propagate();
        } finally {
            recording = before;
        }
    }

    /** Like {@code backward}, but the derivatives can be differentiated again. */
    public void backwardAgain() {
        propagate();
    }

    // tag::engine[]
    /** A function runs when all its readers have spoken; what they said is added up. */
    private void propagate() {
        if (fn == null || data.data.length != 1) {
            throw new IllegalStateException("backward starts at a sum of something wanted");
        }
        Map<Fn, Integer> waiting = new HashMap<>();
        for (var f : Fn.all(fn)) {
            f.next.stream().filter(to -> to != null)
                    .forEach(to -> waiting.merge(to, 1, Integer::sum));
        }
        Map<Fn, Variable> arrived = new HashMap<>(Map.of(fn, constant(1, 1, 1)));
        var ready = new ArrayDeque<Fn>(List.of(fn));
        while (!ready.isEmpty()) {
            var f = ready.remove();
            var g = arrived.remove(f);
            if (f.leaf != null) {
                f.leaf.grad = f.leaf.grad == null ? g : f.leaf.grad.add(g);
            }
            var parts = f.backward.of(g);
            for (int k = 0; k < parts.size(); k++) {
                var to = f.next.get(k);
                if (to != null) {
                    arrived.merge(to, parts.get(k), Variable::add); // <1>
                    if (waiting.merge(to, -1, Integer::sum) == 0) {
                        ready.add(to);
                    }
                }
            }
        }
    }
    // end::engine[]

    /** Start counting operations from 0. */
    public static void resetOperations() {
        Storage.operations = 0;
    }

    /** Operations since the count was reset. */
    public static long operations() {
        return Storage.operations;
    }
}
