import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import optimus.Assignment;

/** Assignments lose nothing, whatever the blocks. */
class ParameterAssignmentTest {
    @Property
    void nothingIsLostAndNoBlockWithoutRequest(
            @ForAll List<@LongRange(min = 1, max = 5_000_000) Long> blocks,
            @ForAll @IntRange(min = 1, max = 40) int servers) {
        long total = blocks.stream().mapToLong(Long::longValue).sum();
        for (var assignment :
                List.of(
                        Assignment.paa(blocks, servers),
                        Assignment.mxnet(blocks, servers, false),
                        Assignment.mxnet(blocks, servers, true))) {
            assertThat(LongStream.of(assignment.sizes()).sum()).isEqualTo(total);
            assertThat(assignment.totalRequests()).isGreaterThanOrEqualTo(blocks.size());
        }
    }

    @Example
    void blocksOfResNetAreThoseOfMxnet() {
        var blocks = Assignment.resNet50();

        assertThat(blocks).hasSize(157);
        assertThat(blocks.stream().mapToLong(Long::longValue).sum()).isEqualTo(25_549_486);
    }

    @Example
    void oneHugeBlockIsCutIntoEqualParts() {
        var assignment = Assignment.paa(List.of(1000L), 4);

        assertThat(assignment.sizes()).containsOnly(250);
        assertThat(assignment.totalRequests()).isEqualTo(4);
    }
}
