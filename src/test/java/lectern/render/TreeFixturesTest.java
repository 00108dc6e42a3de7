package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prepared trees against files in {@code src/test/resources/render/tree}.
 *
 * <p>To add a case, write {@code name.txt}: what Asciidoctor gives, a line {@code ====}, what the
 * tree shall hold. {@code -Dsnapshots=overwrite} rewrites the second half; review it like code.
 */
class TreeFixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/render/tree");
    private static final String RULE = "\n====\n";

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void fixturesAreThere() throws IOException {
        assertThat(fixtures()).hasSizeGreaterThanOrEqualTo(9);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void treeIsAsTheFixtureSays(Path fixture) throws IOException {
        String text = Files.readString(fixture, StandardCharsets.UTF_8);
        int rule = text.indexOf(RULE);
        String input = text.substring(0, rule);
        String tree = SampleBook.tree(input).content().html().strip() + "\n";
        if (System.getProperty("snapshots", "").equals("overwrite")) {
            Files.writeString(fixture, input + RULE + tree, StandardCharsets.UTF_8);
        } else {
            assertThat(tree).isEqualTo(text.substring(rule + RULE.length()));
        }
    }
}
