package lectern.kernel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Java program of our own in a process of its own, with libraries that this one does not load.
 *
 * @param main its main class
 * @param classpath its libraries
 * @param options for its virtual machine
 */
public record ToolProcess(String main, List<Path> classpath, List<String> options) {

    /** Copy the lists. */
    public ToolProcess {
        classpath = List.copyOf(classpath);
        options = List.copyOf(options);
    }

    /**
     * Run it to its end.
     *
     * @param log file for what it prints
     * @return its exit code; -1 when it was stopped for taking too long
     */
    public int run(List<String> args, Path log, Duration timeout) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(
                classpath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(main);
        command.addAll(args);
        Process process = null;
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            process =
                    Children.start(
                            new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(log.toFile()));
            process.getOutputStream().close();
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? process.exitValue() : -1;
        } catch (IOException e) {
            throw new UncheckedIOException("running " + main, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + main, e);
        } finally {
            if (process != null) {
                Children.kill(process);
            }
        }
    }

    /** The last lines of what a program printed, for a message. */
    public static String tail(Path log) {
        try {
            List<String> lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join(" ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + log, e);
        }
    }
}
