package dataflow;

import dataflow.Graph.Node;
import dataflow.Graph.Out;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a step will run, and where: a graph pruned to its fetches, placed, and cut at the borders of devices. */
public final class Plan {
    /** Operations of each device, those that send and receive included. */
    public final Map<String, List<Node>> parts = new TreeMap<>();
    final Map<Out, Out> moved = new HashMap<>(); // fetch in the graph, the same in the plan
    public int pairs;

    private Plan() {}

    // tag::prune[]
    /** The operations that the fetches need; whatever is fed needs nothing. */
    public static Set<Node> prune(Collection<Out> fetches, Collection<Out> feeds) {
        var needed = new LinkedHashSet<Node>();
        var open = new ArrayList<>(fetches);
        while (!open.isEmpty()) {
            var out = open.remove(open.size() - 1);
            if (needed.add(out.node()) && !feeds.contains(out)) {
                open.addAll(out.node().inputs);
            }
        }
        return needed;
    }
    // end::prune[]

    // tag::place[]
    /** A device for each operation: as told, beside its state, or beside its first input. */
    static Map<Node, String> place(Collection<Node> nodes, String fallback) {
        var devices = new HashMap<Node, String>();
        var inOrder = nodes.stream().sorted((a, b) -> a.id - b.id).toList();
        for (var node : inOrder) {
            var device = node.device;
            for (var input : node.inputs) {
                boolean state = isState(input.node());
                var there = devices.getOrDefault(input.node(), "");
                if (state && !device.isEmpty() && !device.equals(there)) {
                    throw new IllegalArgumentException("operation '" + node + "' asks for "
                            + device + " but its state is on " + there); // <1>
                }
                device = state || device.isEmpty() ? there : device;
            }
            devices.put(node, device.isEmpty() ? fallback : device);
        }
        return devices;
    }
    // end::place[]

    private static boolean isState(Node node) {
        return node.op.equals("Variable") || node.op.equals("Queue");
    }

    // tag::cut[]
    /** Prune, place, and put a pair of Send and Recv on every edge between devices. */
    public static Plan of(Collection<Out> fetches, Collection<Out> feeds, String fallback) {
        var plan = new Plan();
        var needed = prune(fetches, feeds);
        var devices = place(needed, fallback);
        var copies = new HashMap<Node, Node>();
        for (var node : needed) {
            copies.put(node, plan.put(node.op, node, devices.get(node)));
        }
        var received = new LinkedHashMap<String, Out>();
        for (var node : needed) {
            if (feeds.contains(node.out(0))) {
                continue;
            }
            var device = devices.get(node);
            for (var input : node.inputs) {
                var source = copies.get(input.node()).out(input.port());
                boolean local = devices.get(input.node()).equals(device);
                var key = input.node().id + "." + input.port() + " to " + device; // <1>
                copies.get(node).inputs.add(local ? source
                        : received.computeIfAbsent(key, k -> plan.pair(source, device)));
            }
        }
        fetches.forEach(out ->
                plan.moved.put(out, copies.get(out.node()).out(out.port())));
        return plan;
    }

    private Out pair(Out source, String device) {
        pairs++;
        var send = put("Send", source.node(), source.node().device);
        send.inputs.add(source);
        var receive = put("Recv", source.node(), device);
        receive.inputs.add(send.out(0)); // what the rendezvous will hand over
        return receive.out(0);
    }
    // end::cut[]

    private Node put(String op, Node like, String device) {
        var node = new Node(like.id, op, like.name, device, like.attribute);
        node.inLoop = like.inLoop;
        parts.computeIfAbsent(device, d -> new ArrayList<>()).add(node);
        return node;
    }

    /** Operations on all devices. */
    public int size() {
        return parts.values().stream().mapToInt(List::size).sum();
    }
}
