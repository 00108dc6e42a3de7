package gspmd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completes a few shardings to all; a sharding is a character per dimension: a mesh axis, or a dot for none. */
public final class Propagation {
    private final List<Node> program;
    private final Map<String, String> hints;
    private final Map<String, String> shardings = new LinkedHashMap<>();

    private Propagation(List<Node> program, Map<String, String> hints) {
        this.program = program;
        this.hints = hints;
    }

    // tag::propagate[]
    /** Hints stay, other tensors learn from their neighbours until nothing changes. */
    public static Map<String, String> complete(List<Node> program, Map<String, String> hints) {
        var all = new Propagation(program, hints);
        for (var node : program) {
            var none = ".".repeat(node.dims().length);
            all.shardings.put(node.name(), hints.getOrDefault(node.name(), none));
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var node : program) { // <1>
                changed |= node.kind() != Node.Kind.EINSUM && all.spread(node);
            }
            for (int i = 0; i < program.size() && !changed; i++) {
                var node = program.get(i);
                changed = node.kind() == Node.Kind.EINSUM && all.spread(node);
            }
        }
        return all.shardings;
    }

    /** Let equal letters of an operation agree; whether that changed anything. */
    private boolean spread(Node node) {
        boolean changed = false;
        for (int i = -1; i < node.inputs().size(); i++) {
            var from = shardings.get(tensor(node, i));
            for (int d = 0; d < from.length(); d++) {
                char letter = letters(node, i).charAt(d);
                char axis = from.charAt(d);
                for (int j = -1; j < node.inputs().size() && axis != '.'; j++) {
                    changed |= give(tensor(node, j), letters(node, j).indexOf(letter), axis);
                }
            }
        }
        return changed;
    }

    private boolean give(String tensor, int dim, char axis) {
        var now = shardings.get(tensor);
        boolean taken = dim < 0 || now.charAt(dim) != '.' || now.indexOf(axis) >= 0;
        if (taken || hints.containsKey(tensor)) { // <2>
            return false;
        }
        shardings.put(tensor, now.substring(0, dim) + axis + now.substring(dim + 1));
        return true;
    }
    // end::propagate[]

    private static String tensor(Node node, int i) {
        return i < 0 ? node.name() : node.inputs().get(i);
    }

    private static String letters(Node node, int i) {
        return i < 0 ? node.result() : node.input(i);
    }
}
