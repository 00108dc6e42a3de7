package lectern.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of kernels that were killed. */
class LeftoversTest {
    @TempDir private Path work;

    @Test
    void foldersOfTheDeadGoAndThoseOfTheLivingStay() throws Exception {
        Process ended = new ProcessBuilder("java", "-version").start();
        ended.waitFor();
        Path dead = Files.createDirectories(work.resolve(ended.pid() + "-1/runs/one"));
        Path alive = Files.createDirectories(work.resolve(ProcessHandle.current().pid() + "-1"));
        Path other = Files.createDirectories(work.resolve("notes"));

        Leftovers.delete(work);

        assertThat(dead).doesNotExist();
        assertThat(work.resolve(ended.pid() + "-1")).doesNotExist();
        assertThat(alive).exists();
        assertThat(other).exists();
        Leftovers.delete(work.resolve("absent"));
    }
}
