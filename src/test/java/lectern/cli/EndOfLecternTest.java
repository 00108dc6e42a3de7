package lectern.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lectern.kernel.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Lectern as a process of its own that is told to end while a cell runs. */
@DisabledOnOs(OS.WINDOWS)
class EndOfLecternTest {
    private static final String MARK = "endless-5309";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path book;

    @Test
    void termSignalLeavesNoProcessAndNoRecord() throws Exception {
        Process lectern = start();
        ProcessHandle cell = cell();

        lectern.destroy();

        assertThat(lectern.waitFor(60, TimeUnit.SECONDS)).isTrue();
        cell.onExit().get(60, TimeUnit.SECONDS);
        assertThat(cells()).isEmpty();
        assertThat(book.resolve("notes/runs")).doesNotExist();
    }

    @Test
    void killSignalLeavesNoProcessAndNoRecord() throws Exception {
        assumeTrue(Sandbox.best() == Sandbox.BWRAP, "no bwrap on this system");
        killed(start());
    }

    @Test
    void killSignalLeavesNoProcessWhereThereIsNoBubblewrap() throws Exception {
        Path programs = Files.createDirectories(book.resolve("programs"));
        for (String name : List.of("unshare", "setpriv", "sh", "ip", "true")) {
            Optional<Path> program = program(name);
            assumeTrue(program.isPresent(), "no " + name + " on this system");
            Files.createSymbolicLink(programs.resolve(name), program.get());
        }
        ProcessBuilder lectern = lectern();
        lectern.environment().put("PATH", programs.toString());
        killed(lectern.start());
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void killed(Process lectern) throws Exception {
        ProcessHandle cell = cell();

        lectern.destroyForcibly();

        assertThat(lectern.waitFor(60, TimeUnit.SECONDS)).isTrue();
        cell.onExit().get(60, TimeUnit.SECONDS);
        assertThat(book.resolve("notes/runs")).doesNotExist();
    }

    private Process start() throws IOException {
        return lectern().start();
    }

    private ProcessBuilder lectern() throws IOException {
        Files.createDirectories(book.resolve("notes"));
        Files.createDirectories(book.resolve("scripts"));
        Files.writeString(
                book.resolve("notes/book.adoc"),
                """
                = A Book

                == One

                [#endless.cell,args="%s"]
                .It runs on
                [source,java]
                ----
                include::{scripts}/Endless.java[]
                ----
                """
                        .formatted(MARK));
        Files.writeString(
                book.resolve("scripts/Endless.java"),
                """
                class Endless {
                    public static void main(String[] args) throws Exception {
                        while (true) {
                            Thread.sleep(1000);
                        }
                    }
                }
                """);
        return new ProcessBuilder(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "lectern.cli.Main",
                                "run",
                                "--book",
                                book.resolve("notes/book.adoc").toString(),
                                "--target",
                                book.resolve("target").toString()))
                .redirectErrorStream(true)
                .redirectOutput(book.resolve("said.txt").toFile());
    }

    /** The program of the cell, once it is there. */
    private static ProcessHandle cell() {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < deadline) {
            for (ProcessHandle handle : cells()) {
                if (handle.info().command().orElse("").endsWith("java")) {
                    return handle;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the cell was never started");
    }

    private static List<ProcessHandle> cells() {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.info().commandLine().orElse("").contains(MARK))
                .toList();
    }
}
