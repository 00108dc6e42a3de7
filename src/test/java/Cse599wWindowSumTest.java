import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The three kernels on the simulated GPU. */
class Cse599wWindowSumTest {
    private static int wrong(int n, int threads, int radius, boolean mended) {
        var launch = new Cse599wWindowSum.Launch(n, threads, radius);
        var memory = new Cse599wWindowSum.Memory(n, radius);
        return Cse599wWindowSum.wrong(launch, Cse599wWindowSum.tiled(launch, memory, mended));
    }

    @Property(tries = 200)
    void mendedKernelIsRightForEverySize(
            @ForAll @IntRange(min = 1, max = 300) int n,
            @ForAll @IntRange(min = 8, max = 64) int threads,
            @ForAll @IntRange(max = 8) int radius) {
        assertThat(wrong(n, threads, radius, true)).isZero();
    }

    @Property(tries = 100)
    void lecturesKernelIsRightWhenTheBlocksAreFull(
            @ForAll @IntRange(min = 1, max = 9) int blocks,
            @ForAll @IntRange(min = 8, max = 64) int threads,
            @ForAll @IntRange(max = 8) int radius) {
        assertThat(wrong(blocks * threads, threads, radius, false)).isZero();
    }

    @Property(tries = 100)
    void lecturesKernelLosesTheRimOfAPartialBlock(
            @ForAll @IntRange(min = 1, max = 9) int blocks,
            @ForAll @IntRange(min = 8, max = 24) int live,
            @ForAll @IntRange(min = 1, max = 8) int radius) {
        assertThat(wrong(blocks * 64 + live, 64, radius, false)).isEqualTo(radius);
    }

    @Example
    void sumsAreThoseOfNeighbours() {
        var launch = new Cse599wWindowSum.Launch(5, 8, 1);

        assertThat(Cse599wWindowSum.naive(launch, new Cse599wWindowSum.Memory(5, 1)))
                .containsExactly(1, 3, 6, 9, 7);
    }

    @Example
    void readsPerNumberFallFromTheWindowToAlmostOne() {
        var launch = new Cse599wWindowSum.Launch(5120, 512, 3);
        var naive = new Cse599wWindowSum.Memory(5120, 3);
        Cse599wWindowSum.naive(launch, naive);
        var tiled = new Cse599wWindowSum.Memory(5120, 3);
        Cse599wWindowSum.tiled(launch, tiled, false);

        assertThat(naive.reads).isEqualTo(7 * 5120);
        assertThat(tiled.reads).isEqualTo(10 * 518);
    }
}
