package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lectern.model.Cell;
import lectern.model.CellId;
import lectern.model.CellOptions;
import lectern.model.CellSource;
import lectern.model.Inputs;
import lectern.model.Location;
import lectern.runs.RunPlan;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    private static RunPlan.Item item(int number) {
        Cell cell =
                new Cell(
                        new CellId("cell-" + (number * 7919) % 1000),
                        "",
                        new CellSource.Scripted("scripts/One.java"),
                        CellOptions.DEFAULT,
                        Location.of("notes/one.adoc", 1),
                        1);
        return new RunPlan.Item(
                cell, null, new Inputs(Map.of()), RunPlan.State.FRESH, Optional.empty());
    }

    @Property(tries = 200)
    void partsHoldEveryCellOnceAndAreOfEqualSize(
            @ForAll @IntRange(max = 60) int cells, @ForAll @IntRange(min = 1, max = 9) int of) {
        List<RunPlan.Item> items = IntStream.range(0, cells).mapToObj(ShardTest::item).toList();
        List<RunPlan.Item> all = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            List<RunPlan.Item> part = Shard.parse(number + "/" + of).part(items);
            assertThat(part.size()).isBetween(cells / of, (cells + of - 1) / of);
            all.addAll(part);
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(items);
        assertThat(Shard.WHOLE.part(items)).isEqualTo(items);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "0/2", "3/2", "-1/2", "1/0", "a/b", "1/2/3", "9999999/9999999"})
    void whatIsNoPartIsRefused(String written) {
        assertThatThrownBy(() -> Shard.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + written + "' is no part; write 2/5 for the second of five");
    }
}
