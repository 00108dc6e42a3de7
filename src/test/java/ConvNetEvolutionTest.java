import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evolution.Blueprint;
import evolution.LeNet;
import evolution.Nets;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Shapes and costs of layers, against counting window by window. */
class ConvNetEvolutionTest {
    @Property(tries = 200)
    void convolutionCostsWhatCountingItsWindowsGives(
            @ForAll @IntRange(min = 1, max = 4) int perGroup,
            @ForAll @IntRange(min = 1, max = 3) int groups,
            @ForAll @IntRange(min = 1, max = 5) int mapsPerGroup,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll @IntRange(min = 0, max = 2) int pad,
            @ForAll @IntRange(min = 5, max = 20) int side) {
        var net = new Blueprint(perGroup * groups, side, true, false);
        net.conv("c", mapsPerGroup * groups, size, stride, pad, groups);
        int windows = 0;
        for (int left = -pad; left + size <= side + pad; left += stride) {
            windows++;
        }
        long each = (long) perGroup * size * size;

        assertThat(net.side()).isEqualTo(windows);
        assertThat(net.depth()).isEqualTo(mapsPerGroup * groups);
        assertThat(net.multiplies("")).isEqualTo(each * windows * windows * mapsPerGroup * groups);
        assertThat(net.parameters("")).isEqualTo((each + 1) * mapsPerGroup * groups);
    }

    @Example
    void leNetHasTheParametersAndConnectionsOfItsLayers() {
        assertThat(LeNet.layers().stream().map(LeNet.Layer::parameters))
                .containsExactly(156, 12, 1516, 32, 48120, 10164, 0);
        assertThat(LeNet.layers().stream().map(LeNet.Layer::connections))
                .containsExactly(122304, 5880, 151600, 2000, 48120, 10164, 840);
    }

    @Example
    void alexNetHasTheCountsOfItsLayers() {
        assertThat(Nets.alexNet().parameters("conv4")).isEqualTo(663936);
        assertThat(Nets.alexNet().multiplies("")).isEqualTo(724406816);
    }

    @Example
    void googLeNetsModulesKeepTheSideAndStackTheirPaths() {
        var net = Nets.googLeNet(32);

        assertThat(net.depth()).isEqualTo(1000);
        assertThat(net.parameters("linear")).isEqualTo(1024 * 1000 + 1000);
        assertThat(net.multiplies("3a")).isEqualTo(28 * 28 * 163328);
    }

    @Example
    void inceptionBnStacksMoreMapsThanItsTablePrints() {
        var widths = new TreeMap<String, Integer>();
        Nets.inceptionBn(widths);

        assertThat(widths)
                .containsEntry("4b", 576)
                .containsEntry("4c", 608)
                .containsEntry("4e", 1056)
                .containsEntry("5b", 1024);
    }

    @Example
    void deeperResNetsCostMoreAndTheSideDoesNotDependOnDepth() {
        assertThat(Nets.resNet(true, 3, 4, 6, 3).parameters("")).isEqualTo(25557032);
        assertThat(Nets.resNet(false, 2, 2, 2, 2).parameters("fc")).isEqualTo(513000);
        assertThat(Nets.resNet(false, 3, 4, 6, 3).multiplies(""))
                .isGreaterThan(Nets.resNet(false, 2, 2, 2, 2).multiplies(""));
    }

    @Example
    void impossibleShapesAreRefused() {
        var net = new Blueprint(6, 8, true, false);

        assertThatThrownBy(() -> net.conv("c", 4, 3, 1, 0, 4))
                .hasMessage("c: 4 groups do not divide 6 and 4 maps");
        assertThatThrownBy(() -> net.conv("c", 6, 9, 1, 0, 1))
                .hasMessage("c: a window of 9 does not fit a side of 8");
        assertThatThrownBy(() -> net.concat(net.branch(), net.branch().pool(2, 2, 0)))
                .hasMessage("maps of side 4 do not lie on maps of side 8");
    }
}
