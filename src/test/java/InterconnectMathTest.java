import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bandwidth from lanes, rate and encoding. */
class InterconnectMathTest {
    @Test
    void oneLaneOfPcie3CarriesEightGigatransfersLessTwoBitsIn130() {
        var pcie3 = new InterconnectMath.Pcie("3.0", 2010, 8, 128.0 / 130, "128b/130b");

        assertThat(pcie3.gbPerSecond(1)).isCloseTo(0.98462, within(1e-5));
    }

    @Property
    void bandwidthIsLinearInLanes(@ForAll @IntRange(min = 1, max = 32) int lanes) {
        for (var pcie : InterconnectMath.PCIE) {
            assertThat(pcie.gbPerSecond(lanes))
                    .isCloseTo(lanes * pcie.gbPerSecond(1), within(1e-12 * lanes));
        }
    }

    @Test
    void linkOfFourPairsAt50EqualsLinkOfEightPairsAt25() {
        var second = new InterconnectMath.NvLink(2, "V100", 2017, 25, 8, 6);
        var third = new InterconnectMath.NvLink(3, "A100", 2020, 50, 4, 12);

        assertThat(third.gbPerSecondOfLink()).isEqualTo(second.gbPerSecondOfLink()).isEqualTo(25);
        assertThat(third.gbPerSecond()).isEqualTo(2 * second.gbPerSecond());
    }

    @Property
    void allReduceNeverSendsTwiceTheVector(@ForAll @IntRange(min = 2, max = 4096) int gpus) {
        var fabric = new InterconnectMath.Fabric("any", 1);

        assertThat(fabric.allReduceMillis(gpus, 1)).isBetween(1000.0, 2000.0);
    }

    @Test
    void twoRunsLeaveTheSameBytes(@TempDir Path first, @TempDir Path second) throws Exception {
        run(first);
        run(second);

        try (var files = Files.list(first)) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allSatisfy(
                            file ->
                                    assertThat(file)
                                            .hasSameBinaryContentAs(
                                                    second.resolve(file.getFileName())));
        }
    }

    private static void run(Path out) {
        System.setProperty("lectern.out", out.toString());
        try {
            InterconnectMath.main();
        } finally {
            System.clearProperty("lectern.out");
        }
    }
}
