package torchjit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The profiling executor: looks first, then optimizes for what it saw, and guards that. */
public final class Jit {
    private final Ir.Graph graph;
    private final Set<String> log;
    private final Machine machine = new Machine();
    private Ir.Graph optimized;
    private List<Integer> lengths = List.of();
    public final Machine.Counters counters = new Machine.Counters();
    public int bailouts;
    public final List<String> generated = new ArrayList<>();

    /** An executor of a graph; each step through the picture is noted in the log. */
    public Jit(Ir.Graph graph, Set<String> log) {
        this.graph = graph;
        this.log = log;
    }

    /** Trace a function of Java, through the left side of the picture. */
    public static Jit trace(Set<String> log, Tensor.Function function, double[]... example) {
        note(log, "PyTorch", "Python/C++", "Trace", "PyTorch IR");
        return new Jit(Tensor.trace(function, example), log);
    }

    /** Parse a function, through the right side of the picture. */
    public static Jit script(Set<String> log, String text) {
        note(log, "PyTorch", "TorchScript", "Parse", "PyTorch IR");
        return new Jit(Script.parse(text), log);
    }

    /** Run a function without any of this. */
    public static double[] eager(Set<String> log, Tensor.Function function, double[]... in) {
        note(log, "PyTorch", "Python/C++", "Execute");
        return function.of(Arrays.stream(in).map(Tensor::new).toArray(Tensor[]::new)).data;
    }

    /** Note the arrows along a way. */
    static void note(Set<String> log, String... way) {
        for (int k = 1; k < way.length; k++) {
            log.add(way[k - 1] + " -> " + way[k]);
        }
    }

    // tag::run[]
    /** The first run is watched; later ones are fast as long as nothing changes. */
    public double[] run(double[]... in) {
        var seen = Arrays.stream(in).map(array -> array.length).toList();
        note(log, "PyTorch IR", "Execute");
        if (optimized == null) {
            note(log, "PyTorch IR", "Profile", "PyTorch IR");
            lengths = seen;
            optimize();
            return machine.run(graph, new Machine.Counters(), in);
        } else if (!seen.equals(lengths)) { // the guard
            bailouts++;
            return machine.run(graph, new Machine.Counters(), in);
        }
        return machine.run(optimized, counters, in);
    }
    // end::run[]

    /** The graph after the passes, or as it came before the first run. */
    public Ir.Graph graph() {
        return optimized == null ? graph : optimized;
    }

    private void optimize() {
        note(log, "PyTorch IR", "Optimize", "PyTorch IR");
        optimized = Passes.fuse(Passes.sweep(Passes.share(Passes.fold(graph))));
        for (var group : Machine.groups(optimized.body())) {
            note(log, "PyTorch IR", "Lower", "TVM", "Compile", "PyTorch IR");
            var java = Machine.lower(group, lengthsOf(group));
            generated.add(java);
            machine.compile(group, lengthsOf(group), java);
        }
    }

    /** Lengths of what a group reads: those of inputs are known, all else is as long as the longest or one. */
    private List<Integer> lengthsOf(Ir.Node group) {
        var known = new Lengths(graph.inputs(), lengths).of(optimized.body());
        return group.in().stream().map(known::get).toList();
    }

    /** An empty log that keeps the order of first steps. */
    public static Set<String> log() {
        return new LinkedHashSet<>();
    }
}
