package lectern.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.kernel.Captured;
import lectern.kernel.Execution;
import lectern.kernel.JavaKernel;
import lectern.kernel.TracePlaces;
import lectern.model.Cell;
import lectern.model.Diagnostic;
import lectern.model.ExpectedEnd;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.Severity;
import lectern.runs.RunPlan;
import lectern.script.Script;
import lectern.script.UnresolvedDependency;
import lectern.text.SourceFiles;

/**
 * Words what went wrong in a run, at the place of its cell in the note.
 *
 * @param root folder that places are relative to
 */
record RunFindings(Path root) {

    /** A run that was stopped at one of its limits. */
    Diagnostic stopped(RunPlan.Item item, Execution execution) {
        Cell cell = item.cell();
        return switch (execution.end()) {
            case TIMED_OUT ->
                    failed(
                            cell,
                            "was stopped after " + cell.options().timeout().toSeconds() + " s",
                            "let it do less, or allow more time: timeout=2min");
            case OUT_OF_MEMORY ->
                    failed(
                            cell,
                            "ran out of memory with " + heap(item.script()),
                            "let it need less, or write a larger -Xmx in //RUNTIME_OPTIONS");
            case TOO_MANY_THREADS ->
                    failed(
                            cell,
                            "had more than "
                                    + JavaKernel.THREAD_LIMIT
                                    + " threads at once and was stopped",
                            "let a pool of threads do the work");
            case TOO_MUCH_OUTPUT ->
                    failed(
                            cell,
                            "printed more than " + (Captured.LIMIT >> 20) + " MiB and was stopped",
                            "let it print a summary");
            case EXITED, STOPPED ->
                    throw new IllegalArgumentException("the run met none of its limits");
        };
    }

    private static String heap(Script script) {
        return script.runtimeOptions().stream()
                .filter(option -> option.startsWith("-Xmx"))
                .reduce((first, last) -> last)
                .orElse(JavaKernel.DEFAULT_HEAP);
    }

    /** A run that ended otherwise than its cell says. */
    Optional<Diagnostic> wrongEnd(RunPlan.Item item, Execution execution) {
        Cell cell = item.cell();
        ExpectedEnd meant = cell.options().end();
        String stderr = execution.stderr().text();
        boolean died = execution.exitCode() == 1 && Uncaught.in(stderr).isPresent();
        if (meant.exception() ? died : execution.exitCode() == meant.exitCode()) {
            return Optional.empty();
        }
        String said =
                stderr.lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("it printed no error");
        String ended = "ended with exit code " + execution.exitCode() + ": " + said;
        String what =
                meant.exception()
                        ? "was meant to end with an exception, but " + ended
                        : meant.exitCode() != 0
                                ? "was meant to end with exit code "
                                        + meant.exitCode()
                                        + ", but "
                                        + ended
                                : ended;
        Optional<Location> place = TracePlaces.of(root, item.script(), stderr);
        return Optional.of(
                failed(
                        cell,
                        what,
                        place.map(at -> "it failed at " + at)
                                .orElse("the script is " + cell.script())));
    }

    /** A run that left facts or files that cannot be taken. */
    Diagnostic unreadable(Cell cell, String why) {
        return failed(
                cell,
                "left a record that cannot be read: " + why,
                "the script is " + cell.script());
    }

    /** A cell that cannot be run on this machine. */
    Diagnostic skipped(RunPlan.Item item, String why) {
        return warning(
                item.cell(),
                "was skipped: " + why,
                item.recorded().isPresent()
                        ? "its recorded run is shown"
                        : "run it where that is, and commit what it records");
    }

    /** A run that printed other bytes than text. */
    Diagnostic notUtf8(Cell cell) {
        return warning(
                cell,
                "printed bytes that are not UTF-8; the page shows \ufffd for them",
                "write -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 in //RUNTIME_OPTIONS");
    }

    /** A run during which files of the book changed. */
    Diagnostic strayed(Cell cell, List<String> files) {
        int most = Math.min(3, files.size());
        String rest = files.size() > most ? " and " + (files.size() - most) + " more" : "";
        return warning(
                cell,
                "ran while files outside its folder changed: "
                        + String.join(", ", files.subList(0, most))
                        + rest,
                "let it write below the folder of the property lectern.out");
    }

    /** A dependency that cannot be had. */
    Diagnostic unresolved(Script script, UnresolvedDependency e) {
        return Diagnostic.error(
                Rule.BAD_SCRIPT,
                Location.of(SourceFiles.relative(root, script.file()), 1),
                e.getMessage(),
                e.hint());
    }

    private static Diagnostic failed(Cell cell, String what, String hint) {
        return Diagnostic.error(
                Rule.FAILED_CELL, cell.location(), "cell '" + cell.id() + "' " + what, hint);
    }

    private static Diagnostic warning(Cell cell, String what, String hint) {
        return new Diagnostic(
                Severity.WARNING,
                Rule.FAILED_CELL,
                cell.location(),
                "cell '" + cell.id() + "' " + what,
                Optional.of(hint));
    }
}
