package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lectern.build.Acceptance;
import lectern.build.CellVerdict.Outcome;
import lectern.build.Orphans;
import lectern.build.Plans;
import lectern.build.Sharing;
import lectern.build.Verification;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes what cells give now as their record. */
@Command(
        name = "accept",
        description =
                "Run cells again and record what they give now; without a name, those that differ.",
        mixinStandardHelpOptions = true)
final class AcceptCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;

    @Option(
            names = "--prune",
            description = "Remove records that no cell owns; without a CELL, do only that.")
    private boolean prune;

    @Parameters(paramLabel = "CELL", description = "Ids of the cells to record, differing or not.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        Console console = new Console(spec);
        Plans plans = Plans.of(book.layout());
        if (Diagnostic.anyError(plans.findings())) {
            return console.report(plans.findings(), "; nothing was accepted");
        }
        List<RunPlan.Item> items =
                names.isEmpty() ? plans.plan().items() : NamedCells.of(spec, plans, names);
        if (prune) {
            Orphans.prune(book.layout(), plans.book())
                    .forEach(file -> console.say("removed " + file));
            if (names.isEmpty()) {
                return ExitCode.CLEAN;
            }
        }
        if (items.isEmpty()) {
            return console.report(
                    List.of(VerifyCommand.nothing(plans, "the book has no cell to accept")), "");
        }
        return accept(console, items);
    }

    private int accept(Console console, List<RunPlan.Item> items) {
        Verification verification =
                Verification.of(book.layout(), items, Sharing.off(), Terminal.progress(console));
        Acceptance acceptance = Acceptance.of(book.layout(), verification, !names.isEmpty());
        List<Diagnostic> findings = new ArrayList<>(acceptance.findings());
        verification.verdicts().stream()
                .filter(verdict -> verdict.run().isEmpty())
                .forEach(verdict -> findings.addAll(verdict.findings()));
        acceptance.written().forEach(cell -> console.say("accepted " + cell.id()));
        int code = console.report(findings, "");
        console.say(
                "accepted "
                        + acceptance.written().size()
                        + " of "
                        + items.size()
                        + (items.size() == 1 ? " cell, " : " cells, ")
                        + verification.count(Outcome.SKIPPED)
                        + " skipped, "
                        + (verification.count(Outcome.FAILED) + acceptance.findings().size())
                        + " failed");
        return code;
    }
}
