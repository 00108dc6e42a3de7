package lectern.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.build.CellVerdict.Outcome;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.Rule;
import lectern.runs.Difference;
import lectern.runs.Explanation;
import lectern.runs.RunComparison;
import lectern.runs.RunPlan;

/**
 * Fresh runs of cells held against their records.
 *
 * @param verdicts one for each cell, in the order asked for
 */
public record Verification(List<CellVerdict> verdicts) {

    /** Copy the list. */
    public Verification {
        verdicts = List.copyOf(verdicts);
    }

    /** Run cells again, recording nothing, and compare; what cannot run here is skipped. */
    public static Verification of(
            BookLayout layout, List<RunPlan.Item> items, Sharing sharing, Progress progress) {
        CellRunner runner = new CellRunner(layout, progress);
        return new Verification(
                sharing.runAll(runner, items, progress).stream()
                        .map(Verification::verdict)
                        .toList());
    }

    /** Judge one fresh run. */
    static CellVerdict verdict(CellRunner.Result result) {
        RunPlan.Item item = result.item();
        if (result.skipped().isPresent()) {
            return new CellVerdict(
                    item, Outcome.SKIPPED, List.of(), result.findings(), Optional.empty());
        }
        if (result.run().isEmpty() || Diagnostic.anyError(result.findings())) {
            return new CellVerdict(
                    item, Outcome.FAILED, List.of(), result.findings(), Optional.empty());
        }
        CellRun fresh = result.run().get();
        List<Difference> differences =
                item.recorded()
                        .map(recorded -> RunComparison.of(item.cell(), recorded, fresh))
                        .orElse(List.of());
        List<Diagnostic> findings = new ArrayList<>(result.findings());
        if (item.state() != RunPlan.State.FRESH) {
            findings.add(stale(item));
        }
        boolean same = differences.isEmpty() && item.state() == RunPlan.State.FRESH;
        return new CellVerdict(
                item,
                same ? Outcome.VERIFIED : Outcome.DIFFERING,
                differences,
                findings,
                Optional.of(fresh));
    }

    private static Diagnostic stale(RunPlan.Item item) {
        String how =
                switch (item.state()) {
                    case MISSING -> "has never been run";
                    case DAMAGED -> "has a damaged record";
                    case STALE, FRESH -> "is " + new Explanation(item).verdict();
                };
        return Diagnostic.error(
                Rule.STALE_RUN,
                item.cell().location(),
                "cell '" + item.cell().id() + "' " + how,
                "run 'lectern accept " + item.cell().id() + "' and commit what it records");
    }

    /** How many cells fared in a way. */
    public long count(Outcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }

    /** Whether no cell differs and none failed. */
    public boolean clean() {
        return count(Outcome.DIFFERING) == 0 && count(Outcome.FAILED) == 0;
    }

    /** One line of counts: {@code verified 4 cells, 1 differing, 0 skipped, 0 failed}. */
    public String summary() {
        long verified = count(Outcome.VERIFIED);
        return "verified "
                + verified
                + (verified == 1 ? " cell, " : " cells, ")
                + count(Outcome.DIFFERING)
                + " differing, "
                + count(Outcome.SKIPPED)
                + " skipped, "
                + count(Outcome.FAILED)
                + " failed";
    }
}
