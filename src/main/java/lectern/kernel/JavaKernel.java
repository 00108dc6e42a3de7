package lectern.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.model.Diagnostic;
import lectern.script.Script;

/** Runs a script: compiled in process, executed in a fresh JVM with nothing of ours in it. */
public final class JavaKernel {
    // what differs between machines and could show in an output is fixed
    private static final List<String> SAME_EVERYWHERE =
            List.of(
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "-Duser.timezone=UTC",
                    "-Djava.awt.headless=true",
                    "-XX:ActiveProcessorCount=2",
                    "-XX:+ExitOnOutOfMemoryError");

    private final ScriptCompiler compiler;
    private final Path work;

    /**
     * Make a kernel.
     *
     * @param root folder that places in messages are relative to
     * @param work folder for classes and for the working folders of runs
     */
    public JavaKernel(Path root, Path work) {
        this.compiler = new ScriptCompiler(root);
        this.work = work.toAbsolutePath();
    }

    /**
     * A run, or the reasons why there is none.
     *
     * @param errors of the compiler; the execution is null exactly when there are any
     */
    public record Outcome(List<Diagnostic> errors, Execution execution) {}

    /** Compile and run a script; {@code name} keeps concurrent runs apart. */
    public Outcome run(Script script, String name, List<String> args, Duration timeout) {
        Path folder = work.resolve(name);
        deleteTree(folder);
        Path classes = folder.resolve("classes");
        Path home = folder.resolve("run");
        Path out = folder.resolve("out");
        List<Diagnostic> errors = compiler.compile(script, classes);
        if (!errors.isEmpty()) {
            return new Outcome(errors, null);
        }
        createFolders(home, out);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SAME_EVERYWHERE);
        command.addAll(script.runtimeOptions());
        command.add("-Dlectern.out=" + out);
        command.add("-cp");
        command.add(classPath(script, classes));
        command.add(script.name());
        command.addAll(args);
        return new Outcome(List.of(), ChildProcess.run(command, home, out, timeout));
    }

    private static String classPath(Script script, Path classes) {
        return Stream.concat(
                        Stream.of(classes), script.files().stream().map(Path::getParent).distinct())
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static void createFolders(Path... folders) {
        for (Path folder : folders) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("creating " + folder, e);
            }
        }
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("emptying " + folder, e);
        }
    }
}
