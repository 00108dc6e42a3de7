import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import weld.Check;
import weld.Compiled;
import weld.Expr;
import weld.Frames;
import weld.Interpreter;
import weld.Lazy;
import weld.Optimizer;
import weld.Parser;
import weld.Traffic;
import weld.Vectors;

/** The language, its rules, its two fusions, and the Java that comes out. */
class MiniWeldTest {
    private static final double[] DATA = {3, -1, 4, -1, 5, -9, 2, 6};

    private static Object run(String text, Object... inputs) {
        return Interpreter.run(checked(Parser.parse(text)), new Traffic(), inputs);
    }

    private static Expr.Program checked(Expr.Program program) {
        assertThat(Check.of(program)).isNotNull();
        return program;
    }

    /** A chain of random calls to both libraries over one vector, with two results. */
    private static Lazy.Workflow random(int calls, long seed, double[] data) {
        var random = new SplittableRandom(seed);
        var made = new ArrayList<>(List.of(Lazy.of("data", data)));
        for (int k = 0; k < calls; k++) {
            var one = made.get(random.nextInt(made.size()));
            double by = 1 + random.nextInt(5);
            made.add(
                    switch (random.nextInt(5)) {
                        case 0 -> Vectors.divide(one, by);
                        case 1 -> Vectors.assignWhere(one, ">=", by, -by);
                        case 2 -> Vectors.weighted(one, Vectors.divide(one, by), one, 1, 2, by);
                        case 3 -> Frames.where(one, Frames.greater(one, by - 3));
                        default -> {
                            var mask = Frames.greater(one, by - 2);
                            yield Vectors.weighted(
                                    Frames.where(one, mask),
                                    Frames.where(Vectors.divide(one, 2), mask),
                                    Frames.where(one, mask),
                                    by,
                                    1,
                                    1);
                        }
                    });
        }
        var last = made.get(made.size() - 1);
        return Lazy.workflow(
                Vectors.sum(last), Vectors.max(last), Vectors.sum(made.get(made.size() / 2)), last);
    }

    @Property(tries = 200)
    void everyPlanOfRandomProgramGivesTheSameBits(
            @ForAll @IntRange(min = 1, max = 8) int calls,
            @ForAll @IntRange(min = 0, max = 20) int length,
            @ForAll long seed) {
        var data = new SplittableRandom(seed).doubles(length, -5, 5).toArray();
        var workflow = random(calls, seed, data);
        var program = checked(Parser.parse(workflow.text()));
        var plain = new Traffic();
        var want = Interpreter.run(program, plain, workflow.inputs());

        for (int plan = 0; plan < 4; plan++) {
            var optimized = checked(Optimizer.optimize(program, plan % 2 == 1, plan >= 2));
            var traffic = new Traffic();
            var got = Interpreter.run(optimized, traffic, workflow.inputs());

            assertThat(got).usingRecursiveComparison().isEqualTo(want);
            assertThat(traffic.loops).isLessThanOrEqualTo(plain.loops);
            assertThat(traffic.written).isLessThanOrEqualTo(plain.written);
        }
    }

    @Property(tries = 25)
    void compiledProgramAgreesWithInterpreterInResultAndTraffic(
            @ForAll @IntRange(min = 1, max = 6) int calls, @ForAll long seed) {
        var data = new SplittableRandom(seed).doubles(17, -5, 5).toArray();
        var workflow = random(calls, seed, data);
        var program = Optimizer.optimize(Parser.parse(workflow.text()), true, true);
        var interpreted = new Traffic();
        var compiled = new Traffic();

        assertThat(Compiled.of(program).run(compiled, workflow.inputs()))
                .usingRecursiveComparison()
                .isEqualTo(Interpreter.run(program, interpreted, workflow.inputs()));
        assertThat(compiled).usingRecursiveComparison().isEqualTo(interpreted);
    }

