package lectern.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import lectern.model.Diagnostic;
import lectern.script.Script;
import lectern.text.SourceFiles;

/**
 * Compiles scripts with the compiler of the running JDK: those that ask for the same release,
 * options and libraries in one call, which costs a fraction of a call each. A script that this
 * would not treat as a call of its own does gets one: where names clash, where it is wrong, or
 * where it speaks of a class that only another script has.
 */
public final class ScriptCompiler {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    private final JavaCompiler compiler;
    private final CompileErrors errors;

    /**
     * Take the compiler of this JDK.
     *
     * @throws IllegalStateException when only a runtime without compiler is there
     */
    public ScriptCompiler(Path root) {
        this.errors = new CompileErrors(root);
        this.compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException(
                    "this Java has no compiler; run Lectern with a JDK, not a JRE");
        }
    }

    /** Whether this Java has a compiler. */
    public static boolean isHere() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    /**
     * A script to be compiled.
     *
     * @param dependencies files on the class path
     * @param classes folder for what is made of it
     */
    public record Unit(Script script, List<Path> dependencies, Path classes) {}

    /** What must be equal for scripts to share a call. */
    private record Setup(int release, List<String> options, List<Path> dependencies) {}

    /** Compile scripts, each to its own folder, and return the errors of each at their places. */
    public Map<Script, List<Diagnostic>> compile(List<Unit> units) {
        Map<Setup, List<Unit>> groups =
                units.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ScriptCompiler::setup,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Map<Script, List<Diagnostic>> found = new LinkedHashMap<>();
        groups.forEach(
                (setup, group) ->
                        alone(setup, group)
                                .forEach(
                                        unit ->
                                                found.put(
                                                        unit.script(),
                                                        call(setup, List.of(unit)))));
        units.forEach(unit -> found.putIfAbsent(unit.script(), List.of()));
        return found;
    }

    private static Setup setup(Unit unit) {
        return new Setup(
                unit.script().release(), unit.script().compileOptions(), unit.dependencies());
    }

    /** Compile a group in one call; return those that need a call of their own. */
    private List<Unit> alone(Setup setup, List<Unit> group) {
        if (group.size() == 1) {
            return group;
        }
        try (ClassSink sink = new ClassSink(files(new DiagnosticCollector<>()))) {
            DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
            if (!task(sink, collector, setup, sources(group))) {
                return group;
            }
            Set<String> all = sink.outermost(sources(group));
            List<Unit> alone = new ArrayList<>();
            for (Unit unit : group) {
                List<Path> sources = unit.script().sources();
                Set<String> foreign = new LinkedHashSet<>(all);
                foreign.removeAll(sink.outermost(sources));
                if (speaksOf(sources, foreign)) {
                    alone.add(unit);
                } else {
                    sink.write(sources, unit.classes());
                }
            }
            return alone;
        } catch (IOException e) {
            throw new UncheckedIOException("compiling " + group.size() + " scripts", e);
        } catch (IllegalArgumentException e) {
            return group;
        }
    }

    private static Set<Path> sources(List<Unit> group) {
        return group.stream()
                .flatMap(unit -> unit.script().sources().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean speaksOf(List<Path> sources, Set<String> names) {
        return sources.stream()
                .anyMatch(
                        source ->
                                WORD.matcher(SourceFiles.read(source))
                                        .results()
                                        .anyMatch(word -> names.contains(word.group())));
    }

    private List<Diagnostic> call(Setup setup, List<Unit> units) {
        Script script = units.get(0).script();
        int newest = java.lang.Runtime.version().feature();
        if (setup.release() > newest) {
            return List.of(errors.tooNew(script, newest));
        }
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        try (ClassSink sink = new ClassSink(files(collector))) {
            task(sink, collector, setup, sources(units));
            sink.write(script.sources(), units.get(0).classes());
        } catch (IOException e) {
            throw new UncheckedIOException("compiling " + script.file(), e);
        } catch (IllegalArgumentException e) {
            return List.of(errors.refused(script, e.getMessage()));
        }
        return collector.getDiagnostics().stream()
                .filter(found -> found.getKind() == Kind.ERROR)
                .map(found -> errors.diagnostic(script, found))
                .sorted()
                .toList();
    }

    private StandardJavaFileManager files(DiagnosticCollector<JavaFileObject> collector) {
        return compiler.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8);
    }

    private boolean task(
            ClassSink sink,
            DiagnosticCollector<JavaFileObject> collector,
            Setup setup,
            Set<Path> sources)
            throws IOException {
        List<String> options = new ArrayList<>(List.of("-g", "-parameters", "-proc:none"));
        options.addAll(List.of("-nowarn", "--release", Integer.toString(setup.release())));
        options.add("-implicit:none");
        options.addAll(List.of("-cp", classPath(setup)));
        options.addAll(setup.options());
        try (StandardJavaFileManager readers = files(collector)) {
            return compiler.getTask(
                            null,
                            sink,
                            collector,
                            options,
                            null,
                            readers.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
    }

    private static String classPath(Setup setup) {
        // an empty path would mean the current folder, and no path at all our own classes
        Stream<Path> paths =
                setup.dependencies().isEmpty()
                        ? Stream.of(Path.of("no-libraries"))
                        : setup.dependencies().stream();
        return paths.map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
