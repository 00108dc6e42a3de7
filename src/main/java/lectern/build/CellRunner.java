package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lectern.check.MetExpectations;
import lectern.kernel.Execution;
import lectern.kernel.JavaKernel;
import lectern.kernel.TracePlaces;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.runs.ArtifactFiles;
import lectern.runs.FactsFormat;
import lectern.runs.RunPlan;
import lectern.runs.RunStore;
import lectern.text.SourceFiles;

/** Runs the cells that are due, two at a time, and records what came of them. */
public final class CellRunner {
    private static final int AT_A_TIME = 2;

    private final BookLayout layout;
    private final Progress progress;

    /** Prepare to run cells of a book. */
    public CellRunner(BookLayout layout, Progress progress) {
        this.layout = layout;
        this.progress = progress;
    }

    /**
     * What came of running one cell.
     *
     * @param run fresh and unrecorded; empty when the run failed or was not made
     * @param findings why, in order of place; a run may be there beside warnings
     * @param wall time from the start of the compiler to the end of the program
     */
    public record Result(
            RunPlan.Item item, Optional<CellRun> run, List<Diagnostic> findings, Duration wall) {}

    /** Run cells and record them; those that fail keep their old record and are reported. */
    public List<Diagnostic> run(List<RunPlan.Item> due) {
        RunStore store = new RunStore(layout.runs());
        List<Diagnostic> findings = new ArrayList<>();
        for (Result result : runAll(due)) {
            findings.addAll(result.findings());
            if (!Diagnostic.anyError(result.findings())) {
                result.run().ifPresent(run -> store.write(result.item().cell(), run));
            }
        }
        return findings.stream().distinct().sorted().toList();
    }

    /** Run cells without recording anything; results in the order of the items. */
    public List<Result> runAll(List<RunPlan.Item> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        JavaKernel kernel = new JavaKernel(layout.root(), layout.cache().resolve("work"));
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Map<RunPlan.Item, Result> results = new HashMap<>();
            List<Callable<Result>> tasks = new ArrayList<>();
            // a measurement wants the machine for itself
            List<RunPlan.Item> measured =
                    items.stream().filter(i -> i.cell().options().measured()).toList();
            items.stream()
                    .filter(i -> !measured.contains(i))
                    .forEach(i -> tasks.add(() -> timed(kernel, i)));
            for (Future<Result> future : threads.invokeAll(tasks)) {
                results.put(future.get().item(), future.get());
            }
            measured.forEach(item -> results.put(item, timed(kernel, item)));
            return items.stream().map(results::get).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cells ran", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a cell could not be run", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Result timed(JavaKernel kernel, RunPlan.Item item) {
        long start = System.nanoTime();
        Result result = runOne(kernel, item);
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        return new Result(item, result.run(), result.findings(), wall);
    }

    private static Result failure(RunPlan.Item item, List<Diagnostic> findings) {
        return new Result(item, Optional.empty(), findings, Duration.ZERO);
    }

    private Result runOne(JavaKernel kernel, RunPlan.Item item) {
        Cell cell = item.cell();
        progress.say(
                "run " + cell.id() + " (" + item.state().name().toLowerCase(Locale.ROOT) + ")");
        JavaKernel.Outcome outcome =
                kernel.run(
                        item.script(),
                        cell.id().value(),
                        cell.options().args(),
                        cell.options().timeout());
        if (!outcome.errors().isEmpty()) {
            return failure(item, outcome.errors());
        }
        Execution execution = outcome.execution();
        if (execution.end() != Execution.End.EXITED) {
            return failure(item, List.of(stopped(cell, execution)));
        }
        CellRun run;
        try {
            run = collect(item, execution);
        } catch (IllegalArgumentException e) {
            return failure(
                    item,
                    List.of(
                            Diagnostic.error(
                                    Rule.FAILED_CELL,
                                    cell.location(),
                                    "cell '"
                                            + cell.id()
                                            + "' left a record that cannot be read: "
                                            + e.getMessage(),
                                    "the script is " + cell.script())));
        }
        List<Diagnostic> unmet = MetExpectations.unmet(cell, run).toList();
        if (!unmet.isEmpty()) {
            return failure(item, unmet);
        }
        if (execution.exitCode() != 0) {
            return failure(item, List.of(failed(item, execution)));
        }
        return new Result(item, Optional.of(run), List.of(), Duration.ZERO);
    }

    private static Diagnostic stopped(Cell cell, Execution execution) {
        boolean late = execution.end() == Execution.End.TIMED_OUT;
        return Diagnostic.error(
                Rule.FAILED_CELL,
                cell.location(),
                late
                        ? "cell '"
                                + cell.id()
                                + "' was stopped after "
                                + cell.options().timeout().toSeconds()
                                + " s"
                        : "cell '" + cell.id() + "' printed more than 1 MiB and was stopped",
                late
                        ? "let it do less, or allow more time: timeout=2min"
                        : "let it print a summary");
    }

    private Diagnostic failed(RunPlan.Item item, Execution execution) {
        Optional<Location> place = TracePlaces.of(layout.root(), item.script(), execution.stderr());
        String said =
                execution
                        .stderr()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("it printed no error");
        return Diagnostic.error(
                Rule.FAILED_CELL,
                item.cell().location(),
                "cell '"
                        + item.cell().id()
                        + "' ended with exit code "
                        + execution.exitCode()
                        + ": "
                        + said,
                place.map(at -> "it failed at " + at)
                        .orElse("the script is " + item.cell().script()));
    }

    private CellRun collect(RunPlan.Item item, Execution execution) {
        Path facts = execution.out().resolve("facts.tsv");
        FactsFormat parsed =
                Files.isRegularFile(facts)
                        ? FactsFormat.parse("facts.tsv", SourceFiles.lines(facts))
                        : FactsFormat.NONE;
        boolean measured = item.cell().options().measured();
        return new CellRun(
                item.inputs(),
                execution.stdout(),
                parsed.facts(),
                parsed.expectations(),
                ArtifactFiles.collect(execution.out()),
                measured ? Optional.of(ThisMachine.describe()) : Optional.empty());
    }
}
