import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fasterrcnn.Anchors;
import fasterrcnn.Box;
import fasterrcnn.Rpn;
import fasterrcnn.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Boxes, anchors, labels and the loss of the proposal network. */
class FasterRcnnRpnTest {
    private static Box box(Random random) {
        return Box.around(
                200 * random.nextDouble(),
                200 * random.nextDouble(),
                5 + 100 * random.nextDouble(),
                5 + 100 * random.nextDouble());
    }

    @Property(tries = 300)
    void decodingUndoesEncoding(@ForAll @IntRange(max = 100000) int seed) {
        var random = new Random(seed);
        var anchor = box(random);
        var target = box(random);
        var back = anchor.moved(target.seenFrom(anchor));

        assertThat(back.x0()).isCloseTo(target.x0(), within(1e-12 * 300));
        assertThat(back.y0()).isCloseTo(target.y0(), within(1e-12 * 300));
        assertThat(back.x1()).isCloseTo(target.x1(), within(1e-12 * 300));
        assertThat(back.y1()).isCloseTo(target.y1(), within(1e-12 * 300));
    }

    @Property(tries = 300)
    void overlapIsSymmetricAndBetweenZeroAndOne(@ForAll @IntRange(max = 100000) int seed) {
        var random = new Random(seed);
        var a = box(random);
        var b = box(random);

        assertThat(a.iou(b)).isEqualTo(b.iou(a)).isBetween(0.0, 1.0);
        assertThat(a.iou(a)).isEqualTo(1);
    }

    @Example
    void overlapOfHalfShiftedSquaresIsAThird() {
        assertThat(new Box(0, 0, 2, 2).iou(new Box(1, 0, 3, 2))).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(new Box(0, 0, 1, 1).iou(new Box(1, 0, 2, 1))).isZero();
    }

    @Property(tries = 100)
    void suppressionKeepsWhatAQuadraticReferenceKeeps(
            @ForAll @IntRange(max = 100000) int seed,
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double limit) {
        var random = new Random(seed);
        var boxes = new ArrayList<Box.Scored>();
        for (int i = 0; i < count; i++) {
            boxes.add(new Box.Scored(box(random), random.nextDouble()));
        }
        var alive = new ArrayList<>(boxes);
        var reference = new ArrayList<Box.Scored>();
        while (!alive.isEmpty()) {
            var best = alive.get(0);
            for (var next : alive) {
                best = next.score() > best.score() ? next : best;
            }
            reference.add(best);
            var winner = best;
            alive.removeIf(next -> next == winner || next.box().iou(winner.box()) > limit);
        }

        assertThat(Box.suppress(boxes, limit, 1000)).isEqualTo(reference);
        assertThat(Box.suppress(boxes, limit, 3))
                .isEqualTo(reference.subList(0, Math.min(3, reference.size())));
    }

    @Property(tries = 20)
    void everyObjectOwnsAnAnchorAndNoNegativeTouchesOne(@ForAll @IntRange(max = 10000) int seed) {
        var scene = new Scene(new Random(seed), 0.3);
        var labelled = Rpn.label(scene.truth);
        var bestOwned =
                labelled.stream().filter(s -> s.box() != null).map(Rpn.Sample::box).distinct();

        assertThat(bestOwned).containsExactlyInAnyOrderElementsOf(scene.truth);
        assertThat(labelled.stream().filter(s -> s.box() == null))
                .allSatisfy(
                        s ->
                                assertThat(scene.truth)
                                        .allSatisfy(
                                                t -> assertThat(anchor(s).iou(t)).isLessThan(0.3)));
    }

    private static Box anchor(Rpn.Sample sample) {
        return Rpn.anchor(sample.row(), sample.column(), sample.kind());
    }

    @Property(tries = 10)
    void miniBatchHoldsAtMostHalfPositives(@ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var batch = Rpn.draw(Rpn.label(new Scene(random, 0.3).truth), random);

        assertThat(batch).hasSize(256);
        assertThat(batch.stream().filter(s -> s.box() != null).count()).isBetween(1L, 128L);
    }

