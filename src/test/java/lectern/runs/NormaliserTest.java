package lectern.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import lectern.model.Noise;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DURATIONS | took 12.3 ms, then 4s   | took [time], then [time]",
                "DURATIONS | 1 min 30 s and 5 µs.    | [time] and [time].",
                "DURATIONS | after PT1.5S            | after [time]",
                "DURATIONS | 12 msgs, 3 hats, 7 m    | 12 msgs, 3 hats, 7 m",
                "DURATIONS | 8 GB/s and x4s and 2.5 smooth | 8 GB/s and x4s and 2.5 smooth",
                "PATHS | wrote /tmp/a-1/b.txt now    | wrote [path] now",
                "PATHS | wrote C:\\Temp\\x\\b.txt    | wrote [path]",
                "PATHS | 8 GB/s, a/b/c, https://a.org/b/c, /x | 8 GB/s, a/b/c, https://a.org/b/c, /x",
                "HASHES | One@1b2c3d, One@ff, One@1b2c3d | One@[hash 1], One@[hash 2], One@[hash 1]",
                "HASHES | [I@6d06d69c. me@abc.org    | [I@[hash 1]. me@abc.org",
                "HASHES | One$$Lambda/0x00007f1@1b2c | One$$Lambda@[hash 1]",
                "HASHES | One$$Lambda$14/0x00007f1@1b2c | One$$Lambda@[hash 1]",
                "THREADS | in pool-1-thread-2        | in [thread]",
                "THREADS | Thread[#31,Thread-0,5,main] | [thread]",
                "THREADS | ForkJoinPool.commonPool-worker-3 ForkJoinPool-1-worker-3 | [thread] [thread]",
                "THREADS | VirtualThread[#21]/runnable | [thread]/runnable",
                "THREADS | Thread-7, Threadripper-7  | [thread], Threadripper-7"
            })
    void declaredNoiseBecomesPlaceholders(Noise noise, String text, String expected) {
        assertThat(new Normaliser(Set.of(noise)).apply(text)).isEqualTo(expected);
        assertThat(new Normaliser(Set.of()).apply(text)).isEqualTo(text);
    }

    @Property(tries = 300)
    void nothingDeclaredChangesNothing(@ForAll String text) {
        assertThat(new Normaliser(Set.of()).apply(text)).isEqualTo(text);
    }

    @Property(tries = 500)
    void whatIsNormalStaysAsItIs(@ForAll String text, @ForAll Set<Noise> noise) {
        Normaliser normaliser = new Normaliser(noise);
        String once = normaliser.apply(text + " 3 ms /tmp/a/b One@1f Thread-1 " + text);
        assertThat(normaliser.apply(once)).isEqualTo(once);
    }

    @Property
    void onlyTheNumberOfADurationMayDiffer(
            @ForAll @IntRange(max = 100_000) int a, @ForAll @IntRange(max = 100_000) int b) {
        Normaliser all = new Normaliser(EnumSet.allOf(Noise.class));
        assertThat(all.apply("step " + a + " took " + a + " ms"))
                .isEqualTo(all.apply("step " + a + " took " + b + " ms"));
        if (a != b) {
            assertThat(all.apply("step " + a + " took 1 ms"))
                    .isNotEqualTo(all.apply("step " + b + " took 1 ms"));
        }
    }
}
