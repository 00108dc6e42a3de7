package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the last build still holds. */
class StampTest {
    @TempDir private Path temp;
    private Path input;
    private Stamp stamp;

    @BeforeEach
    void buildOnce() throws IOException {
        input = Files.writeString(temp.resolve("in put.txt"), "abc");
        stamp = new Stamp(temp.resolve("cache/stamp"), "html");
        stamp.write("all well", List.of(input));
    }

    @Test
    void nothingChangedSaysWhatWasSaid() {
        assertThat(stamp.current()).contains("all well");
    }

    @Test
    void changedContentOfTheSameSizeAndTimeIsSeenWhileYoung() throws IOException {
        FileTime time = Files.getLastModifiedTime(input);
        Files.writeString(input, "abd");
        Files.setLastModifiedTime(input, time);

        assertThat(stamp.current()).isEmpty();
    }

    @Test
    void touchedFileWithTheSameContentHasNotChanged() throws IOException {
        Files.setLastModifiedTime(input, FileTime.fromMillis(5_000));

        assertThat(stamp.current()).contains("all well");
    }

    @Test
    void changedSizeIsSeen() throws IOException {
        Files.writeString(input, "abcd");

        assertThat(stamp.current()).isEmpty();
    }

    @Test
    void missingFileIsSeen() throws IOException {
        Files.delete(input);

        assertThat(stamp.current()).isEmpty();
    }

    @Test
    void otherSettingsAreAnotherBuild() {
        assertThat(new Stamp(temp.resolve("cache/stamp"), "pdf").current()).isEmpty();
    }

    @Test
    void clearForgets() {
        stamp.clear();
        stamp.clear();

        assertThat(stamp.current()).isEmpty();
    }

    @Test
    void stampOfNoFilesIsNone() {
        stamp.write("nothing", List.of());

        assertThat(stamp.current()).isEmpty();
    }

    @Test
    void damagedStampIsNone() throws IOException {
        Path file = temp.resolve("cache/stamp");
        for (String text :
                List.of(
                        "",
                        "html\n",
                        "html\nx\ny\nz\n",
                        "html\n1\nsaid\nfields\n",
                        "html\n1\nsaid\na b c d\n")) {
            Files.writeString(file, text);

            assertThat(stamp.current()).as(text).isEmpty();
        }
    }
}
