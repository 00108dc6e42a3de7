package lectern.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
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
                    "-Xms640m",
                    "-Xmn96m",
                    "-Xmx2g",
                    "-Xss8m",
                    // our own libraries, straight from the package: they need no proof each time
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-BytecodeVerificationRemote",
                    "-Djruby.compile.mode=OFF",
                    "-Djava.awt.headless=true",
                    "-D" + MARK + "=true");

    private LeanJvm() {}

    /** Whether this process has the flags. */
    static boolean isThis() {
        return Boolean.getBoolean(MARK);
    }

    /** Run the command line in a process that has them, on this console; return its exit code. */
    static int run(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
    }
}
