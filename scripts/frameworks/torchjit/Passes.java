package torchjit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import torchjit.Ir.Block;
import torchjit.Ir.Graph;
import torchjit.Ir.Node;

/** Graph in, better graph out. */
public final class Passes {
    private Passes() {}

    /** Operations on constants alone are constants. */
    public static Graph fold(Graph graph) {
        return new Graph(graph.inputs(), fold(graph.body(), new HashMap<>()));
    }

    private static Block fold(Block block, Map<Integer, Double> known) {
        var nodes = new ArrayList<Node>();
        for (var node : block.nodes()) {
            if (node.op().equals("const")) {
                known.put(node.id(), node.value());
            }
            if (Ir.pointwise(node.op()) && known.keySet().containsAll(node.in())) {
                double a = known.get(node.in().get(0));
                double b = known.get(node.in().get(node.in().size() - 1));
                double value = Ir.apply(node.op(), a, b);
                known.put(node.id(), value);
                nodes.add(new Node(node.id(), "const", List.of(), value, List.of()));
            } else {
                nodes.add(new Node(node.id(), node.op(), node.in(), node.value(),
                        node.blocks().stream().map(inner -> fold(inner, new HashMap<>(known))).toList()));
            }
        }
        return new Block(nodes, block.out());
    }

    // tag::cse[]
    /** Common subexpressions: what was computed before is not computed again. */
    public static Graph share(Graph graph) {
        var body = share(graph.body(), new HashMap<>(), new HashMap<>());
        return new Graph(graph.inputs(), body);
    }

    private static Block share(
            Block block, Map<Node, Integer> seen, Map<Integer, Integer> same) {
        var nodes = new ArrayList<Node>();
        for (var node : block.nodes()) {
            var in = node.in().stream().map(id -> same.getOrDefault(id, id)).toList();
            var inner = node.blocks().stream()
                    .map(b -> share(b, new HashMap<>(seen), same)).toList(); // <1>
            var key = new Node(-1, node.op(), in, node.value(), inner);
            var before = seen.putIfAbsent(key, node.id());
            if (before == null) {
                nodes.add(new Node(node.id(), node.op(), in, node.value(), inner));
            } else {
                same.put(node.id(), before);
            }
        }
        return new Block(nodes, same.getOrDefault(block.out(), block.out()));
    }
    // end::cse[]

    /** Dead code: what nobody reads goes. */
    public static Graph sweep(Graph graph) {
        var used = new HashSet<Integer>();
        return new Graph(graph.inputs(), sweep(graph.body(), used));
    }

    private static Block sweep(Block block, Set<Integer> used) {
        used.add(block.out());
        var nodes = new ArrayList<Node>();
        for (int k = block.nodes().size() - 1; k >= 0; k--) {
            var node = block.nodes().get(k);
            if (used.contains(node.id())) {
                used.addAll(node.in());
                var inner = node.blocks().stream().map(b -> sweep(b, used)).toList();
                nodes.add(0, new Node(node.id(), node.op(), node.in(), node.value(), inner));
            }
        }
        return new Block(nodes, block.out());
    }

    /** Fuse pointwise operations; constants go along. */
    public static Graph fuse(Graph graph) {
        return new Graph(graph.inputs(), fuse(graph.body(), Map.of()));
    }

    // tag::fuse[]
    /** An operation joins the group of its readers when all of them are in one. */
    private static Map<Integer, Integer> groups(Block block) {
        var group = new HashMap<Integer, Integer>();
        for (int k = block.nodes().size() - 1; k >= 0; k--) {
            var node = block.nodes().get(k);
            if (Ir.pointwise(node.op())) {
                var readers = new HashSet<Integer>();
                for (var reader : block.nodes()) {
                    if (reads(reader, node.id())) {
                        readers.add(group.getOrDefault(reader.id(), -1)); // <1>
                    }
                }
                boolean joins = readers.size() == 1 && !readers.contains(-1)
                        && block.out() != node.id();
                group.put(node.id(), joins ? readers.iterator().next() : node.id());
            }
        }
        return group;
    }
    // end::fuse[]

    private static boolean reads(Node node, int id) {
        return node.in().contains(id) || node.blocks().stream()
                .anyMatch(block -> block.out() == id || block.nodes().stream().anyMatch(inner -> reads(inner, id)));
    }

    private static Block fuse(Block block, Map<Integer, Node> outerConstants) {
        var constants = new HashMap<>(outerConstants);
        block.nodes().stream().filter(node -> node.op().equals("const")).forEach(c -> constants.put(c.id(), c));
        var group = groups(block);
        var nodes = new ArrayList<Node>();
        for (var node : block.nodes()) {
            int root = group.getOrDefault(node.id(), node.id());
            var members = block.nodes().stream().filter(n -> group.getOrDefault(n.id(), -1) == node.id()).toList();
            if (root != node.id()) {
                continue; // its group comes later, in one piece
            } else if (members.size() < 2) {
                nodes.add(new Node(node.id(), node.op(), node.in(), node.value(),
                        node.blocks().stream().map(inner -> fuse(inner, constants)).toList()));
            } else {
                nodes.add(group(node.id(), members, constants));
            }
        }
        return new Block(nodes, block.out());
    }

    private static Node group(int root, List<Node> members, Map<Integer, Node> constants) {
        var inside = new ArrayList<Node>();
        var outside = new LinkedHashSet<Integer>();
        var made = new HashSet<Integer>();
        for (var member : members) {
            for (int in : member.in()) {
                if (constants.containsKey(in) && made.add(in)) {
                    inside.add(constants.get(in));
                } else if (!made.contains(in)) {
                    outside.add(in);
                }
            }
            inside.add(member);
            made.add(member.id());
        }
        return new Node(root, "fused", List.copyOf(outside), 0, List.of(new Block(inside, root)));
    }
}
