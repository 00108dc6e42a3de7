package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** Run cells; those that fail keep their old record and are reported. */
    public List<Diagnostic> run(List<RunPlan.Item> due) {
        if (due.isEmpty()) {
            return List.of();
        }
        JavaKernel kernel = new JavaKernel(layout.root(), layout.cache().resolve("work"));
        RunStore store = new RunStore(layout.runs());
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Callable<List<Diagnostic>>> tasks = new ArrayList<>();
            // a measurement wants the machine for itself
            List<RunPlan.Item> measured =
                    due.stream().filter(i -> i.cell().options().measured()).toList();
            due.stream()
                    .filter(i -> !measured.contains(i))
                    .forEach(i -> tasks.add(() -> runOne(kernel, store, i)));
            List<Diagnostic> findings = new ArrayList<>();
            for (Future<List<Diagnostic>> future : threads.invokeAll(tasks)) {
                findings.addAll(future.get());
            }
            measured.forEach(item -> findings.addAll(runOne(kernel, store, item)));
            TangledCells tangled = new TangledCells(layout);
            return findings.stream().map(tangled::inNote).distinct().sorted().toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cells ran", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a cell could not be run", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Diagnostic> runOne(JavaKernel kernel, RunStore store, RunPlan.Item item) {
        Cell cell = item.cell();
        progress.say(
                "run "
                        + cell.id()
                        + " ("
                        + item.state().name().toLowerCase(java.util.Locale.ROOT)
                        + ")");
        JavaKernel.Outcome outcome =
                kernel.run(
                        item.script(),
                        cell.id().value(),
                        cell.options().args(),
                        cell.options().timeout());
        if (!outcome.errors().isEmpty()) {
            return outcome.errors();
        }
        Execution execution = outcome.execution();
        if (execution.end() != Execution.End.EXITED) {
            return List.of(stopped(cell, execution));
        }
        CellRun run;
        try {
            run = collect(item, execution);
        } catch (IllegalArgumentException e) {
            return List.of(
                    Diagnostic.error(
                            Rule.FAILED_CELL,
                            cell.location(),
                            "cell '"
                                    + cell.id()
                                    + "' left a record that cannot be read: "
                                    + e.getMessage(),
                            "the script is " + cell.script()));
        }
        List<Diagnostic> unmet = MetExpectations.unmet(cell, run).toList();
        if (!unmet.isEmpty()) {
            return unmet;
        }
        if (execution.exitCode() != 0) {
            return List.of(failed(item, execution));
        }
        store.write(cell, run);
        return List.of();
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
