package dataflow;

import java.util.ArrayList;
import java.util.List;

/** A dataflow graph: vertices are operations, edges tensors or handles of state. */
public final class Graph {
    // tag::node[]
    /** One operation; it runs when its inputs are there, and where the device says. */
    public static final class Node {
        public final int id;
        public final String op;
        public final String name;
        public final List<Out> inputs = new ArrayList<>();
        public String device; // empty: wherever its inputs are
        final Object attribute;
        boolean inLoop;

        Node(int id, String op, String name, String device, Object attribute) {
            this.id = id;
            this.op = op;
            this.name = name;
            this.device = device;
            this.attribute = attribute;
        }

        /** One of its results; Switch has two, all others one. */
        public Out out(int port) {
            return new Out(this, port);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An edge's source. */
    public record Out(Node node, int port) {}
    // end::node[]

    public final List<Node> nodes = new ArrayList<>();
    public String device = ""; // of operations that are added from now on

    /** Add an operation; the name gets a number that makes it unique. */
    public Out add(String op, String name, String device, Object attribute, Out... inputs) {
        var node = new Node(nodes.size(), op, name + ":" + nodes.size(), device, attribute);
        node.inputs.addAll(List.of(inputs));
        nodes.add(node);
        return node.out(0);
    }

    /** Add an operation on the device that is set. */
    public Out add(String op, Out... inputs) {
        return add(op, op, device, null, inputs);
    }

    /** Read a variable where it is. */
    public Out read(Out variable) {
        return add("Read", "Read", "", null, variable);
    }

    /** Read some rows of a variable where it is; {@code rows} is a matrix of one row. */
    public Out gather(Out variable, Out rows) {
        return add("Gather", "Gather", "", null, variable, rows);
    }

    /** State that outlives a step: a matrix on a device; the result is a handle. */
    public Out variable(String name, String device, double[][] start) {
        return add("Variable", name, device, new Kernels.Ref(start));
    }

    /** A queue on a device; the result is a handle. */
    public Out queue(String name, String device) {
        return add("Queue", name, device, new Kernels.Ref(null));
    }

    /** A matrix that never changes. */
    public Out constant(double[][] value) {
        return add("Const", "Const", device, value);
    }

    /** A number. */
    public Out constant(double value) {
        return constant(new double[][] {{value}});
    }

    /** A body of a loop: from values to their successors, in order. */
    public interface Body {
        Out[] next(Out... values);
    }

    /** A test that says whether to go round again: a number above 0 means yes. */
    public interface Condition {
        Out test(Out... values);
    }

    // tag::loop[]
    /** A loop out of five primitives; returns the values after the last round. */
    public Out[] loop(Out[] start, Condition condition, Body body) {
        int first = nodes.size();
        var merged = new Out[start.length];
        for (int k = 0; k < start.length; k++) {
            merged[k] = add("Merge", add("Enter", start[k])); // <1>
        }
        var test = condition.test(merged);
        var switched = new Out[start.length];
        for (int k = 0; k < start.length; k++) {
            switched[k] = add("Switch", merged[k], test);
        }
        var again = new Out[start.length];
        for (int k = 0; k < start.length; k++) {
            again[k] = switched[k].node().out(1);
        }
        var next = body.next(again);
        for (int k = 0; k < start.length; k++) {
            merged[k].node().inputs.add(add("NextIteration", next[k])); // <2>
        }
        for (var node : nodes.subList(first, nodes.size())) {
            node.inLoop = node.op.equals("Enter")
                    || node.inputs.stream().anyMatch(in -> in.node().inLoop); // <3>
        }
        var exits = new Out[start.length];
        for (int k = 0; k < start.length; k++) {
            exits[k] = add("Exit", switched[k].node().out(0));
        }
        return exits;
    }
    // end::loop[]
}