    @Property(tries = 10)
    void gradientsAgreeWithFiniteDifferences(@ForAll @IntRange(max = 10000) int seed) {
        var random = new Random(seed);
        var scene = new Scene(random, 0.3);
        var batch = Rpn.draw(Rpn.label(scene.truth), random);
        var rpn = new Rpn();
        for (var heads : rpn.weights) {
            for (var head : heads) {
                for (int i = 0; i < head.length; i++) {
                    head[i] = 0.05 * random.nextGaussian();
                }
            }
        }
        rpn.learn(scene, batch);
        for (int check = 0; check < 20; check++) {
            int kind = random.nextInt(9);
            int head = random.nextInt(5);
            int i = random.nextInt(Scene.FEATURES);
            double slope = rpn.slopes[kind][head][i];
            double kept = rpn.weights[kind][head][i];
            var probe = new Rpn();
            for (int k = 0; k < 9; k++) {
                for (int h = 0; h < 5; h++) {
                    probe.weights[k][h] = rpn.weights[k][h].clone();
                }
            }
            probe.weights[kind][head][i] = kept + 1e-5;
            double up = probe.learn(scene, batch);
            probe.weights[kind][head][i] = kept - 1e-5;
            double down = probe.learn(scene, batch);

            assertThat(slope).isCloseTo((up - down) / 2e-5, within(1e-7));
        }
    }

    @Example
    void censusOfPascalAndLargerImagesIsKnown() {
        assertThat(Anchors.census(1000, 600)).containsExactly(21546, 8151);
        assertThat(Anchors.census(800, 600)).containsExactly(17100, 5944);
        assertThat(Anchors.census(100, 50)).containsExactly(7 * 4 * 9, 0);
    }

    @Property(tries = 30)
    void censusAgreesWithCountingByIntervals(
            @ForAll @IntRange(min = 16, max = 1200) int width,
            @ForAll @IntRange(min = 16, max = 900) int height) {
        long inside = 0;
        for (var a : Anchors.table()) {
            inside += fitting(a[0], a[2], width) * fitting(a[1], a[3], height);
        }

        assertThat(Anchors.census(width, height)[1]).isEqualTo((int) inside);
    }

    private static long fitting(int low, int high, int size) {
        int first = Math.floorDiv(-low + 15, 16);
        int last = Math.min(Math.floorDiv(size - 1 - high, 16), (size + 15) / 16 - 1);
        return Math.max(0, last - Math.max(0, first) + 1);
    }

    @Example
    void receptiveFieldsAreThoseOfThePaper() {
        assertThat(Anchors.field(FasterRcnnRpn.ZF)).isEqualTo(171);
        assertThat(Anchors.field(FasterRcnnRpn.VGG)).isEqualTo(228);
        assertThat(Anchors.field(new int[][] {})).isEqualTo(1);
    }

    @Example
    void trainedNetworkFindsMoreThanAnchorsAtRandom() {
        var rpn = FasterRcnnRpn.train(40, 400, 0.2, 1);
        var scenes = new ArrayList<Scene>();
        for (int i = 0; i < 8; i++) {
            scenes.add(new Scene(new Random(77 + i), 0.2));
        }
        var full = new FasterRcnnRpn.Method("full", true, true, 0.7);
        var blind = new FasterRcnnRpn.Method("blind", false, true, 0.7);

        assertThat(mean(full, rpn, scenes)).isGreaterThan(mean(blind, rpn, scenes));
    }

    private static double mean(FasterRcnnRpn.Method method, Rpn rpn, List<Scene> scenes) {
        var proposals = scenes.stream().map(scene -> method.propose(rpn, scene, 20)).toList();
        var overlaps = FasterRcnnRpn.overlaps(proposals, scenes, 20);
        return java.util.Arrays.stream(overlaps).average().orElse(0);
    }
}
