package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource({
        "roofline, roofline",
        "_getting_started, getting-started",
        "Index, index-2",
        "search, search-2",
        "显存, 663e-5b58",
        "a b/../c, a-b-c",
        "..., page",
        "con, con-2"
    })
    void idBecomesPlainFileName(String id, String slug) {
        assertThat(new Slugs().slug(id)).isEqualTo(slug);
    }

    @Test
    void secondPageOfTheSameIdGetsNumber() {
        Slugs slugs = new Slugs();
        assertThat(slugs.slug("memory")).isEqualTo("memory");
        assertThat(slugs.slug("Memory")).isEqualTo("memory-2");
        assertThat(slugs.slug("_memory")).isEqualTo("memory-3");
    }

    @Test
    void longIdIsCut() {
        assertThat(new Slugs().slug("x".repeat(500))).hasSize(80);
    }
}
