package lectern.inpage.teavm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.backend.javascript.JavaScriptTarget;
import org.teavm.cache.EmptyProgramCache;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.model.transformation.AssertionRemoval;
import org.teavm.parsing.resource.ResourceProvider;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles modules one after the other, each told as a line of the request; keeps what it read of
 * the libraries.
 */
public final class ModuleCompiler implements Consumer<String> {
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final ReferenceCache references = new ReferenceCache();
    private final ResourceProvider libraries;
    private final ClassReaderSource shared;

    /**
     * Make a compiler for one thread.
     *
     * @param libraries class path of the compiler
     */
    public ModuleCompiler(List<File> libraries) {
        this.libraries = ResourceProvider.ofClassPath(libraries);
        this.shared = ClassSources.reading(this.libraries, references, loader());
    }

    /**
     * Compile a module.
     *
     * @param task line of the request
     */
    @Override
    public void accept(String task) {
        try {
            compile(ModuleTask.of(task));
        } catch (IOException e) {
            throw new UncheckedIOException("compiling " + task, e);
        }
    }

    private static ClassLoader loader() {
        return ModuleCompiler.class.getClassLoader();
    }

    /** Write a module, or what is wrong with it. */
    private void compile(ModuleTask task) throws IOException {
        long start = clock.getCurrentThreadCpuTime();
        Set<String> names = names(task.classpath());
        ResourceProvider own = ResourceProvider.ofClassPath(task.classpath());
        JavaScriptTarget target = new JavaScriptTarget();
        target.setModuleType(JSModuleType.COMMON_JS);
        target.setObfuscated(true);
        target.setStrict(true);
        TeaVM compiler =
                new TeaVMBuilder(target)
                        .setReferenceCache(references)
                        .setClassLoader(loader())
                        .setClassSource(
                                new ClassSources(
                                        shared,
                                        ClassSources.reading(own, references, loader()),
                                        names))
                        .setResourceProvider(libraries)
                        .setDependencyAnalyzerFactory(PreciseDependencyAnalyzer::new)
                        .setObfuscated(true)
                        .setStrict(true)
                        .build();
        compiler.add(new AssertionRemoval());
        compiler.setProgramCache(EmptyProgramCache.INSTANCE);
        compiler.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        // before the plugins, one of which gives calls of native code their bodies
        compiler.add(new StandIns());
        compiler.installPlugins();
        compiler.setEntryPoint(task.main());
        Path folder = task.output().getParent();
        Files.createDirectories(folder);
        compiler.build(folder.toFile(), task.output().getFileName().toString());
        Complaints complaints = new Complaints(compiler, names);
        String text =
                "cpu\t"
                        + (clock.getCurrentThreadCpuTime() - start) / 1_000_000
                        + "\n"
                        + complaints.lines();
        Files.writeString(Path.of(task.output() + ".tsv"), text, StandardCharsets.UTF_8);
        own.close();
    }

    /** Names of the classes in folders and jars. */
    private static Set<String> names(List<File> classpath) throws IOException {
        Set<String> names = new HashSet<>();
        for (File place : classpath) {
            if (place.isDirectory()) {
                Path root = place.toPath();
                try (Stream<Path> files = Files.walk(root)) {
                    files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .forEach(file -> add(names, file));
                }
            } else {
                try (ZipFile jar = new ZipFile(place)) {
                    jar.stream().forEach(entry -> add(names, entry.getName()));
                }
            }
        }
        return names;
    }

    private static void add(Set<String> names, String file) {
        if (file.endsWith(".class")) {
            names.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        }
    }
}
