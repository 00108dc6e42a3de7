package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed into a file and read back. */
class PackedTest {
    @TempDir private Path folder;

    private Path written() {
        PackedWriter out = new PackedWriter("writer 1");
        out.number(-7);
        out.text("半 and \uD83D\uDE00");
        out.texts(List.of("b", "", "a"));
        out.texts(Map.of("two", "2", "one", "1"));
        out.bytes(new byte[] {0, -1});
        Path file = folder.resolve("packed");
        out.write(file);
        return file;
    }

    @Test
    void readsInTheSameOrder() {
        PackedReader in = PackedReader.open(written(), "writer 1").orElseThrow();

        assertThat(in.number()).isEqualTo(-7);
        assertThat(in.text()).isEqualTo("半 and \uD83D\uDE00");
        assertThat(in.texts()).containsExactly("b", "", "a");
        assertThat(in.named()).isEqualTo(Map.of("one", "1", "two", "2"));
        assertThat(in.bytes()).containsExactly(0, -1);
    }

    @Test
    void whatAnotherWroteIsNone() {
        assertThat(PackedReader.open(written(), "writer 2")).isEmpty();
        assertThat(PackedReader.open(folder.resolve("nowhere"), "writer 1")).isEmpty();
    }

    @Test
    void everyDamagedByteAndEveryLostByteIsSeen() throws IOException {
        Path file = written();
        byte[] whole = Files.readAllBytes(file);
        assertThat(whole).hasSizeGreaterThan(60);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 4;
            Files.write(file, damaged);
            assertThat(PackedReader.open(file, "writer 1")).as("byte %d", i).isEmpty();
            Files.write(file, java.util.Arrays.copyOf(whole, i));
            assertThat(PackedReader.open(file, "writer 1")).as("%d bytes", i).isEmpty();
        }
    }
}
