package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tagged regions of a file. */
class TagsTest {
    @Test
    void regionsAreFoundByTheirMarks() {
        Tags tags =
                Tags.of(
                        List.of(
                                "// tag::a[]",
                                "x",
                                "// end::a[]",
                                "# tag::b-c.d[]",
                                "/* end::b-c.d[] */"));

        assertThat(tags.regions())
                .containsExactly(java.util.Map.entry("a", 1), java.util.Map.entry("b-c.d", 4));
        assertThat(tags.unclosed()).isEmpty();
    }

    @Test
    void regionWithoutItsEndIsUnclosed() {
        assertThat(Tags.of(List.of("", "// tag::a[]", "// tag::b[]", "// end::b[]")).unclosed())
                .containsExactly(java.util.Map.entry("a", 2));
    }

    @Test
    void regionOpenedAgainAfterItsEndIsClosed() {
        Tags tags = Tags.of(List.of("// tag::a[]", "// end::a[]", "// tag::a[]", "// end::a[]"));

        assertThat(tags.regions()).containsEntry("a", 1);
        assertThat(tags.unclosed()).isEmpty();
    }

    @Test
    void wordsThatOnlyLookLikeMarksAreNone() {
        assertThat(Tags.of(List.of("xtag::a[]", "tag::b[c]", "tag:: a[]", "tag::d[]x")).regions())
                .isEmpty();
    }
}
