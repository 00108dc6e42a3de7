package lectern.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.build.CellVerdict.Outcome;
import lectern.model.Cell;
import lectern.model.Diagnostic;

/**
 * Records rewritten from fresh runs; a run that failed or misses an expectation is never taken.
 *
 * @param written the cells whose records are new, in order
 * @param findings why others could not be recorded
 */
public record Acceptance(List<Cell> written, List<Diagnostic> findings) {

    /** Copy the lists. */
    public Acceptance {
        written = List.copyOf(written);
        findings = List.copyOf(findings);
    }

    /**
     * Record the fresh runs of a verification.
     *
     * @param all also those that do not differ, as when the author names them
     */
    public static Acceptance of(BookLayout layout, Verification verification, boolean all) {
        Recording recording = new Recording(layout);
        List<Cell> written = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (CellVerdict verdict : verification.verdicts()) {
            boolean wanted = all || verdict.outcome() == Outcome.DIFFERING;
            if (!wanted || verdict.run().isEmpty()) {
                continue;
            }
            Cell cell = verdict.item().cell();
            Optional<Diagnostic> refused = recording.write(cell, verdict.run().get());
            refused.ifPresentOrElse(findings::add, () -> written.add(cell));
        }
        return new Acceptance(written, findings);
    }
}
