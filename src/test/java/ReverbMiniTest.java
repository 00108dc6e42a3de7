import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The example's own runs, for other arguments than its defaults. */
class ReverbMiniTest {
    @Property(tries = 100)
    void walkTurnsAtTheWalls(
            @ForAll @IntRange(min = 1, max = 12) int perInsert,
            @ForAll @IntRange(min = 1, max = 50) int minSize,
            @ForAll @IntRange(min = 0, max = 30) int more) {
        int buffer = perInsert + more;
        var walk = ReverbMini.walk(new ReverbMini.Ratio(perInsert, minSize, buffer));

        int inserts = (perInsert * minSize + buffer) / perInsert;
        assertThat(walk.get(0)).isEqualTo(new ReverbMini.Count(inserts, 0, perInsert * inserts));
        int samples = perInsert * inserts - (perInsert * minSize - buffer);
        assertThat(walk.get(1))
                .isEqualTo(new ReverbMini.Count(inserts, samples, perInsert * inserts - samples));
        assertThat(walk.get(2).samples()).isEqualTo(samples);
        assertThat(walk.get(3).ahead()).isEqualTo(perInsert * minSize - buffer);
    }

    @Property(tries = 10)
    void threadsNeverLeaveTheCorridorAndEndAtItsLowerWall(
            @ForAll @DoubleRange(min = 0.5, max = 6) double perInsert,
            @ForAll @IntRange(min = 1, max = 50) int minSize) {
        var ratio = new ReverbMini.Ratio(perInsert, minSize, Math.max(1, perInsert) + 5);
        var pressed = ReverbMini.press(ratio, 4, 3, 100);

        assertThat(pressed.outside()).isZero();
        assertThat(pressed.last().inserts()).isEqualTo(400);
        assertThat(pressed.last().ahead() - ratio.limiter().low()).isBetween(0.0, 1.0);
    }

    @Property(tries = 20)
    void savedAndLoadedServersNeverPart(@ForAll long seed) {
        assertThat(ReverbMini.partings(seed)).isZero();
    }

    @Property(tries = 30)
    void sharedStepsAreStoredOnce(@ForAll @IntRange(min = 3, max = 60) int steps) {
        var share = ReverbMini.share(steps);
        int chunks = (steps + 3) / 4;
        assertThat(share)
                .containsExactly(steps, 2 * (steps - 1) + 3 * (steps - 2), chunks, chunks, 0);
    }
}
