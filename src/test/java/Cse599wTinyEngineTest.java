import static org.assertj.core.api.Assertions.assertThat;

import engine.Collectives;
import engine.Engine;
import engine.Engine.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Order, exclusion and time of the dependency engine. */
class Cse599wTinyEngineTest {
    @Property(tries = 200)
    void randomProgramsGiveTheirSerialResult(
            @ForAll @IntRange(min = 1, max = 4) int workers,
            @ForAll @IntRange(max = 100000) int seed) {
        var random = new Random(seed);
        var serial = new long[] {1, 2, 3, 4};
        var memory = serial.clone();
        var variables =
                List.of(new Variable("a"), new Variable("b"), new Variable("c"), new Variable("d"));
        var engine = new Engine();
        for (int i = 0; i < 12; i++) {
            int from = random.nextInt(4);
            int to = random.nextInt(4);
            int add = random.nextInt(9);
            serial[to] = serial[to] * 3 + serial[from] + add;
            engine.push(
                    "op" + i,
                    1 + random.nextInt(3),
                    () -> memory[to] = memory[to] * 3 + memory[from] + add,
                    Set.of(variables.get(from)),
                    Set.of(variables.get(to)));
        }
        var slots = engine.run(workers, random);

        assertThat(memory).isEqualTo(serial);
        assertThat(slots).hasSize(12);
        assertThat(slots)
                .allSatisfy(
                        slot ->
                                assertThat(slots)
                                        .filteredOn(
                                                other ->
                                                        slot.op()
                                                                .after()
                                                                .contains(other.op().number()))
                                        .allSatisfy(
                                                before ->
                                                        assertThat(before.end())
                                                                .isLessThanOrEqualTo(
                                                                        slot.start())));
    }

    @Property(tries = 50)
    void writersOfOneVariableNeverOverlap(@ForAll @IntRange(max = 100000) int seed) {
        var wire = new Variable("wire");
        var engine = new Engine();
        for (int i = 0; i < 6; i++) {
            engine.push("w" + i, 1 + i % 3, () -> {}, Set.of(), Set.of(wire));
        }
        var slots = new ArrayList<>(engine.run(4, new Random(seed)));
        for (int i = 1; i < slots.size(); i++) {
            assertThat(slots.get(i).start()).isGreaterThanOrEqualTo(slots.get(i - 1).end());
        }
    }

    @Property(tries = 60)
    void bothCollectivesLeaveTheSumOnEveryNode(
            @ForAll @IntRange(min = 2, max = 9) int p,
            @ForAll @IntRange(min = 1, max = 20) int extra,
            @ForAll boolean tree,
            @ForAll @IntRange(max = 1000) int seed) {
        int words = p + extra;
        var random = new Random(seed);
        var nodes = new double[p][words];
        var sum = new double[words];
        for (var node : nodes) {
            Arrays.setAll(node, i -> random.nextInt(100));
            Arrays.setAll(sum, i -> sum[i] + node[i]);
        }
        var collective = new Collectives(nodes, 1, 0);
        (tree ? collective.tree() : collective.ring()).run(p, random);

        assertThat(Cse599wTinyEngine.error(nodes, sum)).isZero();
    }

    @Property(tries = 15)
    void ringTakesTwoLapsAndTheTreeItsDepthTwice(@ForAll @IntRange(min = 2, max = 16) int p) {
        assertThat(Cse599wTinyEngine.time(p, 1, 0, false)).isEqualTo(2 * (p - 1));
        assertThat(Cse599wTinyEngine.time(p, 1, 0, true))
                .isEqualTo(2 * Math.ceil(Math.log(p) / Math.log(2)));
    }

    @Example
    void undeclaredReadMakesSomeOrdersWrong() {
        var lot = new Random(1);
        int right = 0;
        for (int i = 0; i < 200; i++) {
            right += Cse599wTinyEngine.program(2, false, lot) == 6 ? 1 : 0;
        }

        assertThat(right).isBetween(1, 199);
    }

    @Example
    void onlyTheNeededPartOfAGraphIsFound() {
        var engine = new Engine();
        var a = new Variable("a");
        var b = new Variable("b");
        var c = new Variable("c");
        var first = engine.push("a", 1, () -> {}, Set.of(), Set.of(a));
        engine.push("b", 1, () -> {}, Set.of(a), Set.of(b));
        var last = engine.push("c", 1, () -> {}, Set.of(a), Set.of(c));

        assertThat(engine.needed(last)).containsExactly(first, last);
    }

    @Example
    void stepWithFreeNetworkIsTheGpuAlone() {
        var layers =
                List.of(new Cse599wTinyEngine.Layer(2, 0, 0), new Cse599wTinyEngine.Layer(3, 0, 0));

        assertThat(Engine.makespan(Cse599wTinyEngine.step(layers).run(3, new Random(1))))
                .isEqualTo(10);
    }
}
