package lectern.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.model.Cell;
import lectern.model.Digest;
import lectern.script.Script;
import lectern.text.Digests;
import lectern.text.SourceFiles;

/** Digests all that a run depends on: not prose, not file times, not the machine. */
public final class RunDigests {
    /** Raise this when the kernel changes what a run sees. */
    public static final String KERNEL = "javac-1";

    private RunDigests() {}

    /** Name every input of a run with its digest or value, in a fixed order. */
    public static Map<String, String> inputs(Cell cell, Script script) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("kernel", KERNEL);
        inputs.put("java", Integer.toString(script.release()));
        inputs.put("args", String.join("\u0000", cell.options().args()));
        inputs.put(
                "options",
                String.join(" ", script.compileOptions())
                        + " | "
                        + String.join(" ", script.runtimeOptions()));
        inputs.put("dependencies", String.join(" ", script.dependencies()));
        script.sources().stream()
                .sorted()
                .forEach(
                        file ->
                                inputs.put(
                                        SourceFiles.relative(script.file().getParent(), file),
                                        Digests.ofText(file).hex()));
        script.files().stream()
                .sorted()
                .forEach(
                        file ->
                                inputs.put(
                                        "file "
                                                + SourceFiles.relative(
                                                        script.file().getParent(), file),
                                        Digests.ofFile(file).hex()));
        return inputs;
    }

    /** Digest the inputs of a run. */
    public static Digest of(Cell cell, Script script) {
        return Digests.of(
                inputs(cell, script).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
