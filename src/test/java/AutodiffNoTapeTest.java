import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import autograd.Fn;
import autograd.Variable;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Derivatives, versions, and what a result keeps alive. */
class AutodiffNoTapeTest {
    /** A random expression of a 3x3 matrix, ending in a sum. */
    private static Variable expression(Variable x, long seed) {
        var random = new SplittableRandom(seed);
        var made = new ArrayList<>(List.of(x, x.scale(0.5)));
        for (int k = 0; k < 8; k++) {
            var a = made.get(random.nextInt(made.size()));
            var b = made.get(random.nextInt(made.size()));
            made.add(
                    switch (random.nextInt(6)) {
                        case 0 -> a.add(b);
                        case 1 -> a.sub(b.transpose());
                        case 2 -> a.mul(b).tanh();
                        case 3 -> a.matmul(b).scale(0.3).tanh();
                        case 4 -> a.tanh();
                        default -> a.scale(-1.5).tanh();
                    });
        }
        return made.get(made.size() - 1).sum();
    }

    @Property(tries = 300)
    void derivativesAgreeWithDifferences(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 8) int element) {
        var at = AutodiffNoTape.random(9, seed);
        var x = Variable.leaf(3, 3, at);
        var out = expression(x, seed);
        out.backward();
        double got = x.grad == null ? 0 : x.grad.values()[element];
        double difference = 0;
        for (int side = 1; side >= -1; side -= 2) {
            var moved = at.clone();
            moved[element] += side * 1e-5;
            difference += side * expression(Variable.constant(3, 3, moved), seed).values()[0];
        }

        assertThat(got).isCloseTo(difference / 2e-5, within(1e-7));
    }

    @Property(tries = 200)
    void gradientCostsAtMostFourEvaluations(@ForAll long seed) {
        Variable.resetOperations();
        var out = expression(Variable.leaf(3, 3, AutodiffNoTape.random(9, seed)), seed);
        long forward = Variable.operations();
        Variable.resetOperations();
        out.backward();

        assertThat(Variable.operations()).isLessThanOrEqualTo(4 * forward);
    }

    @Property(tries = 50)
    void secondDerivativeOfCubeIsSixTimesX(@ForAll @IntRange(min = -50, max = 50) int at) {
        var x = Variable.leaf(1, 1, at);
        x.mul(x).mul(x).backwardAgain();
        var first = x.grad;
        x.grad = null;
        first.backward();

        assertThat(first.values()).containsExactly(3.0 * at * at);
        assertThat(x.grad.values()).containsExactly(6.0 * at);
    }

    @Property(tries = 50)
    void diamondsAddUpOnceForEachPath(@ForAll @IntRange(min = 1, max = 20) int diamonds) {
        var x = Variable.leaf(1, 1, 1);
        var y = x;
        for (int k = 0; k < diamonds; k++) {
            y = y.scale(0.5).add(y.scale(0.5));
        }
        y.sum().backward();

        assertThat(x.grad.values()).containsExactly(1);
        assertThat(Fn.reachable(y)).isEqualTo(3 * diamonds + 1); // visited once each
    }

    @Example
    void secondBackwardAddsToTheLeaf() {
        var x = Variable.leaf(1, 2, 3, 4);
        x.scale(2).sum().backward();
        x.scale(5).sum().backward();

        assertThat(x.grad.values()).containsExactly(7, 7);
    }

    @Example
    void changeInPlaceAfterSavingIsNoticedWithVersions() {
        var y = Variable.leaf(1, 1, 2).scale(1);
        var product = y.mul(y);
        y.scaleInPlace(2).scaleInPlace(2);

        assertThatThrownBy(product::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "a value saved by mul at version 0 is at version 2:"
                                + " it was changed in place");
    }

    @Example
    void changeInPlaceBeforeSavingOrWhereNothingIsSavedIsAllowed() {
        var x = Variable.leaf(1, 1, 2);
        var y = x.scale(1).scaleInPlace(3);
        y.mul(y).sum().backward(); // 9 x^2
        var z = x.scale(1);
        var sum = z.add(z).sum();
        z.scaleInPlace(100);
        sum.backward();

        assertThat(x.grad.values()).containsExactly(36 + 2);
    }

    @Example
    void changeInPlaceOfTanhResultIsNoticed() {
        var y = Variable.leaf(1, 1, 2).tanh();
        var sum = y.sum();
        y.scaleInPlace(2);

        assertThatThrownBy(sum::backward)
                .hasMessage(
                        "a value saved by tanh at version 0 is at version 1:"
                                + " it was changed in place");
    }

    @Example
    void leafMayNotChangeInPlaceAndBackwardNeedsASum() {
        var x = Variable.leaf(1, 2, 3, 4);

        assertThatThrownBy(() -> x.scaleInPlace(2))
                .hasMessage("a leaf whose derivative is wanted cannot be changed in place");
        assertThatThrownBy(x::backward).hasMessage("backward starts at a sum of something wanted");
        assertThatThrownBy(() -> Variable.constant(1, 1, 5).backward())
                .hasMessage("backward starts at a sum of something wanted");
        assertThatThrownBy(() -> x.matmul(x)).hasMessage("shapes 1x2 and 1x2 do not multiply");
        assertThatThrownBy(() -> x.add(x.transpose())).hasMessage("shapes 1x2 and 2x1 differ");
        assertThatThrownBy(() -> Variable.constant(2, 2, 1))
                .hasMessage("1 numbers do not fill 2x2");
    }

    @Example
    void droppedBranchIsCollectedWhileItsInputLives() {
        var x = Variable.leaf(1, 1, 1);
        var branch = x;
        for (int k = 0; k < 1000; k++) {
            branch = branch.scale(0.9);
        }
        var end = new WeakReference<>(branch);
        branch = null;
        for (int k = 0; k < 50 && end.get() != null; k++) {
            System.gc();
        }

        assertThat(end.get()).isNull();
        assertThat(Fn.reachable(x)).isEqualTo(1);
    }

    @Example
    void tapeKeepsTheDroppedBranch() {
        var x = Variable.leaf(1, 1, 1);
        int kept =
                Fn.taped(
                        () -> {
                            var branch = x;
                            for (int k = 0; k < 1000; k++) {
                                branch = branch.scale(0.9);
                            }
                        });

        assertThat(kept).isEqualTo(1000);
    }

    @Property(tries = 20)
    void loopKeepsOneFunctionPerStepAndTwoWhenCut(@ForAll @IntRange(min = 1, max = 300) int n) {
        var w = Variable.leaf(1, 1, 0.9);

        assertThat(Fn.reachable(AutodiffNoTape.loop(w, n, false))).isEqualTo(n + 1);
        assertThat(Fn.reachable(AutodiffNoTape.loop(w, n, true))).isEqualTo(2);
        assertThat(Fn.taped(() -> AutodiffNoTape.loop(w, n, false))).isEqualTo(6 * n);
    }
}
