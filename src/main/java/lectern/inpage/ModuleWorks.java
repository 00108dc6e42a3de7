package lectern.inpage;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.kernel.ToolProcess;
import lectern.text.SourceFiles;

/** Makes modules of examples, those that are not there yet. */
public final class ModuleWorks {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ModuleStore store;
    private final Path folder;
    private final PageTools tools;

    /**
     * Set up works.
     *
     * @param folder for modules; may be deleted at any time
     */
    public ModuleWorks(Path folder, PageTools tools) {
        this.folder = folder.toAbsolutePath().normalize();
        this.store = new ModuleStore(this.folder);
        this.tools = tools;
    }

    /** Whether the module of a source is there already. */
    public boolean has(ModuleSource source) {
        return store.has(source);
    }

    /**
     * Make the modules of some sources, each alias once, by as many threads as asked for.
     *
     * @throws lectern.script.UnresolvedDependency when the compiler cannot be had
     * @throws IllegalStateException when the compiler breaks down
     */
    public Map<String, PageModule> make(List<ModuleSource> sources, int threads) {
        List<ModuleSource> due = sources.stream().filter(source -> !store.has(source)).toList();
        if (!due.isEmpty()) {
            compile(due, threads);
        }
        Map<String, PageModule> modules = new LinkedHashMap<>();
        sources.forEach(
                source -> modules.put(source.alias(), store.module(source, due.contains(source))));
        return modules;
    }

    private void compile(List<ModuleSource> due, int threads) {
        Path request = folder.resolve("raw/request.tsv");
        Path log = folder.resolve("raw/log.txt");
        SourceFiles.write(
                request, due.stream().map(this::line).collect(Collectors.joining("\n")) + "\n");
        List<Path> libraries = new ArrayList<>(tools.compiler());
        libraries.addAll(PlotModule.jars());
        int code =
                new ToolProcess(
                                "lectern.inpage.teavm.TeaVmProcess",
                                libraries,

                                // the first tier alone: it takes two fifths of the processor time
                                List.of(
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        // it makes much that does not last
                                        "-Xmn400m",
                                        "-Xmx1200m",
                                        "-Xss4m"))
                        .run(
                                List.of(
                                        request.toString(),
                                        Integer.toString(threads),
                                        joined(libraries)),
                                log,
                                LONGEST);
        if (code != 0) {
            throw new IllegalStateException(
                    "the compiler of modules ended with " + code + ": " + ToolProcess.tail(log));
        }
        due.forEach(store::accept);
    }

    private String line(ModuleSource source) {
        return String.join(
                "\t", source.main(), joined(source.classpath()), store.raw(source).toString());
    }

    private static String joined(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
