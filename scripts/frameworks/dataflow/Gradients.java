package dataflow;

import dataflow.Graph.Node;
import dataflow.Graph.Out;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Differentiation as a library: it reads a graph and writes more graph, and the runtime knows nothing of it. */
public final class Gradients {
    private final Graph graph;
    private final Map<Out, Out> sums = new HashMap<>(); // of what arrived at an edge so far

    private Gradients(Graph graph) {
        this.graph = graph;
    }

    // tag::gradients[]
    /** Nodes that compute the derivatives of a sum; one for each of {@code by}. */
    public static List<Out> of(Graph graph, Out loss, List<Out> by) {
        var gradients = new Gradients(graph);
        gradients.arrive(loss, graph.add("Const", "one",
                loss.node().device, new double[][] {{1}}));
        var below = new ArrayList<>(Plan.prune(List.of(loss), by));
        below.sort((a, b) -> b.id - a.id);
        for (var node : below) {
            var arrived = gradients.sums.get(node.out(0));
            if (arrived != null && !by.contains(node.out(0))) {
                gradients.back(node, arrived);
            }
        }
        return by.stream().map(gradients.sums::get).toList();
    }

    /** Pass a derivative on to the inputs of an operation. */
    private void back(Node node, Out g) {
        var in = node.inputs;
        switch (node.op) {
            case "MatMul" -> {
                arrive(in.get(0), at(node, "MatMul", g, at(node, "Transpose", in.get(1))));
                arrive(in.get(1), at(node, "MatMul", at(node, "Transpose", in.get(0)), g));
            }
            case "Add", "Sub" -> {
                arrive(in.get(0), g);
                arrive(in.get(1), node.op.equals("Add") ? g : scale(node, g, -1));
            }
            case "Mul" -> {
                arrive(in.get(0), at(node, "Mul", g, in.get(1)));
                arrive(in.get(1), at(node, "Mul", g, in.get(0)));
            }
            case "Square" -> arrive(in.get(0),
                    scale(node, at(node, "Mul", g, in.get(0)), 2));
            case "Tanh" -> arrive(in.get(0), at(node, "TanhGrad", node.out(0), g));
            case "Sum" -> arrive(in.get(0), at(node, "SumGrad", in.get(0), g));
            case "Scale" -> arrive(in.get(0), scale(node, g, (Double) node.attribute));
            default -> { } // constants and state end the walk
        }
    }

    private void arrive(Out at, Out g) {
        sums.merge(at, g, (old, more) -> at(at.node(), "Add", old, more));
    }
    // end::gradients[]

    private Out at(Node beside, String op, Out... inputs) {
        return graph.add(op, "grad/" + op, beside.device, null, inputs);
    }

    private Out scale(Node beside, Out g, double factor) {
        return graph.add("Scale", "grad/Scale", beside.device, factor, g);
    }

    /** Updates for one step of gradient descent; whoever was gathered is scattered back. */
    public static List<Out> descend(Graph graph, Out loss, List<Out> by, double rate) {
        var gradients = of(graph, loss, by);
        var updates = new ArrayList<Out>();
        for (int k = 0; k < by.size(); k++) {
            var read = by.get(k).node();
            var delta = graph.add("Scale", "delta", "", rate, gradients.get(k));
            updates.add(read.op.equals("Gather")
                    ? graph.add("ScatterSub", "update", "", null, read.inputs.get(0), read.inputs.get(1), delta)
                    : graph.add("AssignSub", "update", "", null, read.inputs.get(0), delta));
        }
        return updates;
    }
}
