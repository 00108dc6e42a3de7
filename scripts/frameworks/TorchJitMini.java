///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Trace and script functions into one IR, run passes, fuse, compile, guard, and draw where the way went.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java inmemory/Source.java
//SOURCES torchjit/Ir.java torchjit/Jit.java torchjit/Lengths.java torchjit/Machine.java torchjit/Passes.java
//SOURCES torchjit/Script.java torchjit/Tensor.java

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import torchjit.Ir;
import torchjit.Jit;
import torchjit.Machine;
import torchjit.Passes;
import torchjit.Script;
import torchjit.Tensor;

/** PyTorch's JIT in small: two ways in, one representation, three loops around it, one way out. */
class TorchJitMini {
    // tag::two-ways[]
    /** A function of Java, for a trace to follow, and the same as text, for a parser. */
    static final Tensor.Function IN_JAVA = in -> {
        var a = in[0];
        var b = in[1];
        var left = a.mul(b).sigmoid().mul(new Tensor(1).add(new Tensor(1)));
        var unused = a.sub(b);
        return left.add(a.mul(b).sigmoid().relu());
    };

    static final String IN_TEXT = """
            def f(a, b):
                left = sigmoid(a * b) * (1 + 1)
                unused = a - b
                return left + relu(sigmoid(a * b))
            """;
    // end::two-ways[]

    // tag::branch[]
    /** Double what is positive in sum, negate the rest: a branch that depends on data. */
    static final Tensor.Function BRANCH = in ->
            in[0].sum().data[0] > 0 ? in[0].mul(new Tensor(2)) : in[0].neg();

    static final String BRANCH_TEXT =
            "def f(a): return a * 2 if sum(a) > 0 else -a";
    // end::branch[]

    /** The sixteen arrows of the picture, as text. */
    static final Set<String> PICTURE = new TreeSet<>(List.of("PyTorch -> Python/C++", "PyTorch -> TorchScript",
            "Python/C++ -> Execute", "Python/C++ -> Trace", "Trace -> PyTorch IR", "TorchScript -> Parse",
            "Parse -> PyTorch IR", "PyTorch IR -> Execute", "PyTorch IR -> Optimize", "Optimize -> PyTorch IR",
            "PyTorch IR -> Profile", "Profile -> PyTorch IR", "PyTorch IR -> Lower", "Lower -> TVM", "TVM -> Compile",
            "Compile -> PyTorch IR"));

    static double[] random(int n, long seed) {
        return new SplittableRandom(seed).doubles(n, -2, 2).toArray();
    }

    /** A chain of so many operations with one input each. */
    static String chain(int operations) {
        var text = "a";
        for (int k = 0; k < operations; k++) {
            text = List.of("relu", "sigmoid", "-").get(k % 3) + "(" + text + ")";
        }
        return "def f(a): return " + text;
    }

    /** Counters of one run of a graph as it is. */
    static Machine.Counters cost(Ir.Graph graph, double[]... in) {
        var counters = new Machine.Counters();
        new Machine().run(graph, counters, in);
        return counters;
    }

