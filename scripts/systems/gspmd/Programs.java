package gspmd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program for one device: it knows nothing of a mesh. */
public final class Programs {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Character, Integer> sizes = new LinkedHashMap<>();

    // tag::block[]
    /** Batch b, sequence s (or t), width h, heads n of width d, inner width f. */
    public static List<Node> block(int b, int s, int h, int n, int d, int f) {
        var p = new Programs();
        p.sizes.putAll(Map.of('b', b, 's', s, 't', s, 'h', h, 'n', n, 'd', d, 'f', f));
        p.input("x", "bsh").input("wq", "hnd").input("wk", "hnd").input("wv", "hnd");
        p.input("wo", "ndh").input("w1", "hf").input("w2", "fh");
        p.einsum("q", "bsh,hnd->bsnd", "x", "wq");
        p.einsum("k", "bth,hnd->btnd", "x", "wk");
        p.einsum("v", "bth,hnd->btnd", "x", "wv");
        p.einsum("scores", "bsnd,btnd->bnst", "q", "k");
        p.add("weights", Node.Kind.SOFTMAX, "bnst->bnsT", "scores"); // <1>
        p.einsum("heads", "bnst,btnd->bsnd", "weights", "v");
        p.einsum("attention", "bsnd,ndh->bsh", "heads", "wo");
        p.add("y", Node.Kind.ADD, "bsh,bsh->bsh", "x", "attention");
        p.einsum("inner", "bsh,hf->bsf", "y", "w1");
        p.add("active", Node.Kind.GELU, "bsf->bsf", "inner");
        p.einsum("mlp", "bsf,fh->bsh", "active", "w2");
        p.add("z", Node.Kind.ADD, "bsh,bsh->bsh", "y", "mlp");
        return List.copyOf(p.nodes);
    }
    // end::block[]

    private Programs input(String name, String letters) {
        return add(name, Node.Kind.INPUT, "->" + letters);
    }

    private Programs einsum(String name, String spec, String... inputs) {
        return add(name, Node.Kind.EINSUM, spec, inputs);
    }

    private Programs add(String name, Node.Kind kind, String spec, String... inputs) {
        var result = spec.substring(spec.indexOf("->") + 2);
        var dims = result.chars().map(letter -> sizes.get(Character.toLowerCase((char) letter))).toArray();
        nodes.add(new Node(name, kind, spec, List.of(inputs), dims));
        return this;
    }
}
