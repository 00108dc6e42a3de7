package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import lectern.build.Acceptance;
import lectern.build.CellVerdict.Outcome;
import lectern.build.Orphans;
import lectern.build.Plans;
import lectern.build.Sharing;
import lectern.build.Verification;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes what cells give now as their record. */
@Command(
        name = "accept",
        description =
                "Run cells again and record what they give now; without a name, those that differ.",
        mixinStandardHelpOptions = true)
final class AcceptCommand extends CellsCommand {
    @Option(
            names = "--prune",
            description = "Remove records that no cell owns; without a CELL, do only that.")
    private boolean prune;

    @Parameters(paramLabel = "CELL", description = "Ids of the cells to record, differing or not.")
    private List<String> names = List.of();

    AcceptCommand() {
        super("nothing was accepted");
    }

    @Override
    int call(Console console, Plans plans) {
        List<RunPlan.Item> items = cells(plans, names);
        if (prune) {
            Orphans.prune(book.layout(), plans.book())
                    .forEach(file -> console.say("removed " + file));
            if (names.isEmpty()) {
                return ExitCode.CLEAN;
            }
        }
        if (items.isEmpty()) {
            return nothing(console, plans, "the book has no cell to accept");
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
