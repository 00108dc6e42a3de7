package lectern.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one run. The program may write to its home and to {@code out}; what it printed lies
 * where it cannot reach.
 */
record RunFolder(Path folder) {
    /** Working directory of the program, and its home. */
    Path home() {
        return folder.resolve("run");
    }

    /** Where its temporary files go. */
    Path temp() {
        return home().resolve("tmp");
    }

    /** Where it leaves facts, tables and figures. */
    Path out() {
        return folder.resolve("out");
    }

    /** What it printed. */
    Path stdout() {
        return folder.resolve("stdout.txt");
    }

    /** What it complained of. */
    Path stderr() {
        return folder.resolve("stderr.txt");
    }

    /** The only names that it can look up where settings must do for a sandbox. */
    Path hosts() {
        return folder.resolve("hosts");
    }

    /** All that the program may write to. */
    List<Path> writable() {
        return List.of(home(), out());
    }

    /** Make it anew, with nothing in it. */
    void create() {
        deleteTree(home());
        deleteTree(out());
        try {
            Files.createDirectories(temp());
            Files.createDirectories(out());
            Files.writeString(hosts(), "127.0.0.1 localhost\n::1 localhost\n");
        } catch (IOException e) {
            throw new UncheckedIOException("creating " + folder, e);
        }
    }

    /** Delete a folder and all in it; links are not followed. */
    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("emptying " + folder, e);
        }
    }
}