    @Property(tries = 100)
    void printedProgramReadsBackAsTheSameProgram(
            @ForAll @IntRange(min = 1, max = 8) int calls, @ForAll long seed) {
        var workflow = random(calls, seed, DATA);
        var program = Optimizer.optimize(Parser.parse(workflow.text()), true, true);

        assertThat(run(program.toString(), workflow.inputs()))
                .usingRecursiveComparison()
                .isEqualTo(Interpreter.run(program, new Traffic(), workflow.inputs()));
    }

    @Property(tries = 60)
    void crimeIndexIsOneLoopOverThreeColumns(
            @ForAll @IntRange(min = 1, max = 400) int cities,
            @ForAll @IntRange(min = 0, max = 2_100_000) int threshold,
            @ForAll @IntRange(min = 0, max = 99) int seed) {
        var table = MiniWeld.cities(cities, seed);
        var workflow = MiniWeld.crimeIndex(table, threshold);
        var program = Parser.parse(workflow.text());
        var calls = new Traffic();
        var fused = new Traffic();
        var want = MiniWeld.byHand(table, threshold);
        double kept = want[2];

        assertThat((Object[]) Interpreter.run(program, calls, workflow.inputs()))
                .containsExactly(want[0], want[1]);
        assertThat(
                        (Object[])
                                Interpreter.run(
                                        Optimizer.optimize(program, true, true),
                                        fused,
                                        workflow.inputs()))
                .containsExactly(want[0], want[1]);
        assertThat(calls.loops).isEqualTo(10);
        assertThat((double) calls.bytes()).isEqualTo(36.0 * cities + 120 * kept);
        assertThat(fused.loops).isEqualTo(1);
        assertThat(fused.read).isEqualTo(24L * cities);
        assertThat(fused.written).isZero();
    }

    @Example
    void languageGuideExamplesGiveTheirResults() {
        assertThat(run("|| let b = appender[i64]; result(merge(merge(b, 5), 6))"))
                .isEqualTo(new long[] {5, 6});
        assertThat(run("|| let b = merger[i64,+]; let c = merge(b, 5); result(merge(c, 6))"))
                .isEqualTo(11L);
        assertThat(
                        run(
                                "|d: vec[i64]| result(for(d, appender[i64], |b,i,n| merge(b, 2 * n)))",
                                new long[] {1, 2, 3}))
                .isEqualTo(new long[] {2, 4, 6});
        assertThat(
                        run(
                                """
                                |d: vec[i64]| # two results at once
                                let bs = for(d, {appender[i64], appender[i64]},
                                  |bs,i,n| {merge(bs.$0, n), merge(bs.$1, 2 * n)});
                                {result(bs.$0), result(bs.$1)}
                                """,
                                new long[] {1, 2, 3}))
                .isEqualTo(new Object[] {new long[] {1, 2, 3}, new long[] {2, 4, 6}});
    }

    @Example
    void dictmergerCompilesAndCounts() {
        var text = "|d: vec[i64]| result(for(d, dictmerger[i64,i64,+], |b,i,n| merge(b, {n, 1})))";
        var input = new long[] {7, 3, 7};
        var want = new TreeMap<>(java.util.Map.of(3L, 1L, 7L, 2L));

        assertThat(run(text, input)).isEqualTo(want);
        assertThat(Compiled.of(Parser.parse(text)).run(new Traffic(), input)).isEqualTo(want);
    }

    @Example
    void nestedLoopCompilesAndAgrees() {
        var text =
                """
                |v: vec[f64], class: vec[f64]|
                result(for(v, appender[f64], |b,i,x|
                  for(class, b, |c,j,y| if(y > x, merge(c, y - x), c))))
                """;
        Object[] inputs = {DATA, new double[] {0, 3.5, 4.5}};
        var fused = Optimizer.optimize(checked(Parser.parse(text)), true, true);

        assertThat(Compiled.of(fused).run(new Traffic(), inputs)).isEqualTo(run(text, inputs));
    }

    @Example
    void mergeOrderDoesNotMatterForWholeNumbers() {
        var text = "|d: vec[i64]| result(for(d, merger[i64,max], |b,i,n| merge(b, n)))";

        assertThat(run(text, new long[] {4, 9, 1})).isEqualTo(run(text, new long[] {1, 4, 9}));
    }

