import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import torchjit.Ir;
import torchjit.Jit;
import torchjit.Machine;
import torchjit.Passes;
import torchjit.Script;
import torchjit.Tensor;

/** Two ways into the IR, the passes, the guard, and compiled code against interpreted. */
class TorchJitMiniTest {
    private static String random(long seed, int statements) {
        var random = new SplittableRandom(seed);
        var names = new ArrayList<>(List.of("a", "b", "2", "sum(a)"));
        var text = new StringBuilder("def f(a, b):\n");
        for (int k = 0; k < statements; k++) {
            var x = names.get(random.nextInt(names.size()));
            var y = names.get(random.nextInt(names.size()));
            var made =
                    switch (random.nextInt(6)) {
                        case 0 -> x + " * " + y;
                        case 1 -> "relu(" + x + " + " + y + ")";
                        case 2 -> "sigmoid(" + x + ") - " + y;
                        case 3 -> x + " if sum(" + y + ") > 0 else -(" + y + " + " + x + ")";
                        case 4 -> x + " * " + y + " - " + x + " * " + y;
                        default -> "-" + x + " * (3 + 4)";
                    };
            text.append("t").append(k).append(" = ").append(made).append("\n");
            names.add("t" + k);
        }
        return text + "return t" + (statements - 1);
    }

    private static double[] run(Ir.Graph graph, double[]... in) {
        return new Machine().run(graph, new Machine.Counters(), in);
    }

    @Property(tries = 300)
    void passesKeepEveryBitAndNeverAddWork(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int statements) {
        var graph = Script.parse(random(seed, statements));
        var a = TorchJitMini.random(7, seed);
        var b = TorchJitMini.random(7, seed + 1);
        var want = run(graph, a, b);
        long words = TorchJitMini.cost(graph, a, b).words;
        for (var next :
                List.<java.util.function.UnaryOperator<Ir.Graph>>of(
                        Passes::fold, Passes::share, Passes::sweep, Passes::fuse)) {
            graph = next.apply(graph);
            long now = TorchJitMini.cost(graph, a, b).words;

            assertThat(run(graph, a, b)).isEqualTo(want);
            assertThat(now).isLessThanOrEqualTo(words);
            words = now;
        }
    }

    @Property(tries = 100)
    void passesAreDoneAfterOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int statements) {
        var graph = Passes.fold(Script.parse(random(seed, statements)));

        assertThat(Passes.fold(graph)).isEqualTo(graph);
        assertThat(Passes.share(Passes.share(graph))).isEqualTo(Passes.share(graph));
        assertThat(Passes.sweep(Passes.sweep(graph))).isEqualTo(Passes.sweep(graph));
    }

    @Property(tries = 25)
    void compiledRunsAgreeWithTheFirstAndBailOutOnOtherLengths(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int statements) {
        var jit = Jit.script(Jit.log(), random(seed, statements));
        var a = TorchJitMini.random(5, seed);
        var b = TorchJitMini.random(5, seed + 1);
        var want = jit.run(a, b);

        assertThat(jit.run(a, b)).isEqualTo(want);
        assertThat(jit.bailouts).isZero();
        var longer = TorchJitMini.random(6, seed);
        assertThat(jit.run(longer, longer))
                .isEqualTo(run(Script.parse(random(seed, statements)), longer, longer));
        assertThat(jit.bailouts).isEqualTo(1);
    }

    @Property(tries = 50)
    void chainNeedsOneBufferWhenFused(
            @ForAll @IntRange(min = 1, max = 20) int k,
            @ForAll @IntRange(min = 1, max = 100) int n) {
        var graph = Script.parse(TorchJitMini.chain(k));
        var in = TorchJitMini.random(n, 1);
        var plain = TorchJitMini.cost(graph, in);
        var fused = TorchJitMini.cost(Passes.fuse(graph), in);

        assertThat(List.of(plain.buffers, plain.words)).containsExactly((long) k, 2L * k * n);
        assertThat(List.of(fused.buffers, fused.words)).containsExactly(1L, 2L * n);
    }

    @Example
    void traceAndScriptGiveTheSameGraph() {
        var a = new double[] {1, 2};

        assertThat(Tensor.trace(TorchJitMini.IN_JAVA, a, a))
                .isEqualTo(Script.parse(TorchJitMini.IN_TEXT));
    }

    @Example
    void traceFreezesTheBranchThatTheExampleTook() {
        var traced = Tensor.trace(TorchJitMini.BRANCH, new double[] {1});
        var scripted = Script.parse(TorchJitMini.BRANCH_TEXT);

        assertThat(run(traced, new double[] {-4})).containsExactly(-8);
        assertThat(run(scripted, new double[] {-4})).containsExactly(4);
        assertThat(run(scripted, new double[] {4})).containsExactly(8);
    }

    @Example
    void groupThatReadsThroughABranchIsNotTornApart() {
        var graph =
                Passes.fuse(
                        Script.parse(
                                "def f(a): t = a * a; u = t + 1; return u if sum(t) > 0 else t"));
        var in = new double[] {2, 3};

        assertThat(run(graph, in)).containsExactly(5, 10);
    }

    @Example
    void irPrintsLikeTorchScript() {
        assertThat(Ir.text(Script.parse("def f(a): return a * 2")))
                .isEqualTo("  %1 = const(2.0)\n  %2 = mul(%0, %1)\n  return %2\n");
    }

    @Example
    void traceRefusesVectorsFromOutside() {
        var outside = new Tensor(1, 2);

        assertThatThrownBy(() -> Tensor.trace(in -> in[0].add(outside), new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a vector from outside cannot be traced");
    }

    @Example
    void constantOfOneTraceIsNewInTheNext() {
        var two = new Tensor(2);
        Tensor.Function twice = in -> in[0].mul(two);

        assertThat(Tensor.trace(twice, new double[] {1}))
                .isEqualTo(Tensor.trace(twice, new double[] {5}));
    }

    @Example
    void infiniteConstantCompiles() {
        var big = "1" + "0".repeat(300);
        var jit = Jit.script(Jit.log(), "def f(a): return a * (" + big + " * " + big + ") + a");
        jit.run(new double[] {-1, 1});

        assertThat(jit.run(new double[] {-1, 1}))
                .containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Example
    void brokenFunctionsAreNamed() {
        refused("def f(a): return b", "unknown name 'b'");
        refused("def f(a): return a $ 2", "cannot read '$'");
        refused("def f(a): return (a", "expected ')' but found 'the end'");
        refused("def f(a): t = a", "expected ';' but found 'the end'");
        refused("f(a): return a", "expected 'def' but found 'f'");
        assertThatThrownBy(
                        () ->
                                run(
                                        Script.parse("def f(a, b): return a + b"),
                                        new double[2],
                                        new double[3]))
                .hasMessage("lengths 2 and 3 do not fit");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> Script.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
