import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The permutation that defeats the prefetcher. */
class MemoryStaircaseTest {
    @Property(tries = 200)
    void chaseVisitsEverySlotOnceBeforeItComesBack(
            @ForAll @IntRange(min = 2, max = 3000) int slots, @ForAll long seed) {
        var next = MemoryStaircase.cycle(slots, seed);
        var seen = new boolean[slots];
        int at = 0;
        for (int i = 0; i < slots; i++) {
            assertThat(seen[at]).isFalse();
            seen[at] = true;
            at = next[at];
        }

        assertThat(at).isZero();
    }

    @Property(tries = 50)
    void spreadCycleIsTheSameCycleOneSlotPerLine(@ForAll @IntRange(min = 2, max = 500) int slots) {
        var cycle = MemoryStaircase.cycle(slots, 7);
        var lines = MemoryStaircase.spread(cycle);

        assertThat(MemoryStaircase.chase(lines, 1)).isEqualTo(16 * cycle[0]);
        assertThat(MemoryStaircase.chase(lines, slots)).isZero();
    }
}
