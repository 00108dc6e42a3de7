package lectern.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import lectern.kernel.Execution;
import lectern.kernel.JavaKernel;
import lectern.kernel.Job;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;
import lectern.script.Dependencies;
import lectern.script.Resolved;
import lectern.script.Script;
import lectern.script.UnresolvedDependency;

/** Runs cells, two at a time, and records what came of them. */
public final class CellRunner {
    private static final int AT_A_TIME = 2;

    private final BookLayout layout;
    private final Progress progress;
    private final Dependencies dependencies;
    private final RunFindings findings;

    /** Prepare to run cells of a book. */
    public CellRunner(BookLayout layout, Progress progress) {
        this.layout = layout;
        this.progress = progress;
        this.dependencies = ScriptLibraries.of(layout);
        this.findings = new RunFindings(layout.root());
    }

    /**
     * What came of running one cell.
     *
     * @param run fresh and unrecorded; empty when the run failed or was not made
     * @param findings why, in order of place; a run may be there beside warnings
     * @param wall time that the program took
     * @param skipped why the cell was not run, such as {@code there is no docker here}
     */
    public record Result(
            RunPlan.Item item,
            Optional<CellRun> run,
            List<Diagnostic> findings,
            Duration wall,
            Optional<String> skipped) {

        /** Whether the cell was run and is not as it should be. */
        public boolean failed() {
            return Diagnostic.anyError(findings);
        }
    }

    /** Run cells and record them; those that fail keep their old record and are reported. */
    public List<Diagnostic> run(List<RunPlan.Item> due) {
        return record(runAll(due));
    }

    /** Record the runs that came well, and return what is to be said of all. */
    public List<Diagnostic> record(List<Result> results) {
        Recording recording = new Recording(layout);
        List<Diagnostic> found = new ArrayList<>();
        for (Result result : results) {
            found.addAll(result.findings());
            if (!result.failed()) {
                result.run()
                        .flatMap(run -> recording.write(result.item().cell(), run))
                        .ifPresent(found::add);
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    /** A result whose findings in tangled scripts are told at their places in the notes. */
    private Result told(Result result) {
        TangledCells tangled = new TangledCells(layout);
        return new Result(
                result.item(),
                result.run(),
                result.findings().stream().map(tangled::inNote).toList(),
                result.wall(),
                result.skipped());
    }

    /** Run cells without recording anything; results in the order of the items. */
    public List<Result> runAll(List<RunPlan.Item> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        Path work = layout.cache().resolve("work");
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try (JavaKernel kernel = new JavaKernel(layout.root(), work);
                RunBoard board = new RunBoard(progress, items)) {
            Map<RunPlan.Item, Result> results = new LinkedHashMap<>();
            Map<RunPlan.Item, Job> jobs = prepare(items, results);
            Map<Script, List<Diagnostic>> errors = kernel.compile(List.copyOf(jobs.values()));
            for (RunPlan.Item item : List.copyOf(jobs.keySet())) {
                List<Diagnostic> own = errors.get(item.script());
                if (!own.isEmpty()) {
                    results.put(item, without(item, own, Optional.empty()));
                    jobs.remove(item);
                }
            }
            results.forEach((item, result) -> board.ended(result));
            Queue<RunPlan.Item> side = queue(jobs, false);
            Callable<Result> next = () -> runNext(kernel, board, side, jobs);
            for (Future<Result> future :
                    threads.invokeAll(Collections.nCopies(side.size(), next))) {
                results.put(future.get().item(), future.get());
            }
            // a measurement wants the machine for itself
            Queue<RunPlan.Item> alone = queue(jobs, true);
            while (!alone.isEmpty()) {
                Result result = runNext(kernel, board, alone, jobs);
                results.put(result.item(), result);
            }
            return items.stream().map(results::get).map(this::told).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cells ran", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a cell could not be run", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** The jobs of what can be run here; for the rest the reason goes to the results. */
    private Map<RunPlan.Item, Job> prepare(
            List<RunPlan.Item> items, Map<RunPlan.Item, Result> results) {
        Surroundings here = new Surroundings(layout.root());
        Map<RunPlan.Item, Job> jobs = new LinkedHashMap<>();
        for (RunPlan.Item item : items) {
            Optional<String> missing = here.missing(item.cell().options().setting());
            if (missing.isPresent()) {
                List<Diagnostic> said = List.of(findings.skipped(item, missing.get()));
                results.put(item, without(item, said, missing));
                continue;
            }
            try {
                jobs.put(item, job(layout, dependencies, item, item.cell().options().args()));
            } catch (UnresolvedDependency e) {
                List<Diagnostic> said = List.of(findings.unresolved(item.script(), e));
                results.put(item, without(item, said, Optional.empty()));
            }
        }
        return jobs;
    }

    /** The job of a cell, with its arguments or with others. */
    static Job job(
            BookLayout layout, Dependencies dependencies, RunPlan.Item item, List<String> args) {
        Cell cell = item.cell();
        return new Job(
                cell.id().value(),
                item.script(),
                dependencies.resolve(item.script()).stream().map(Resolved::file).toList(),
                args,
                cell.options().stdin().map(layout.root()::resolve),
                cell.options().timeout(),
                cell.options().setting().network());
    }

    private static Queue<RunPlan.Item> queue(Map<RunPlan.Item, Job> jobs, boolean measured) {
        return jobs.keySet().stream()
                .filter(item -> item.cell().options().measured() == measured)
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private Result runNext(
            JavaKernel kernel,
            RunBoard board,
            Queue<RunPlan.Item> queue,
            Map<RunPlan.Item, Job> jobs) {
        RunPlan.Item item = board.started(queue);
        long start = System.nanoTime();
        Execution execution = kernel.run(jobs.get(item));
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        Result result = new Harvest(findings).gather(item, execution, wall);
        if (result.failed()) {
            FailedRuns.keep(layout.cache(), item, execution);
        }
        board.ended(result);
        return result;
    }

    private static Result without(
            RunPlan.Item item, List<Diagnostic> said, Optional<String> skipped) {
        return new Result(item, Optional.empty(), said, Duration.ZERO, skipped);
    }
}
