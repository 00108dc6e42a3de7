package torchjit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lengths of all values of a graph, from those of its inputs: shape propagation in one dimension. */
final class Lengths {
    private final Map<Integer, Integer> known = new HashMap<>();

    Lengths(int inputs, List<Integer> lengths) {
        for (int k = 0; k < inputs; k++) {
            known.put(k, lengths.get(k));
        }
    }

    Map<Integer, Integer> of(Ir.Block block) {
        for (var node : block.nodes()) {
            node.blocks().forEach(this::of);
            int length = node.in().stream().mapToInt(known::get).max().orElse(1);
            known.put(node.id(), node.op().equals("sum") ? 1 : node.op().equals("if")
                    ? node.blocks().stream().mapToInt(inner -> known.get(inner.out())).max().orElse(1) : length);
        }
        return known;
    }
}
