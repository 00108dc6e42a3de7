package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading forgivingly and writing whole. */
class SourceFilesTest {
    @TempDir private Path temp;

    @Test
    void writeMakesFoldersAndLeavesNothingBeside() throws IOException {
        Path file = temp.resolve("a/b/c.txt");

        assertThat(SourceFiles.write(file, "text")).isTrue();

        assertThat(file).hasContent("text");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void writeOfTheSameContentTouchesNothing() throws IOException {
        Path file = Files.writeString(temp.resolve("c.txt"), "text");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));

        assertThat(SourceFiles.write(file, "text")).isFalse();

        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000);
    }

    @Test
    void writeThatCannotMoveLeavesTheOldAndNothingBeside() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("c.txt"));
        Files.writeString(folder.resolve("old"), "old");

        assertThatThrownBy(() -> SourceFiles.write(folder, "new"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("writing " + folder);

        assertThat(folder.resolve("old")).hasContent("old");
        try (var files = Files.list(temp)) {
            assertThat(files).containsExactly(folder);
        }
    }

    @Test
    void writeWithoutRoomForTheTemporaryLeavesTheOld() throws IOException {
        Path file = Files.writeString(temp.resolve("c.txt"), "old");
        // a folder in its place cannot be written to, whoever asks
        Path taken = Files.createDirectories(temp.resolve(".c.txt.tmp"));
        Files.writeString(taken.resolve("x"), "");

        assertThatThrownBy(() -> SourceFiles.write(file, "new"))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(file).hasContent("old");
    }

    @Test
    void readDropsTheByteOrderMarkAndReplacesMalformedBytes() throws IOException {
        byte[] bytes = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', (byte) 0xff};

        assertThat(SourceFiles.read(Files.write(temp.resolve("f"), bytes))).isEqualTo("a\ufffd");
    }

    @Test
    void readOfNoFileSaysWhich() {
        assertThatThrownBy(() -> SourceFiles.read(temp.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("reading " + temp.resolve("none"));
    }

    @Test
    void digestOfTextIsTheSameOnEveryCheckout() throws IOException {
        Path unix = Files.writeString(temp.resolve("a"), "x\ny\n");
        Path other = Files.writeString(temp.resolve("b"), "x\r\ny\r\n");

        assertThat(Digests.ofText(other)).isEqualTo(Digests.ofText(unix));
        assertThat(Digests.ofFile(other)).isNotEqualTo(Digests.ofFile(unix));
    }

    @Test
    void digestIsTheOneThatEverybodyComputes() {
        // FIPS 180-4, the example of three letters
        assertThat(Digests.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digests.of("\u4e2d"))
                .isEqualTo(Digests.of("\u4e2d".getBytes(StandardCharsets.UTF_8)));
    }

    @Property
    void linesJoinedAgainAreTheText(@ForAll("texts") String text) {
        String joined = String.join("\n", SourceFiles.lines(text));

        assertThat(joined).isIn(text, text.replaceFirst("\n$", ""));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> texts() {
        return net.jqwik.api.Arbitraries.strings()
                .withChars('a', '\n', ' ', '\u4e2d')
                .ofMaxLength(12);
    }
}
