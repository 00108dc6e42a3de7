package lectern.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.model.Cell;
import lectern.model.CellOptions;
import lectern.model.CellSource.Inline;
import lectern.model.ExpectedEnd;
import lectern.model.Inputs;
import lectern.script.Dependencies;
import lectern.script.Script;
import lectern.text.Digests;
import lectern.text.FileMemory;
import lectern.text.SourceFiles;

/**
 * Collects all that a run depends on: sources, files, arguments, standard input, declared data,
 * dependencies, Java release, kernel. Not prose, not file times, not the machine, and not the name
 * of the script, so that renaming one keeps its record.
 */
public final class RunInputs {
    /** Raise this when the kernel changes what a run sees. */
    public static final String KERNEL = "javac-1";

    private final Path root;
    private final Dependencies dependencies;
    private final FileMemory memory;
    private final Map<Path, String> texts = new ConcurrentHashMap<>();

    /** Collect the inputs of several cells at one time: a file that they share is read once. */
    RunInputs(Path root, Dependencies dependencies, FileMemory memory) {
        this.memory = memory;
        this.root = root;
        this.dependencies = dependencies;
    }

    /** Collect the inputs of a cell whose script has no libraries. */
    public static Inputs of(Path root, Cell cell, Script script) {
        return of(root, cell, script, Dependencies.NONE);
    }

    /** Collect the inputs of a cell as they are now, in a fixed order. */
    public static Inputs of(Path root, Cell cell, Script script, Dependencies dependencies) {
        return new RunInputs(root, dependencies, FileMemory.NONE).of(cell, script);
    }

    /** The inputs of one of them; may be asked by several threads. */
    Inputs of(Cell cell, Script script) {
        CellOptions options = cell.options();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("kernel", KERNEL);
        parts.put("java", Integer.toString(script.release()));
        parts.put(
                "arguments",
                String.join(" ", options.args().stream().map(RunInputs::quoted).toList()));
        parts.put(
                "options",
                String.join(" ", script.compileOptions())
                        + " | "
                        + String.join(" ", script.runtimeOptions()));
        dependencies.checksums(script).forEach((name, sum) -> parts.put("dependency " + name, sum));
        if (!options.end().equals(ExpectedEnd.CLEAN)) {
            parts.put("expected end", options.end().toString());
        }
        if (options.measured()) {
            parts.put("measured", "yes");
        }
        parts.put(
                "script",
                cell.source() instanceof Inline inline
                        ? Digests.of(inline.text()).hex()
                        : text(script.file()));
        script.sources().stream()
                .filter(file -> !file.equals(script.file()))
                .sorted()
                .forEach(file -> parts.put("source " + name(root, cell, script, file), text(file)));
        script.files().stream()
                .sorted()
                .forEach(file -> parts.put("file " + name(root, cell, script, file), digest(file)));
        options.stdin().ifPresent(file -> parts.put("standard input", digest(root.resolve(file))));
        options.data().forEach(file -> parts.put("data " + file, digest(root.resolve(file))));
        return new Inputs(parts);
    }

    private String text(Path file) {
        return texts.computeIfAbsent(file, path -> memory.textDigest(path).hex());
    }

    /** Seen from the script, so that both may move; a tangled one has no place of its own. */
    private static String name(Path root, Cell cell, Script script, Path file) {
        return SourceFiles.relative(cell.inline() ? root : script.file().getParent(), file);
    }

    private String digest(Path file) {
        return Files.isRegularFile(file) ? memory.digest(file).hex() : "missing";
    }

    private static String quoted(String argument) {
        return argument.matches("[^\\s\"']+")
                ? argument
                : "\""
                        + argument.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t")
                        + "\"";
    }
}
