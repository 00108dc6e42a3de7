package lectern.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.script.Script;
import lectern.text.SourceFiles;

/** Compiles scripts with the compiler of the running JDK. */
public final class ScriptCompiler {
    private final Path root;
    private final JavaCompiler compiler;

    /**
     * Take the compiler of this JDK.
     *
     * @throws IllegalStateException when only a runtime without compiler is there
     */
    public ScriptCompiler(Path root) {
        this.root = root;
        this.compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException(
                    "this Java has no compiler; run Lectern with a JDK, not a JRE");
        }
    }

    /** Compile one script into a folder and return javac's errors at their places. */
    public List<Diagnostic> compile(Script script, Path classes) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "-g",
                                "-parameters",
                                "-proc:none",
                                "-nowarn",
                                "--release",
                                Integer.toString(script.release()),
                                "-d",
                                classes.toString()));
        options.addAll(script.compileOptions());
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(classes);
            compiler.getTask(
                            null,
                            files,
                            collector,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(script.sources()))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException("compiling " + script.file(), e);
        } catch (IllegalArgumentException e) {
            return List.of(
                    Diagnostic.error(
                            Rule.FAILED_COMPILE, place(script), "javac: " + e.getMessage()));
        }
        return collector.getDiagnostics().stream()
                .filter(found -> found.getKind() == Kind.ERROR)
                .map(found -> diagnostic(script, found))
                .sorted()
                .toList();
    }

    private Diagnostic diagnostic(
            Script script, javax.tools.Diagnostic<? extends JavaFileObject> found) {
        String message = found.getMessage(Locale.ROOT);
        String[] lines = message.split("\r?\n", 2);
        Location location =
                found.getSource() == null
                        ? place(script)
                        : new Location(
                                SourceFiles.relative(root, Path.of(found.getSource().toUri())),
                                (int) Math.max(1, found.getLineNumber()),
                                (int) Math.max(1, found.getColumnNumber()));
        return lines.length == 1
                ? Diagnostic.error(Rule.FAILED_COMPILE, location, lines[0])
                : Diagnostic.error(
                        Rule.FAILED_COMPILE,
                        location,
                        lines[0],
                        lines[1].strip().replaceAll("\\s*\n\\s*", ", ").replaceAll(" {2,}", " "));
    }

    private Location place(Script script) {
        return Location.of(SourceFiles.relative(root, script.file()), 1);
    }
}
