package lectern.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTailTest {
    @TempDir private Path temp;
    private Path file;
    private final List<String> told = new ArrayList<>();
    private OutputTail tail;

    @BeforeEach
    void open() throws IOException {
        file = Files.createFile(temp.resolve("out"));
        tail = new OutputTail(file, told::add);
    }

    private void write(int... bytes) throws IOException {
        byte[] written = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            written[i] = (byte) bytes[i];
        }
        Files.write(file, written, StandardOpenOption.APPEND);
    }

    @Test
    void onlyWhatIsNewIsTold() throws IOException {
        write('a', '\n');
        tail.follow();
        tail.follow();
        write('b');
        tail.end();

        assertThat(told).containsExactly("a\n", "b");
    }

    @Test
    void characterWhoseBytesComeApartIsToldWhole() throws IOException {
        write('x', 0xe4, 0xb8);
        tail.follow();
        write(0xad);
        tail.end();

        assertThat(told).containsExactly("x", "\u4e2d");
    }

    @Test
    void bytesThatAreNoTextAreReplaced() throws IOException {
        write('x', 0xff, 'y', 0xe4);
        tail.end();

        assertThat(String.join("", told)).isEqualTo("x\ufffdy\ufffd");
    }

    @Test
    void nothingIsToldBeyondTheLimit() throws IOException {
        Files.writeString(file, "x".repeat((int) Captured.LIMIT - 1) + "yz");
        tail.follow();
        write('z');
        tail.end();

        String all = String.join("", told);
        assertThat(all).hasSize((int) Captured.LIMIT).endsWith("xy");
    }
}