    @Example
    void zipOfMapAndFilterIsNotFusedAndOfUnequalLengthsRefused() {
        var text =
                """
                |d: vec[f64]|
                result(for(zip(d, filter(d, f64, |x| x > 0.0)), merger[f64,+],
                  |b,i,x| merge(b, x.$0 * x.$1)))
                """;
        var program = Optimizer.optimize(Parser.parse(text), true, true);

        assertThat(program.body().loops()).isEqualTo(2);
        assertThatThrownBy(() -> Compiled.of(program).run(new Traffic(), DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zip of vectors of 8 and 5 elements");
    }

    @Example
    void filterIsNotFusedIntoLoopThatAsksForItsIndex() {
        var text =
                """
                |d: vec[f64]|
                result(for(filter(d, f64, |x| x > 0.0), merger[f64,+],
                  |b,i,x| merge(b, f64(i) * x)))
                """;
        var program = Optimizer.optimize(Parser.parse(text), true, true);

        assertThat(program.body().loops()).isEqualTo(2);
        assertThat((double) Interpreter.run(program, new Traffic(), DATA))
                .isCloseTo(0 * 3 + 1 * 4 + 2 * 5 + 3 * 2 + 4 * 6, within(1e-12));
    }

    @Example
    void unusedResultIsNeverComputed() {
        var text = "|d: vec[f64]| let unused = map(d, f64, |x| sqrt(x)); len(d)";

        assertThat(Optimizer.optimize(Parser.parse(text), false, false).body().loops()).isZero();
    }

    @Example
    void brokenRulesAreNamed() {
        refused("|| let b = merger[i64,+]; result(b) + result(b)", "builder 'b_0' is used twice");
        refused("|| let b = merger[i64,+]; 1", "builder 'b_0' is dropped");
        refused(
                "|k: bool| let b = merger[i64,+]; result(if(k, b, merger[i64,+]))",
                "the branches use different builders");
        refused(
                "|v: vec[f64]| let o = merger[f64,+]; let r = for(v, appender[f64], "
                        + "|b,i,x| merge(b, result(merge(o, x)))); result(r)",
                "'o_0' is not known here");
        refused(
                "|v: vec[f64]| result(for(v, merger[f64,+], |b,i,x| merger[f64,+]))",
                "builder 'b_0' is dropped");
        refused(
                "|v: vec[f64]| result(for(v, merger[i64,+], |b,i,x| merge(b, x)))",
                "merger[i64,+] merges i64, got f64");
        refused("|v: vec[f64]| v + 1", "'+' does not take (vec[f64], i64)");
        refused("|| 1 + zero", "unknown name 'zero'");
        refused("|| cube(2)", "unknown function 'cube'");
        refused("|| merger[i64,-]", "'-' is no commutative operator; use +, *, min or max");
        refused("|| 1 ? 2", "cannot read '? 2'");
        refused("|| sqrt(1.0, 2.0)", "sqrt takes 1 arguments, got 2");
        refused("|| (1 + 2", "expected ')' but found 'end of program'");
        refused(
                "|v: vec[f64]| filter(zip(v, v), f64, |x| x.$0 > 0.0)",
                "filter takes one vector; a vector of structs is not in this subset");
        refused("|v: text| v", "'text' is no type of this subset");
    }

    @Property(tries = 10)
    void timingsTakeTurnsAndWarmUpFirst(@ForAll @IntRange(min = 1, max = 6) int rounds) {
        var order = new ArrayList<Integer>();
        var best = WeldGain.millis(rounds, List.of(() -> order.add(1), () -> order.add(2)));
        var want = new ArrayList<Integer>();
        for (int k = 0; k < 2 * rounds; k++) {
            want.addAll(List.of(1, 2));
        }

        assertThat(order).isEqualTo(want);
        assertThat(best).hasSize(2);
        assertThat(best[0]).isBetween(0.0, 1e4);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> Check.of(Parser.parse(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
