package lectern.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.model.Diagnostic;
import lectern.script.Script;

/** Runs scripts: compiled in process, each executed in a fresh JVM with nothing of ours in it. */
public final class JavaKernel implements AutoCloseable {
    /** Heap of a script whose header does not ask for one. */
    public static final String DEFAULT_HEAP = "-Xmx512m";

    /** Most threads that a run may have, all its processes together. */
    public static final int THREAD_LIMIT = ChildProcess.THREAD_LIMIT;

    // what differs between machines and could show in an output is fixed
    private static final List<String> SAME_EVERYWHERE =
            List.of(
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "-Duser.timezone=UTC",
                    "-Djava.awt.headless=true",
                    "-XX:ActiveProcessorCount=2",
                    "-XX:-UsePerfData",
                    "-XX:+ExitOnOutOfMemoryError");
    private static final AtomicInteger KERNELS = new AtomicInteger();

    private final Path root;
    private final Path work;
    private final Path mine;
    private final Sandbox sandbox;
    private final ScriptCompiler compiler;
    private final Map<Script, Path> classes = new ConcurrentHashMap<>();

    /** Make a kernel with the strictest sandbox that this system has. */
    public JavaKernel(Path root, Path work) {
        this(root, work, Sandbox.best());
    }

    /**
     * Make a kernel.
     *
     * @param root folder that places in messages are relative to
     * @param work folder for classes and for the working folders of runs; kernels of several
     *     processes may share it
     */
    public JavaKernel(Path root, Path work, Sandbox sandbox) {
        this.root = root.toAbsolutePath().normalize();
        this.work = work.toAbsolutePath().normalize();
        this.mine =
                this.work.resolve(ProcessHandle.current().pid() + "-" + KERNELS.incrementAndGet());
        this.sandbox = sandbox;
        Leftovers.delete(this.work);
        this.compiler = new ScriptCompiler(root);
    }

    /** Compile the scripts of some jobs; only those without errors may be run. */
    public Map<Script, List<Diagnostic>> compile(List<Job> jobs) {
        Map<Script, ScriptCompiler.Unit> units = new LinkedHashMap<>();
        for (Job job : jobs) {
            units.computeIfAbsent(
                    job.script(),
                    script ->
                            new ScriptCompiler.Unit(
                                    script,
                                    job.dependencies(),
                                    mine.resolve("classes/" + units.size())));
        }
        Map<Script, List<Diagnostic>> errors = compiler.compile(List.copyOf(units.values()));
        units.values().forEach(this::furnish);
        return errors;
    }

    /** Put beside the classes of a script the files that it asks for, and nothing else. */
    private void furnish(ScriptCompiler.Unit unit) {
        try {
            Files.createDirectories(unit.classes());
            for (Path file : unit.script().files()) {
                Path copy = unit.classes().resolve(file.getFileName());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copying the files of " + unit.script().file(), e);
        }
        classes.put(unit.script(), unit.classes());
    }

    /** Run a job whose script is compiled. */
    public Execution run(Job job) {
        return run(job, Onlooker.NOBODY);
    }

    /** Run a job whose script is compiled while somebody looks on. */
    public Execution run(Job job, Onlooker onlooker) {
        RunFolder folder = new RunFolder(mine.resolve("runs/" + job.name()));
        folder.create();
        List<String> command = new ArrayList<>(sandbox.prefix(folder.writable(), job.network()));
        command.add(java());
        command.addAll(SAME_EVERYWHERE);
        command.add("-Duser.home=" + folder.home());
        command.add("-Djava.io.tmpdir=" + folder.temp());
        command.addAll(sandbox.options(folder.hosts(), job.network()));
        if (job.script().runtimeOptions().stream().noneMatch(o -> o.startsWith("-Xmx"))) {
            command.add(DEFAULT_HEAP);
        }
        command.addAll(job.script().runtimeOptions());
        command.add("-Dlectern.out=" + folder.out());
        command.addAll(program(job));
        try {
            Strays watch = sandbox.guardsFiles() ? null : Strays.watch(root, work);
            ChildProcess.Ended ended =
                    new ChildProcess(folder).run(command, job.stdin(), job.timeout(), onlooker);
            List<String> strays = watch == null ? List.of() : watch.changed();
            return new Execution(
                    ended.exitCode(),
                    ended.end(),
                    ended.stdout(),
                    ended.stderr(),
                    folder.out(),
                    strays);
        } catch (IOException e) {
            throw new UncheckedIOException("watching " + root, e);
        }
    }

    /**
     * Run a job whose script is compiled as a person would from a prompt: in their folder, on their
     * console, with no limits but those of the header.
     *
     * @return its exit code
     */
    public int runOnConsole(Job job) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(job.script().runtimeOptions());
        command.addAll(program(job));
        try {
            return Children.start(new ProcessBuilder(command).inheritIO()).waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("running " + job.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + job.name(), e);
        }
    }

    private List<String> program(Job job) {
        List<String> words = new ArrayList<>();
        words.add("-cp");
        words.add(
                Stream.of(Stream.of(classes.get(job.script())), job.dependencies().stream())
                        .flatMap(paths -> paths)
                        .map(Path::toString)
                        .collect(Collectors.joining(System.getProperty("path.separator"))));
        words.add(job.script().name());
        words.addAll(job.args());
        return words;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Delete what was compiled and what the runs left. */
    @Override
    public void close() {
        RunFolder.deleteTree(mine);
    }
}
