package lectern.build;

import java.util.List;
import java.util.Optional;
import lectern.model.Diagnostic;

/**
 * How a build ended.
 *
 * @param findings in order of place
 * @param report of what was built; empty when the build was refused
 */
public record BuildResult(List<Diagnostic> findings, Optional<BuildReport> report) {

    /** Copy the findings, sorted and each once. */
    public BuildResult {
        findings = findings.stream().distinct().sorted().toList();
    }

    static BuildResult refused(List<Diagnostic> findings) {
        return new BuildResult(findings, Optional.empty());
    }
}
