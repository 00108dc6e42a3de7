import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import launchpad.LaunchType;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Each program of the example, on each launch type. */
class LaunchpadMiniTest {
    @Property(tries = 12)
    void consumerGetsEveryProducersAnswerTenTimes(
            @ForAll @IntRange(min = 1, max = 6) int producers) {
        var round = java.util.stream.IntStream.range(0, producers).boxed().toList();
        for (var type : List.of(LaunchType.THREADS, LaunchType.SOCKETS)) {
            assertThat(LaunchpadMini.consume(type, producers)).hasSize(10).containsOnly(round);
        }
    }

    @Example
    void consumerGetsTheSameFromProcesses() {
        assertThat(LaunchpadMini.consume(LaunchType.PROCESSES, 2))
                .hasSize(10)
                .containsOnly(List.of(0, 1));
    }

    @Property(tries = 12)
    void ringComesAroundOnThreadsAndSockets(
            @ForAll @IntRange(min = 1, max = 5) int members,
            @ForAll @IntRange(min = 0, max = 30) int hops) {
        var expected = "abcde".substring(0, members).repeat(31).substring(0, hops);
        assertThat(LaunchpadMini.around(members, hops)).isEqualTo(expected);
        for (var type : List.of(LaunchType.THREADS, LaunchType.SOCKETS)) {
            assertThat(LaunchpadMini.ring(type, members, hops)).isEqualTo(expected);
        }
    }

    @Example
    void wordsOfTheTextAreCounted() {
        for (var type : List.of(LaunchType.THREADS, LaunchType.SOCKETS)) {
            assertThat(LaunchpadMini.words(type))
                    .containsAllEntriesOf(Map.of("a", 8, "node", 2, "graph", 2, "is", 4, "yet", 1))
                    .hasSize(20);
        }
    }

    @Example
    void evolutionFollowsOnePathWhoeverEvaluates() {
        var alone = LaunchpadMini.evolve(LaunchType.THREADS, 1, 20);
        for (int evaluators : new int[] {2, 3, 8}) {
            var path = LaunchpadMini.evolve(LaunchType.SOCKETS, evaluators, 20);
            assertThat(path).hasSize(21);
            for (int i = 0; i < path.size(); i++) {
                assertThat(path.get(i)).containsExactly(alone.get(i));
            }
        }
        assertThat(LaunchpadMini.distance(alone.get(20)))
                .isLessThan(LaunchpadMini.distance(alone.get(0)) / 2);
    }
}
