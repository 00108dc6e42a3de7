package lectern.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import lectern.kernel.Execution.End;

/**
 * Runs a command with limits: own folder, scrubbed environment, no standard input, time and output
 * bounded. Output goes to files, for a pipe would be held open by any orphan of the command.
 */
final class ChildProcess {
    /** Largest standard output, in bytes, before the process is killed. */
    static final long OUTPUT_LIMIT = 1L << 20;

    private static final Duration GLANCE = Duration.ofMillis(50);

    private ChildProcess() {}

    /** Run a command in a folder and wait for its end or its limit. */
    static Execution run(List<String> command, Path folder, Path out, Duration timeout) {
        Path stdout = folder.resolve("stdout.txt");
        Path stderr = folder.resolve("stderr.txt");
        Process process = null;
        try {
            process = start(command, folder, stdout, stderr);
            End end = await(process, stdout, stderr, timeout);
            int exitCode = end == End.EXITED ? process.exitValue() : -1;
            kill(process);
            process.waitFor();
            return new Execution(exitCode, end, text(stdout), text(stderr), out);
        } catch (IOException e) {
            throw new UncheckedIOException("running " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command.get(0), e);
        } finally {
            if (process != null) {
                kill(process);
            }
        }
    }

    private static Process start(List<String> command, Path folder, Path stdout, Path stderr)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        Map<String, String> outer = Map.copyOf(environment);
        environment.clear();
        for (String kept : List.of("PATH", "SystemRoot", "TEMP")) {
            if (outer.containsKey(kept)) {
                environment.put(kept, outer.get(kept));
            }
        }
        environment.put("HOME", folder.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static End await(Process process, Path stdout, Path stderr, Duration timeout)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
            if (Files.size(stdout) > OUTPUT_LIMIT || Files.size(stderr) > OUTPUT_LIMIT) {
                return End.TOO_MUCH_OUTPUT;
            }
            if (System.nanoTime() > deadline) {
                return End.TIMED_OUT;
            }
        }
        return Files.size(stdout) > OUTPUT_LIMIT ? End.TOO_MUCH_OUTPUT : End.EXITED;
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String text(Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) OUTPUT_LIMIT);
        }
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::stripTrailing)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
