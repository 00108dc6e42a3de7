package lectern.build;

import java.util.ArrayList;
import java.util.List;
import lectern.build.CellVerdict.Outcome;
import lectern.runs.RunPlan;
import lectern.runs.RunStore;

/** Rewrites records from fresh runs; a run that failed or misses an expectation is never taken. */
public final class Acceptance {
    private Acceptance() {}

    /**
     * Record the fresh runs of a verification.
     *
     * @param all also those that do not differ, as when the author names them
     * @return the cells whose records were written
     */
    public static List<RunPlan.Item> record(
            BookLayout layout, Verification verification, boolean all) {
        RunStore store = new RunStore(layout.runs());
        List<RunPlan.Item> written = new ArrayList<>();
        for (CellVerdict verdict : verification.verdicts()) {
            boolean wanted =
                    all ? verdict.run().isPresent() : verdict.outcome() == Outcome.DIFFERING;
            if (wanted) {
                store.write(verdict.item().cell(), verdict.run().orElseThrow());
                written.add(verdict.item());
            }
        }
        return written;
    }
}
