package lectern.build;

import java.util.List;
import java.util.Optional;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.runs.Difference;
import lectern.runs.RunPlan;

/**
 * What a verification says of one cell.
 *
 * @param outcome of holding a fresh run against the record
 * @param differences from the record, each with its lines
 * @param findings of the record and of the run beside the differences
 * @param run fresh and unrecorded; empty when skipped or failed
 */
public record CellVerdict(
        RunPlan.Item item,
        Outcome outcome,
        List<Difference> differences,
        List<Diagnostic> findings,
        Optional<CellRun> run) {

    /** How a cell can fare. */
    public enum Outcome {
        VERIFIED,
        DIFFERING,
        SKIPPED,
        FAILED
    }

    /** Copy the lists. */
    public CellVerdict {
        differences = List.copyOf(differences);
        findings = List.copyOf(findings);
    }
}
