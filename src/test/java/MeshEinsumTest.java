import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import meshtf.Layout;
import meshtf.Layout.Dim;
import meshtf.Machine;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Slices, products and sums over a mesh against plain loops, in every legal layout. */
class MeshEinsumTest {
    private static final List<Dim> IMAGES =
            List.of(new Dim("batch", 100), new Dim("rows", 28), new Dim("channels", 3));

    private static Layout any(List<Layout> layouts, int pick) {
        return layouts.get(Math.floorMod(pick, layouts.size()));
    }

    @Property(tries = 60)
    void everyLegalLayoutTrainsToTheSameLoss(@ForAll int pick) {
        var net = MeshEinsum.Net.of(4, 4, 8);
        var want = MeshEinsum.train(new Machine(new Layout(MeshEinsum.LINE, ""), false), net, 3);
        var got = MeshEinsum.train(new Machine(any(MeshEinsum.legal(net), pick), false), net, 3);

        assertThat(got).containsExactly(want, within(1e-10));
    }

    @Property(tries = 60)
    void dryRunCountsWhatARealRunMoves(@ForAll int pick) {
        var net = MeshEinsum.Net.of(4, 4, 8);
        var layout = any(MeshEinsum.legal(net), pick);
        var real = new Machine(layout, false);
        MeshEinsum.train(real, net, 1);
        var dry = MeshEinsum.count(layout, net);

        assertThat(List.of(dry.moved, dry.movedBesides, dry.multiplied, dry.held))
                .containsExactly(real.moved, real.movedBesides, real.multiplied, real.held);
    }

    @Property(tries = 100)
    void einsumMultipliesMatricesOnAnyMesh(@ForAll long seed, @ForAll int pick) {
        var random = new SplittableRandom(seed);
        var i = new Dim("batch", 4);
        var k = new Dim("hidden", 8);
        var j = new Dim("classes", 10);
        var net = MeshEinsum.Net.of(4, 4, 8);
        var m = new Machine(any(MeshEinsum.legal(net), pick), false);
        double[] a = random.doubles(32, -1, 1).toArray();
        double[] b = random.doubles(80, -1, 1).toArray();
        var got = m.get(m.einsum(List.of(i, j), m.put(List.of(i, k), a), m.put(List.of(k, j), b)));
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 10; c++) {
                double want = 0;
                for (int s = 0; s < 8; s++) {
                    want += a[8 * r + s] * b[10 * s + c];
                }
                assertThat(got[10 * r + c]).isCloseTo(want, within(1e-12));
            }
        }
    }

    @Property(tries = 60)
    void putAndGetAreInverse(@ForAll int pick) {
        var net = MeshEinsum.Net.of(4, 4, 8);
        var m = new Machine(any(MeshEinsum.legal(net), pick), false);
        double[] data = new SplittableRandom(3).doubles(64).toArray();

        assertThat(m.get(m.put(net.shapes().get(0), data))).isEqualTo(data);
    }

    @Property(tries = 60)
    void splitHiddenLayerNeedsOneAllReduceForward(
            @ForAll @IntRange(min = 1, max = 8) int batch,
            @ForAll @IntRange(min = 1, max = 8) int quarter) {
        var net = MeshEinsum.Net.of(batch, 2, 4 * quarter);
        var m = new Machine(new Layout(MeshEinsum.LINE, "hidden:all_processors"), true);
        var step =
                MeshEinsum.step(
                        m,
                        net,
                        m.put(net.shapes().get(0)),
                        m.put(net.shapes().get(4)),
                        m.put(net.shapes().get(1)),
                        m.put(net.shapes().get(3)));

        assertThat(step.forwardReductions()).isEqualTo(1);
        assertThat(m.moved).isEqualTo(10L * batch); // and none on the way back
    }

    @Property(tries = 60)
    void dataParallelMovesAllWeightsOnce(
            @ForAll @IntRange(min = 1, max = 5) int side,
            @ForAll @IntRange(min = 1, max = 30) int hidden) {
        var net = MeshEinsum.Net.of(8, side, hidden);
        var m = MeshEinsum.count(new Layout(MeshEinsum.LINE, "batch:all_processors"), net);

        assertThat(m.moved).isEqualTo((long) side * side * hidden + hidden * 10L);
    }

    @Example
    void unusedMeshDimensionMeansWorkDoneTwice() {
        var net = MeshEinsum.Net.of(4, 4, 8);
        var half = MeshEinsum.count(new Layout(MeshEinsum.SQUARE, "batch:processor_rows"), net);

        assertThat(half.multiplied * 4).isEqualTo(2 * half.unique);
    }

    @Example
    void gradientOfEinsumAgreesWithDifferences() {
        var net = MeshEinsum.Net.of(4, 2, 4);
        var layout = new Layout(MeshEinsum.SQUARE, "batch:processor_rows;hidden:processor_cols");
        double[] w = new SplittableRandom(5).doubles(16, -0.5, 0.5).toArray();
        double[] moved = w.clone();
        moved[3] += 1e-5;
        double[] down = w.clone();
        down[3] -= 1e-5;

        double slope = (loss(layout, net, moved)[0] - loss(layout, net, down)[0]) / 2e-5;

        assertThat(loss(layout, net, w)[1]).isCloseTo(w[3] - 0.5 * slope, within(1e-9));
    }

    /** The loss for some weights, and what a step makes of the fourth of them. */
    private static double[] loss(Layout layout, MeshEinsum.Net net, double... w1) {
        var m = new Machine(layout, false);
        var random = new SplittableRandom(9);
        var labels = new double[40];
        for (int k = 0; k < 4; k++) {
            labels[10 * k + k] = 1;
        }
        var step =
                MeshEinsum.step(
                        m,
                        net,
                        m.put(net.shapes().get(0), random.doubles(16).toArray()),
                        m.put(net.shapes().get(4), labels),
                        m.put(net.shapes().get(1), w1),
                        m.put(net.shapes().get(3), random.doubles(40, -1, 1).toArray()));
        return new double[] {step.loss(), m.get(step.w1())[3]};
    }

    @Example
    void illegalLayoutsAreNamed() {
        var mesh = MeshEinsum.SQUARE;

        assertThatThrownBy(() -> new Layout(mesh, "channels:processor_rows").slice(IMAGES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dimension 'channels' of 3 does not divide by 2");
        assertThatThrownBy(
                        () ->
                                new Layout(mesh, "batch:processor_rows;rows:processor_rows")
                                        .slice(IMAGES))
                .hasMessage("two dimensions of one tensor are split over 'processor_rows'");
        assertThatThrownBy(() -> new Layout(mesh, "batch:racks"))
                .hasMessage("rule 'batch:racks' names no dimension of the mesh");
    }

    @Example
    void tilesOfTheReadmeBeginWhereItSays() {
        var mesh = List.of(new Dim("processor_rows", 2), new Dim("processor_cols", 4));
        var images = List.of(new Dim("batch", 100), new Dim("rows", 28), new Dim("cols", 28));
        var layout = new Layout(mesh, "rows:processor_rows;cols:processor_cols");

        assertThat(layout.slice(images)).containsExactly(100, 14, 7);
        assertThat(layout.begin(images, 1)).containsExactly(0, 0, 7);
        assertThat(layout.begin(images, 6)).containsExactly(0, 14, 14);
        assertThat(new Layout(mesh, "").slice(images)).containsExactly(100, 28, 28);
    }
}
