import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gspmd.Partitioner;
import gspmd.Programs;
import gspmd.Propagation;
import gspmd.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the hints and the mesh, the result is that of one device. */
class MiniGspmdTest {
    @Property(tries = 150)
    void anyHintsOnAnyMeshGiveTheResultOfOneDevice(
            @ForAll @IntRange(min = 1, max = 4) int x,
            @ForAll @IntRange(min = 1, max = 5) int y,
            @ForAll int seed) {
        var random = new Random(seed);
        var program =
                Programs.block(
                        1 + random.nextInt(4),
                        1 + random.nextInt(5),
                        1 + random.nextInt(6),
                        1 + random.nextInt(4),
                        1 + random.nextInt(3),
                        1 + random.nextInt(7));
        var hints = new HashMap<String, String>();
        for (int i = 0; i < 4; i++) {
            var node = program.get(random.nextInt(program.size()));
            var hint = new StringBuilder(".".repeat(node.dims().length));
            hint.setCharAt(random.nextInt(hint.length()), 'X');
            int other = random.nextInt(hint.length());
            if (hint.charAt(other) == '.') {
                hint.setCharAt(other, 'Y');
            }
            hints.put(node.name(), hint.toString());
        }
        var run = MiniGspmd.Run.of(program, hints, x, y, seed);

        assertThat(run.error()).isLessThan(1e-10);
        assertThat(run.shardings()).containsAllEntriesOf(hints);
    }

    @Property(tries = 30)
    void headsCostTwoAllReducesOfTheRing(
            @ForAll @IntRange(min = 1, max = 4) int x, @ForAll @IntRange(min = 1, max = 4) int t) {
        var program = Programs.block(4 * x, 3, 5, 4 * t, 2, 8);
        var run = MiniGspmd.Run.of(program, MiniGspmd.hints().get("batch-heads"), x, t, 1);

        assertThat(run.count(Step.Op.ALL_REDUCE)).isEqualTo(2);
        assertThat(run.sent()).isCloseTo(2 * 2.0 * (t - 1) / t * 4 * 3 * 5, within(1e-9));
    }

    @Example
    void propagationOfItsOwnResultChangesNothing() {
        var program = Programs.block(4, 4, 8, 4, 2, 8);
        for (var hints : MiniGspmd.hints().values()) {
            var once = Propagation.complete(program, hints);

            assertThat(Propagation.complete(program, once)).isEqualTo(once);
        }
    }

    @Example
    void replicatedTensorsNeedNoCollective() {
        var program = Programs.block(2, 2, 4, 2, 2, 4);
        var steps = Partitioner.partition(program, Propagation.complete(program, Map.of()));

        assertThat(steps).hasSize(12).noneMatch(step -> step.op().collective());
    }

    @Example
    void changeOfTheCutDimensionIsAnAllToAll() {
        var program = Programs.block(2, 4, 4, 4, 2, 4);
        var run = MiniGspmd.Run.of(program, MiniGspmd.hints().get("sequence-heads"), 4, 1, 1);

        assertThat(run.count(Step.Op.ALL_TO_ALL)).isPositive();
        assertThat(run.error()).isLessThan(1e-12);
    }
}
