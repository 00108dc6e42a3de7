package lectern.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a verb in a JVM with the flags that suit one conversion: only the first compiler tier, the
 * serial collector, Ruby interpreted. They save more than half of the processor time of a build; a
 * jar cannot ask for them, so a process that must convert starts another.
 */
final class LeanJvm {
    private static final String MARK = "lectern.lean";
    private static final List<String> FLAGS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    // no growing in steps: each step would begin with a full collection
                    "-XX:MetaspaceSize=256m",
                    "-Xms500m",
                    "-Xmn140m",
                    "-Xmx2g",
                    // a full collection makes less room than usual, so that 470 pages fit in 750 MB
                    "-XX:MinHeapFreeRatio=25",
                    "-Xss8m",
                    "-Djruby.compile.mode=OFF",
                    "-Djruby.jit.threshold=-1",
                    "-Djruby.cli.did_you_mean.enable=false",
                    // neither is asked for: the engine names its load path and calls no C
                    "-Djruby.cli.rubygems.enable=false",
                    "-Djruby.native.enabled=false",
                    "-Djava.awt.headless=true",
                    "-D" + MARK + "=true");

    // the last of two that contradict each other holds
    private static final List<String> STAYING =
            List.of(
                    "-Xms64m",
                    "-Xmn32m",
                    "-Xmx640m",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=20",
                    "-Djruby.compile.mode=JIT",
                    "-Djruby.jit.threshold=20");

    private LeanJvm() {}

    /** Whether this process has the flags. */
    static boolean isThis() {
        return Boolean.getBoolean(MARK);
    }

    /** What newer JVMs want to be told before JRuby may do what it does; they warn otherwise. */
    private static List<String> permissions() {
        return Runtime.version().feature() < 24
                ? List.of()
                : List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
    }

    /**
     * The archive of loaded classes beside the jar: written where the build of Lectern itself asks
     * for it, read where it is there. A JVM that does not fit it ignores it.
     */
    private static List<String> sharedClasses() {
        String asked = System.getProperty("lectern.archive");
        if (asked != null) {
            return List.of("-XX:ArchiveClassesAtExit=" + asked, "-Xlog:disable");
        }
        Path jar = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
        Path archive = jar.resolveSibling("lectern.jsa");
        return Files.isRegularFile(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable")
                : List.of();
    }

    /** Run the command line in a process that has them, on this console; return its exit code. */
    static int run(List<String> arguments) {
        return await(start(List.of(), arguments));
    }

    /**
     * Run a verb that stays: it gives memory back that it does not need, and compiles the Ruby that
     * runs again and again.
     */
    static int stay(List<String> arguments) {
        return await(start(STAYING, arguments));
    }

    /** Start the command line in a process that has them, on this console, and gives way. */
    static Process startBehind(List<String> arguments) {
        Path nice = Path.of("/usr/bin/nice");
        return start(
                Files.isExecutable(nice) ? List.of(nice.toString(), "-n", "10") : List.of(),
                List.of(),
                arguments);
    }

    private static Process start(List<String> more, List<String> arguments) {
        return start(List.of(), more, arguments);
    }

    private static Process start(List<String> before, List<String> more, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(permissions());
        command.addAll(sharedClasses());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Thread end = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(end);
            process.onExit().thenRun(() -> forget(end));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + command.get(0), e);
        }
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException late) {
            // this process ends, too
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
    }
}
