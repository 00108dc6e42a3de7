package lectern.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lectern.kernel.Execution.End;

/**
 * Runs a command with limits: own folder, scrubbed environment, time, threads and output bounded.
 * Output goes to files, for a pipe would be held open by any orphan of the command.
 */
final class ChildProcess {
    /** Most threads that a run may have, all its processes together. */
    static final int THREAD_LIMIT = 500;

    private static final Duration GLANCE = Duration.ofMillis(50);
    // what the virtual machine says on standard output when it ends for want of memory
    private static final String NO_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    private final RunFolder folder;

    /** Prepare to run a command in the folder of a run. */
    ChildProcess(RunFolder folder) {
        this.folder = folder;
    }

    /**
     * How a command ended.
     *
     * @param exitCode -1 when it was killed
     */
    record Ended(int exitCode, End end, Captured stdout, Captured stderr) {}

    /** Run a command and wait for its end or its limit, or until the onlooker has seen enough. */
    Ended run(List<String> command, Optional<Path> stdin, Duration timeout, Onlooker onlooker) {
        Process process = null;
        try {
            process = start(command, stdin);
            End end = await(process, timeout, onlooker);
            int exitCode = end == End.EXITED ? process.exitValue() : -1;
            Children.kill(process);
            process.waitFor();
            Captured stdout = Captured.of(folder.stdout());
            Captured stderr = Captured.of(folder.stderr());
            boolean noMemory = exitCode == 3 && stdout.text().contains(NO_MEMORY);
            return new Ended(exitCode, noMemory ? End.OUT_OF_MEMORY : end, stdout, stderr);
        } catch (IOException e) {
            throw new UncheckedIOException("running " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command.get(0), e);
        } finally {
            if (process != null) {
                Children.kill(process);
            }
        }
    }

    private Process start(List<String> command, Optional<Path> stdin) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.home().toFile());
        Map<String, String> environment = builder.environment();
        Map<String, String> outer = Map.copyOf(environment);
        environment.clear();
        for (String kept : List.of("PATH", "SystemRoot", "TEMP")) {
            if (outer.containsKey(kept)) {
                environment.put(kept, outer.get(kept));
            }
        }
        environment.put("HOME", folder.home().toString());
        environment.put("TMPDIR", folder.temp().toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        builder.redirectOutput(folder.stdout().toFile());
        builder.redirectError(folder.stderr().toFile());
        stdin.ifPresent(file -> builder.redirectInput(file.toFile()));
        Process process = Children.start(builder);
        process.getOutputStream().close();
        return process;
    }

    private End await(Process process, Duration timeout, Onlooker onlooker)
            throws IOException, InterruptedException {
        List<OutputTail> tails =
                onlooker == Onlooker.NOBODY
                        ? List.of()
                        : List.of(
                                new OutputTail(folder.stdout(), onlooker::printed),
                                new OutputTail(folder.stderr(), onlooker::complained));
        End end = await(process, timeout, onlooker, tails);
        for (OutputTail tail : tails) {
            tail.end();
        }
        return end;
    }

    private End await(Process process, Duration timeout, Onlooker onlooker, List<OutputTail> tails)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
            for (OutputTail tail : tails) {
                tail.follow();
            }
            if (onlooker.enough()) {
                return End.STOPPED;
            }
            if (tooMuch()) {
                return End.TOO_MUCH_OUTPUT;
            }
            if (ThreadCount.of(process.pid()) > THREAD_LIMIT) {
                return End.TOO_MANY_THREADS;
            }
            if (System.nanoTime() > deadline) {
                return End.TIMED_OUT;
            }
        }
        return tooMuch() ? End.TOO_MUCH_OUTPUT : End.EXITED;
    }

    private boolean tooMuch() throws IOException {
        return Files.size(folder.stdout()) > Captured.LIMIT
                || Files.size(folder.stderr()) > Captured.LIMIT;
    }
}
