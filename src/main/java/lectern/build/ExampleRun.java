package lectern.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.kernel.JavaKernel;
import lectern.kernel.Job;
import lectern.model.CellOptions;
import lectern.model.Diagnostic;
import lectern.script.Resolved;
import lectern.script.Script;
import lectern.script.UnresolvedDependency;

/**
 * Runs an example for a person, as JBang does: their folder, their console, nothing recorded.
 *
 * @param layout of the book that has it
 */
public record ExampleRun(BookLayout layout) {

    /**
     * What came of it.
     *
     * @param findings why it was not run
     * @param exitCode of the program; 0 when it was not run
     */
    public record Ended(List<Diagnostic> findings, int exitCode) {}

    /** Compile an example and run it on this console. */
    public Ended run(Script script, List<String> args) {
        Path work = layout.cache().resolve("work");
        try (JavaKernel kernel = new JavaKernel(layout.root(), work)) {
            Job job =
                    new Job(
                            script.alias(),
                            script,
                            ScriptLibraries.of(layout).resolve(script).stream()
                                    .map(Resolved::file)
                                    .toList(),
                            args,
                            Optional.empty(),
                            CellOptions.DEFAULT_TIMEOUT,
                            true);
            List<Diagnostic> errors = kernel.compile(List.of(job)).get(script);
            return errors.isEmpty()
                    ? new Ended(List.of(), kernel.runOnConsole(job))
                    : new Ended(errors, 0);
        } catch (UnresolvedDependency e) {
            RunFindings findings = new RunFindings(layout.root());
            return new Ended(List.of(findings.unresolved(script, e)), 0);
        }
    }
}
