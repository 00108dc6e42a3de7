package lectern.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lectern.highlight.SpecFile.Example;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of {@code spec/highlight-java.txt}; the file says how to add one. */
class JavaSpecTest {

    private static final Path SPEC = Path.of("src/test/resources/spec/highlight-java.txt");

    @BeforeAll
    static void overwriteWhenAsked() throws IOException {
        if ("overwrite".equals(System.getProperty("snapshots"))) {
            SpecFile.read(SPEC).overwrite(new JavaHighlighter());
        }
    }

    static List<Example> examples() {
        return SpecFile.read(SPEC).examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void codeIsMarkedAsTheSpecSays(Example example) {
        assertThat(new JavaHighlighter().highlight(example.code())).isEqualTo(example.html());
    }

    @Test
    void specHasItsExamples() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(25);
    }
}
