package lectern.build;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.kernel.Execution;
import lectern.kernel.JavaKernel;
import lectern.kernel.Job;
import lectern.kernel.Onlooker;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;
import lectern.runs.RunStore;
import lectern.script.UnresolvedDependency;

/**
 * Runs a cell for a person who looks on, with its arguments or with others, by the same kernel as a
 * recorded run. Nothing is recorded before that person accepts it.
 *
 * @param layout of the book that has the cell
 */
public record TrialRun(BookLayout layout) {

    /** How a trial can end. */
    public enum Outcome {
        /** As the record has it. */
        SAME,
        /** Well, but otherwise than the record has it, or there is none that holds. */
        DIFFERING,
        /** Of itself, with arguments that are not the cell's; it is held against nothing. */
        OTHER,
        /** Badly, or never begun. */
        FAILED,
        /** By the person. */
        STOPPED
    }

    /**
     * What came of a trial.
     *
     * @param exitCode of the program; -1 when it was killed or never begun
     * @param wall time that the program took
     * @param said what a person should know, a line each
     * @param run that could be recorded; none unless it ended well with the cell's arguments
     */
    public record Ended(
            RunPlan.Item item,
            Outcome outcome,
            int exitCode,
            Duration wall,
            List<String> said,
            Optional<CellRun> run) {

        /** Copy the list. */
        public Ended {
            said = List.copyOf(said);
        }
    }

    /** Compile the script of a cell and run it. */
    public Ended run(RunPlan.Item item, List<String> args, Onlooker onlooker) {
        RunFindings findings = new RunFindings(layout.root());
        Optional<String> missing =
                new Surroundings(layout.root()).missing(item.cell().options().setting());
        if (missing.isPresent()) {
            return notRun(item, List.of(findings.skipped(item, missing.get())));
        }
        RunPlan.Item before = now(item);
        try (JavaKernel kernel = new JavaKernel(layout.root(), layout.cache().resolve("work"))) {
            Job job = CellRunner.job(layout, ScriptLibraries.of(layout), item, args);
            List<Diagnostic> errors = kernel.compile(List.of(job)).get(item.script());
            if (!errors.isEmpty()) {
                return notRun(item, errors);
            }
            long start = System.nanoTime();
            Execution execution = kernel.run(job, onlooker);
            Duration wall = Duration.ofNanos(System.nanoTime() - start);
            boolean own = args.equals(item.cell().options().args());
            return own ? judged(before, execution, wall) : seen(item, execution, wall);
        } catch (UnresolvedDependency e) {
            return notRun(item, List.of(findings.unresolved(item.script(), e)));
        }
    }

    private Ended notRun(RunPlan.Item item, List<Diagnostic> why) {
        return ended(item, Outcome.FAILED, -1, Duration.ZERO, why);
    }

    /** A run with the cell's arguments, held against the record as a verification does. */
    private Ended judged(RunPlan.Item item, Execution execution, Duration wall) {
        if (execution.end() == Execution.End.STOPPED) {
            return ended(item, Outcome.STOPPED, -1, wall, List.of());
        }
        RunPlan.Item now = now(item);
        if (!now.inputs().equals(item.inputs())) {
            String why = "the example has changed while it ran; run it again";
            return new Ended(
                    item,
                    Outcome.FAILED,
                    execution.exitCode(),
                    wall,
                    List.of(why),
                    Optional.empty());
        }
        CellVerdict verdict =
                Verification.verdict(
                        new Harvest(new RunFindings(layout.root())).gather(now, execution, wall));
        if (verdict.run().isEmpty()) {
            return ended(item, Outcome.FAILED, execution.exitCode(), wall, verdict.findings());
        }
        boolean same = verdict.outcome() == CellVerdict.Outcome.VERIFIED;
        List<String> said =
                verdict.differences().stream().map(difference -> difference.what()).toList();
        return new Ended(
                item,
                same ? Outcome.SAME : Outcome.DIFFERING,
                execution.exitCode(),
                wall,
                said,
                verdict.run());
    }

    /** The cell with the inputs and the record that it has now. */
    private RunPlan.Item now(RunPlan.Item item) {
        return RunPlan.of(
                        List.of(item.cell()),
                        Map.of(item.cell(), item.script()),
                        new RunStore(layout.runs()),
                        layout.root(),
                        ScriptLibraries.of(layout))
                .items()
                .get(0);
    }

    /** A run with other arguments: what was published and recorded does not bind it. */
    private Ended seen(RunPlan.Item item, Execution execution, Duration wall) {
        return switch (execution.end()) {
            case STOPPED -> ended(item, Outcome.STOPPED, -1, wall, List.of());
            case EXITED -> ended(item, Outcome.OTHER, execution.exitCode(), wall, List.of());
            default -> {
                Diagnostic why = new RunFindings(layout.root()).stopped(item, execution);
                yield ended(item, Outcome.FAILED, -1, wall, List.of(why));
            }
        };
    }

    private Ended ended(
            RunPlan.Item item,
            Outcome outcome,
            int exitCode,
            Duration wall,
            List<Diagnostic> findings) {
        TangledCells tangled = new TangledCells(layout);
        List<String> said =
                findings.stream().map(tangled::inNote).map(Diagnostic::toString).toList();
        return new Ended(item, outcome, exitCode, wall, said, Optional.empty());
    }

    /**
     * Record a trial, as {@code lectern accept} does.
     *
     * @return why that could not be; empty when it is recorded
     */
    public Optional<String> accept(Ended trial) {
        if (trial.run().isEmpty()) {
            return Optional.of(
                    trial.outcome() == Outcome.OTHER
                            ? "a run with other arguments than the book's cannot be recorded"
                            : "only a run that ended well can be recorded");
        }
        boolean changed =
                Plans.of(layout).plan().items().stream()
                        .filter(item -> item.cell().id().equals(trial.item().cell().id()))
                        .noneMatch(item -> item.inputs().equals(trial.item().inputs()));
        if (changed) {
            return Optional.of("the example has changed since this run; run it again");
        }
        return new Recording(layout)
                .write(trial.item().cell(), trial.run().get())
                .map(Diagnostic::toString);
    }
}
