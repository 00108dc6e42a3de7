package lectern.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.note.NoteExamples.Example;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scans the notes of {@code spec/notes.txt} and compares all that is found, with its places. To add
 * an example, write it there without a dump and run with {@code -Dsnapshots=overwrite}; then read
 * what was written.
 */
class NoteSpecTest {
    private static final Path SPEC = Path.of("src/test/resources/spec/notes.txt");
    private static final boolean OVERWRITE = "overwrite".equals(System.getProperty("snapshots"));

    @TempDir private Path root;

    static List<Example> examples() {
        return NoteExamples.read(SPEC).examples();
    }

    @BeforeEach
    void layFilesThatExamplesInclude() throws IOException {
        Files.createDirectories(root.resolve("notes"));
        Files.createDirectories(root.resolve("scripts"));
        Files.writeString(
                root.resolve("scripts/One.java"), "// tag::a[]\nclass One {}\n// end::a[]\n");
        Files.writeString(root.resolve("notes/other.adoc"), "== Other\n\n[#inside]\nText.\n");
    }

    @Test
    void specHasItsExamplesAndEachItsOwnName() throws IOException {
        if (OVERWRITE) {
            List<String> dumps = new ArrayList<>();
            for (Example example : examples()) {
                dumps.add(dump(example.source()));
            }
            NoteExamples.read(SPEC).overwrite(dumps);
        }
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(examples()).extracting(Example::name).doesNotHaveDuplicates();
        assertThat(examples())
                .filteredOn(e -> e.dump().isEmpty())
                .extracting(Example::name)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void scanFindsWhatTheSpecSays(Example example) throws IOException {
        assertThat(dump(example.source())).isEqualTo(example.dump());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void otherLineEndsFindTheSame(Example example) throws IOException {
        assertThat(dump(example.source().replace("\n", "\r\n"))).isEqualTo(example.dump());
    }

    private String dump(String source) throws IOException {
        Path main = Files.writeString(root.resolve("notes/book.adoc"), source);
        BookReader.Reading reading =
                BookReader.read(root, main, Map.of("scripts", root.resolve("scripts").toString()));
        return NoteDump.of(reading.book().notes().get(0), reading.findings());
    }
}
