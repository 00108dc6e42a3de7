import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The unrolled convolution gives what the loops give, for every shape. */
class FastConvolutionTest {
    @Property(tries = 100)
    void unrolledEqualsDirect(
            @ForAll @IntRange(min = 1, max = 12) int in,
            @ForAll @IntRange(min = 1, max = 9) int out,
            @ForAll @IntRange(min = 1, max = 12) int side,
            @ForAll @IntRange(max = 3) int reach) {
        var shape = new FastConvolution.Shape(in, out, side, 2 * reach + 1);
        var image = FastConvolution.random(in * side * side, 3);
        var weights = FastConvolution.random(out * shape.taps(), 4);

        assertThat(
                        FastConvolution.difference(
                                FastConvolution.direct(shape, image, weights),
                                FastConvolution.unrolled(shape, image, weights)))
                .isLessThan(1e-5);
    }

    @Example
    void averageOfAConstantImageSeesThePaddingAtTheCorner() {
        var shape = new FastConvolution.Shape(1, 1, 3, 3);
        var ones = new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1};

        assertThat(FastConvolution.unrolled(shape, ones, ones))
                .containsExactly(4, 6, 4, 6, 9, 6, 4, 6, 4);
    }
}
