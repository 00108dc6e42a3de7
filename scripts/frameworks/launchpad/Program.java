package launchpad;

import java.util.ArrayList;
import java.util.List;

/** A distributed program as a graph: nodes, and edges from each node to those whose handles it was given. */
public final class Program {
    private final String name;
    private final List<CourierNode<?>> nodes = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    /** Start an empty program. */
    public Program(String name) {
        this.name = name;
    }

    /** Add a node to a group; its label is the group and its number in it. */
    public <T> Handle<T> addNode(String group, CourierNode<T> node) {
        if (group.isBlank() || nodes.contains(node)) {
            throw new IllegalArgumentException("a node is added once, to a group with a name");
        }
        var label = group + "/" + labels.stream().filter(other -> other.startsWith(group + "/")).count();
        nodes.add(node);
        labels.add(label);
        return new Handle<>(nodes.size() - 1, label, node.service());
    }

    /** Name of the program. */
    public String name() {
        return name;
    }

    /** Labels of the nodes in the order in which they were added. */
    public List<String> labels() {
        return List.copyOf(labels);
    }

    /** Edges as pairs of places in {@link #labels}: who calls, who is called. */
    public List<int[]> edges() {
        var edges = new ArrayList<int[]>();
        for (int from = 0; from < nodes.size(); from++) {
            for (var handle : nodes.get(from).handles()) {
                edges.add(new int[] {from, handle.index()});
            }
        }
        return edges;
    }

    List<CourierNode<?>> nodes() {
        return nodes;
    }
}
