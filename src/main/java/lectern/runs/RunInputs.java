package lectern.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private RunInputs() {}

    /** Collect the inputs of a cell whose script has no libraries. */
    public static Inputs of(Path root, Cell cell, Script script) {
        return of(root, cell, script, Dependencies.NONE);
    }

    /** Collect the inputs of a cell as they are now, in a fixed order. */
    public static Inputs of(Path root, Cell cell, Script script, Dependencies dependencies) {
        return of(root, cell, script, dependencies, FileMemory.NONE);
    }

    /** Collect the inputs of a cell anew. */
    static Inputs of(
            Path root, Cell cell, Script script, Dependencies dependencies, FileMemory memory) {
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
                        : memory.textDigest(script.file()).hex());
        script.sources().stream()
                .filter(file -> !file.equals(script.file()))
                .sorted()
                .forEach(
                        file ->
                                parts.put(
                                        "source " + name(root, cell, script, file),
                                        memory.textDigest(file).hex()));
        script.files().stream()
                .sorted()
                .forEach(
                        file ->
                                parts.put(
                                        "file " + name(root, cell, script, file),
                                        digest(file, memory)));
        options.stdin()
                .ifPresent(file -> parts.put("standard input", digest(root.resolve(file), memory)));
        options.data()
                .forEach(file -> parts.put("data " + file, digest(root.resolve(file), memory)));
        return new Inputs(parts);
    }

    /** Seen from the script, so that both may move; a tangled one has no place of its own. */
    private static String name(Path root, Cell cell, Script script, Path file) {
        return SourceFiles.relative(cell.inline() ? root : script.file().getParent(), file);
    }

    private static String digest(Path file, FileMemory memory) {
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
