package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMemoryTest {
    @TempDir Path folder;

    private final FileMemory memory = new FileMemory();
    private Path file;
    private int made;

    @BeforeEach
    void anOldFile() throws IOException {
        file = folder.resolve("a.txt");
        write("one", Duration.ofHours(1));
    }

    @Test
    void unchangedIsMadeOnce() {
        assertThat(read(memory)).isEqualTo("one");
        assertThat(read(memory)).isEqualTo("one");
        assertThat(made).isEqualTo(1);
    }

    @Test
    void anotherTimeAnotherSizeAndAnotherFileAreEachNoticed() throws IOException {
        read(memory);
        write("two", Duration.ofMinutes(30));
        assertThat(read(memory)).isEqualTo("two");
        write("three", Duration.ofMinutes(30));
        assertThat(read(memory)).isEqualTo("three");
        FileTime time = Files.getLastModifiedTime(file);
        Path other = folder.resolve("b.txt");
        Files.writeString(other, "seven");
        Files.setLastModifiedTime(other, time);
        Files.delete(file);
        Files.move(other, file);
        assertThat(read(memory)).isEqualTo("seven");
    }

    @Test
    void aChangeWithinTheClocksResolutionIsNoticed() throws IOException {
        FileTime now = FileTime.from(Instant.now());
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, now);
        assertThat(read(memory)).isEqualTo("two");
        Files.writeString(file, "ten");
        Files.setLastModifiedTime(file, now);
        assertThat(read(memory)).isEqualTo("ten");
    }

    @Test
    void aFileThatGoesOrComesIsNoticed() throws IOException {
        Path other = folder.resolve("b.txt");
        assertThat(both(other)).isEqualTo("one");
        Files.writeString(other, "more");
        assertThat(both(other)).isEqualTo("onemore");
        Files.delete(other);
        assertThat(both(other)).isEqualTo("one");
    }

    @Test
    void whatIsNotAskedForIsForgotten() {
        read(memory);
        memory.tidy();
        read(memory);
        assertThat(made).isEqualTo(1);
        memory.tidy();
        memory.tidy();
        read(memory);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void linesTagsAndDigestsAreThoseOfTheFile() throws IOException {
        write("// tag::x[]\r\nint x;\r\n// end::x[]\r\n", Duration.ofHours(1));
        assertThat(memory.lines(file)).isEqualTo(SourceFiles.lines(file)).hasSize(3);
        assertThat(memory.tags(file)).isEqualTo(Tags.of(SourceFiles.lines(file)));
        assertThat(memory.tags(file).regions()).containsOnlyKeys("x");
        assertThat(memory.digest(file)).isEqualTo(Digests.ofFile(file));
        assertThat(memory.textDigest(file)).isEqualTo(Digests.ofText(file));
        assertThat(memory.digest(file)).isNotEqualTo(memory.textDigest(file));
    }

    @Test
    void manyThreadsMayAsk() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Path one = folder.resolve(i + ".txt");
            Files.writeString(one, "number " + i);
            Files.setLastModifiedTime(one, FileTime.from(Instant.EPOCH));
            files.add(one);
        }
        for (int time = 0; time < 3; time++) {
            assertThat(files.parallelStream().map(one -> memory.lines(one).get(0)).toList())
                    .hasSize(500)
                    .startsWith("number 0")
                    .endsWith("number 499");
            memory.tidy();
        }
        assertThat(memory.lines(files.get(7))).isSameAs(memory.lines(files.get(7)));
    }

    @Test
    void noneMakesEverythingAnew() {
        assertThat(List.of(read(FileMemory.NONE), read(FileMemory.NONE))).containsOnly("one");
        assertThat(made).isEqualTo(2);
    }

    private String read(FileMemory from) {
        return from.of(
                "text",
                file,
                more -> {
                    made++;
                    return SourceFiles.read(file);
                });
    }

    private String both(Path other) {
        return memory.of(
                "both",
                file,
                more -> {
                    more.accept(other);
                    return SourceFiles.read(file)
                            + (Files.isRegularFile(other) ? SourceFiles.read(other) : "");
                });
    }

    private void write(String text, Duration age) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
