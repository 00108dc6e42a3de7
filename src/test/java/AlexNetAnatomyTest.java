import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Counts of the layer algebra, again by another way. */
class AlexNetAnatomyTest {
    @Example
    void paperHasItsSixtyMillionParameters() {
        var net = AlexNetAnatomy.alexNet(227, 16, 2, 1000);

        assertThat(net.stream().map(AlexNetAnatomy.Stage::parameters))
                .containsExactly(
                        0L, 34944L, 0L, 307456L, 0L, 885120L, 663936L, 442624L, 0L, 37752832L,
                        16781312L, 4097000L);
        assertThat(AlexNetAnatomy.multiplyAdds(net)).isEqualTo(724406816);
        assertThat(AlexNetAnatomy.neurons(net)).isEqualTo(659272);
    }

    @Example
    void receptiveFieldGrowsToThreeQuartersOfTheImage() {
        var net = AlexNetAnatomy.alexNet(227, 16, 2, 1000);

        assertThat(net.subList(1, 9).stream().map(AlexNetAnatomy.Stage::field))
                .containsExactly(11, 19, 51, 67, 99, 131, 163, 195);
        assertThat(net.get(8).jump()).isEqualTo(32);
    }

    @Property(tries = 100)
    void oneGroupCostsTwiceTheGroupedWeightsAndNotTheBiases(
            @ForAll @IntRange(min = 1, max = 64) int width) {
        var two = AlexNetAnatomy.alexNet(227, width, 2, 10);
        var one = AlexNetAnatomy.alexNet(227, width, 1, 10);

        for (int i : new int[] {3, 6, 7}) {
            int maps = two.get(i).maps();
            assertThat(one.get(i).parameters() - maps)
                    .isEqualTo(2 * (two.get(i).parameters() - maps));
        }
        assertThat(one.get(5)).isEqualTo(two.get(5));
    }

    @Property(tries = 100)
    void layersOfAnyImageFitTheirWindows(@ForAll @IntRange(min = 67, max = 2048) int image) {
        var net = AlexNetAnatomy.alexNet(image, 16, 2, 1000);

        assertThat(net.get(1).side()).isEqualTo(Math.floorDiv(image - 11, 4) + 1);
        assertThat(net.get(8).side()).isPositive();
        assertThat(net.get(9).parameters())
                .isEqualTo(4096L * (256L * net.get(8).side() * net.get(8).side() + 1));
    }
}
