package lectern.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lectern.inpage.ModuleRun;
import lectern.inpage.PageModule;
import lectern.inpage.PageTools;
import lectern.kernel.Execution;
import lectern.kernel.JavaKernel;
import lectern.kernel.Job;
import lectern.model.Cell;
import lectern.model.CellOptions;
import lectern.model.Diagnostic;
import lectern.model.Knob;
import lectern.model.Rule;
import lectern.runs.RunPlan;
import lectern.script.Resolved;
import lectern.text.SourceFiles;

/**
 * A cell held against its module: the same arguments must print the same bytes and leave the same
 * files. Tried are the values of the recorded run, all knobs at their low ends, and all at their
 * high ends.
 *
 * @param module without gaps
 */
record PageTrial(BookLayout layout, RunPlan.Item item, PageModule module) {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final List<Function<Knob, String>> TRIED =
            List.of(Knob::initial, Knob::low, Knob::high);

    /** The run of the cell on the JVM with some arguments. */
    Job job(List<String> args) {
        Cell cell = item.cell();
        return new Job(
                cell.id().value(),
                item.script(),
                ScriptLibraries.of(layout).resolve(item.script()).stream()
                        .map(Resolved::file)
                        .toList(),
                args,
                cell.options().stdin().map(layout.root()::resolve),
                cell.options().timeout(),
                cell.options().setting().network());
    }

    /** Run the module and, by a kernel that has compiled it, the cell; tell what differs. */
    List<Diagnostic> findings(JavaKernel kernel) {
        CellOptions options = item.cell().options();
        List<List<String>> arguments =
                new ArrayList<>(TRIED.stream().map(options::arguments).distinct().toList());
        int tried = arguments.size();
        arguments.add(List.of("--help"));
        Path folder = layout.cache().resolve("page-runs").resolve(item.cell().id().value());
        List<ModuleRun> runs;
        try {
            runs =
                    ModuleRun.all(
                            new PageTools(ScriptLibraries.of(layout)),
                            module,
                            arguments,
                            folder,
                            LONGEST);
        } catch (IllegalStateException e) {
            return List.of(
                    differs(item.cell(), "did not run: " + e.getMessage(), "try smaller ranges"));
        }
        List<Diagnostic> findings =
                new ArrayList<>(KnobDefaults.wrong(item.cell(), runs.get(tried).stdout()));
        findings.addAll(LivePictures.missing(item.cell(), runs.get(0)));
        for (int i = 0; i < tried; i++) {
            Execution run = kernel.run(job(arguments.get(i)));
            difference(item.cell(), String.join(" ", arguments.get(i)), run, runs.get(i))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Diagnostic> difference(Cell cell, String args, Execution run, ModuleRun page) {
        String with = "with '" + args + "' ";
        if (run.end() != Execution.End.EXITED) {
            return Optional.of(
                    differs(
                            cell,
                            with + "does not come to an end on the JVM",
                            "choose a range that ends within the timeout of the cell"));
        }
        if (Uncaught.in(run.stderr().text()).isPresent()) {
            return Optional.of(
                    differs(
                            cell,
                            with + "ends on the JVM with " + Uncaught.in(run.stderr().text()).get(),
                            "choose ranges whose ends work together"));
        }
        if (run.exitCode() != page.exitCode() || !page.error().isEmpty()) {
            return Optional.of(
                    differs(
                            cell,
                            with
                                    + "ends with exit code "
                                    + page.exitCode()
                                    + (page.error().isEmpty() ? "" : " (" + page.error() + ")")
                                    + ", on the JVM with "
                                    + run.exitCode(),
                            "the JVM says: " + run.stderr().text().lines().limit(2).toList()));
        }
        List<String> ours = page.stdout().lines().toList();
        List<String> theirs = run.stdout().text().lines().toList();
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            String our = i < ours.size() ? ours.get(i) : "(nothing)";
            String their = i < theirs.size() ? theirs.get(i) : "(nothing)";
            if (!our.equals(their)) {
                return Optional.of(
                        differs(
                                cell,
                                with + "prints '" + our + "' in line " + (i + 1),
                                "the JVM prints '" + their + "'"));
            }
        }
        if (!page.stdout().equals(run.stdout().text())) {
            return Optional.of(
                    differs(cell, with + "ends its lines otherwise", "print \\n, not %n"));
        }
        return PageFiles.difference(run.out(), page.out())
                .map(how -> differs(cell, with + how, "see " + where(page.out())));
    }

    private String where(Path out) {
        return SourceFiles.relative(layout.root(), out);
    }

    private static Diagnostic differs(Cell cell, String how, String hint) {
        return Diagnostic.error(
                Rule.DIFFERENT_IN_PAGE,
                cell.location(),
                "cell '" + cell.id() + "' in the page " + how,
                hint);
    }
}
