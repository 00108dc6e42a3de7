package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.check.MetExpectations;
import lectern.kernel.Execution;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.ExpectedEnd;
import lectern.runs.ArtifactFiles;
import lectern.runs.FactsFormat;
import lectern.runs.RunPlan;
import lectern.text.SourceFiles;

/**
 * Makes a run of what an execution left, or says why it is none.
 *
 * @param findings words what is wrong
 */
record Harvest(RunFindings findings) {

    /** Judge how a program ended and gather what it left. */
    CellRunner.Result gather(RunPlan.Item item, Execution execution, Duration wall) {
        Cell cell = item.cell();
        if (execution.end() != Execution.End.EXITED) {
            return failed(item, wall, List.of(findings.stopped(item, execution)));
        }
        CellRun run;
        try {
            run = collect(item, execution);
        } catch (IllegalArgumentException e) {
            return failed(item, wall, List.of(findings.unreadable(cell, e.getMessage())));
        }
        List<Diagnostic> unmet = MetExpectations.unmet(cell, run).toList();
        if (!unmet.isEmpty()) {
            return failed(item, wall, unmet);
        }
        Optional<Diagnostic> end = findings.wrongEnd(item, execution);
        if (end.isPresent()) {
            return failed(item, wall, List.of(end.get()));
        }
        List<Diagnostic> warnings = new ArrayList<>();
        if (!execution.stdout().utf8()) {
            warnings.add(findings.notUtf8(cell));
        }
        if (!execution.strays().isEmpty()) {
            warnings.add(findings.strayed(cell, execution.strays()));
        }
        return new CellRunner.Result(item, Optional.of(run), warnings, wall, Optional.empty());
    }

    private static CellRunner.Result failed(
            RunPlan.Item item, Duration wall, List<Diagnostic> said) {
        return new CellRunner.Result(item, Optional.empty(), said, wall, Optional.empty());
    }

    private static CellRun collect(RunPlan.Item item, Execution execution) {
        Cell cell = item.cell();
        Path facts = execution.out().resolve("facts.tsv");
        FactsFormat parsed =
                Files.isRegularFile(facts)
                        ? FactsFormat.parse("facts.tsv", SourceFiles.lines(facts))
                        : FactsFormat.NONE;
        boolean local = cell.options().measured() || cell.options().setting().device().isPresent();
        return new CellRun(
                item.inputs(),
                shown(cell.options().end(), execution),
                parsed.facts(),
                parsed.expectations(),
                ArtifactFiles.collect(execution.out()),
                local ? Optional.of(ThisMachine.describe()) : Optional.empty());
    }

    private static String shown(ExpectedEnd end, Execution execution) {
        String exception =
                end.exception()
                        ? Uncaught.in(execution.stderr().text()).map(line -> line + "\n").orElse("")
                        : "";
        return execution.stdout().text() + exception;
    }
}