    public static void main(String... argv) {
        var args = new Args("torch-jit-mini", "Trace, script, optimize, fuse and compile functions of vectors.");
        var n = args.whole("length", 1000, 1, 1_000_000, "numbers in a vector");
        var longest = args.whole("chain", 8, 1, 24, "operations in the longest chain");
        var seed = args.whole("seed", 1, 0, 1_000_000, "of the numbers");
        args.read(argv);
        var facts = new Facts("torch-jit-mini");
        var log = Jit.log();
        var a = random(n.getAsInt(), seed.getAsInt());
        var b = random(n.getAsInt(), seed.getAsInt() + 1L);
        var traced = Jit.trace(log, IN_JAVA, a, b);
        var scripted = Jit.script(log, IN_TEXT);
        facts.value("same-ir", traced.graph().equals(scripted.graph()) ? 1 : 0, "");
        passes(facts, Script.parse(IN_TEXT), a, b);
        var eager = Jit.eager(log, IN_JAVA, a, b);
        int differ = 0;
        for (int run = 0; run < 3; run++) {
            differ += Arrays.equals(eager, traced.run(a, b)) && Arrays.equals(eager, scripted.run(a, b)) ? 0 : 1;
        }
        facts.value("differences", differ, "");
        scripted.run(new double[] {1, 2}, new double[] {3});
        facts.value("bailouts", scripted.bailouts, "");
        var missed = new TreeSet<>(PICTURE);
        missed.removeAll(log);
        var added = new TreeSet<>(log);
        added.removeAll(PICTURE);
        facts.value("arrows", log.size(), "");
        facts.value("arrows-wrong", missed.size() + added.size(), "");
        var readme = Jit.script(log, "def f(a, b, c): return a * b + c");
        readme.run(a, b, a);
        readme.run(a, b, a);
        facts.value("readme-kernels", readme.counters.kernels, "");
        branch(facts, log);
        chains(facts, longest.getAsInt(), a);
        facts.exactly("same-ir", 1, "pytorch-tvm, pt_execution.png", "Trace and Parse lead to one IR");
        facts.exactly("differences", 0, "pytorch-tvm, README", "what cannot be compiled falls back; results agree");
        facts.exactly("arrows-wrong", 0, "pytorch-tvm, pt_execution.png", "arrows of the picture, each walked");
        facts.exactly("readme-kernels", 1, "pytorch-tvm, README", "a multiplication and an addition, one kernel");
        facts.finish();
    }

    private static void passes(Facts facts, Ir.Graph graph, double[] a, double[] b) {
        var table = Table.of("after|%s", "nodes|%d", "kernels|%d", "buffers|%d", "words per element|%.1f");
        var names = List.of("parsing", "folding", "sharing", "sweeping", "fusing");
        for (int pass = 0; pass < names.size(); pass++) {
            graph = pass == 1 ? Passes.fold(graph) : pass == 2 ? Passes.share(graph) : pass == 3 ? Passes.sweep(graph)
                    : pass == 4 ? Passes.fuse(graph) : graph;
            var cost = cost(graph, a, b);
            table.row(names.get(pass), Ir.size(graph.body()), cost.kernels, cost.buffers,
                    (double) cost.words / a.length);
            facts.value("nodes-" + names.get(pass), Ir.size(graph.body()), "");
            facts.value("kernels-" + names.get(pass), cost.kernels, "");
            if (pass == 0 || pass > 2) {
                System.out.print("after " + names.get(pass) + ":\n" + Ir.text(graph));
            }
        }
        System.out.print("\n" + table.text() + "\n");
    }

    private static void branch(Facts facts, Set<String> log) {
        var positive = new double[] {3, -1};
        var negative = new double[] {-3, 1};
        var want = BRANCH.of(new Tensor(negative)).data;
        var traced = Jit.trace(log, BRANCH, positive);
        var scripted = Jit.script(log, BRANCH_TEXT);
        traced.run(positive);
        scripted.run(positive);
        facts.value("trace-on-other-side", traced.run(negative)[0], "");
        facts.value("right-on-other-side", want[0], "");
        facts.value("trace-right", Arrays.equals(traced.run(negative), want) ? 1 : 0, "");
        facts.value("script-right", Arrays.equals(scripted.run(negative), want) ? 1 : 0, "");
    }

    private static void chains(Facts facts, int longest, double[] a) {
        var figure = Plot.of("Two lines over the length of a chain: operation by operation the traffic grows in"
                        + " proportion, fused it stays at two numbers for each element.")
                .axis("x", "pointwise operations in the chain").axis("y", "numbers read and written per element")
                .axis("color", "execution").columns("k", "words", "how").map("x", "k").map("y", "words")
                .map("color", "how");
        int wrong = 0;
        for (int k = 1; k <= longest; k++) {
            var graph = Script.parse(chain(k));
            var plain = cost(graph, a);
            var fused = cost(Passes.fuse(graph), a);
            wrong += plain.words == 2L * k * a.length && plain.buffers == k && fused.words == 2L * a.length
                    && fused.buffers == 1 ? 0 : 1;
            figure.row(k, (double) plain.words / a.length, "one by one").row(k, (double) fused.words / a.length, "fused");
        }
        facts.value("chains-wrong", wrong, "");
        facts.figure("chain", figure.layer("line").layer("point").set("size", 3));
    }
}
