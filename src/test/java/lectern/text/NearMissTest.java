package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What an author probably meant. */
class NearMissTest {
    @Test
    void hintNamesTheNearest() {
        assertThat(NearMiss.hint("halfs", List.of("halve", "halves", "other")))
                .isEqualTo("did you mean 'halve'?");
    }

    @Test
    void hintListsSomeWhenNoneIsNear() {
        assertThat(NearMiss.hint("elsewhere", List.of("b", "a"))).isEqualTo("known: a, b");
    }

    @Test
    void hintOfNothingSaysSo() {
        assertThat(NearMiss.hint("x", Set.of())).isEqualTo("there is none");
    }

    @Test
    void hintListsNoMoreThanTwelve() {
        List<String> many =
                java.util.stream.IntStream.range(0, 50).mapToObj(i -> "name" + i).toList();

        assertThat(NearMiss.hint("something else entirely", many).split(",")).hasSize(12);
    }

    @Property
    void distanceIsAMetric(
            @ForAll @AlphaChars @StringLength(max = 8) String a,
            @ForAll @AlphaChars @StringLength(max = 8) String b,
            @ForAll @AlphaChars @StringLength(max = 8) String c) {
        assertThat(NearMiss.distance(a, b)).isEqualTo(NearMiss.distance(b, a));
        assertThat(NearMiss.distance(a, b) == 0).isEqualTo(a.equals(b));
        assertThat(NearMiss.distance(a, c))
                .isLessThanOrEqualTo(NearMiss.distance(a, b) + NearMiss.distance(b, c));
    }
}
