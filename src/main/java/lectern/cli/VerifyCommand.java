package lectern.cli;

import java.util.List;
import java.util.function.Supplier;
import lectern.build.CellVerdict.Outcome;
import lectern.build.PageCheck;
import lectern.build.PageModules;
import lectern.build.Plans;
import lectern.build.Shard;
import lectern.build.Since;
import lectern.build.Verification;
import lectern.runs.RunPlan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs cells again and compares with what is on record. */
@Command(
        name = "verify",
        description = "Run cells again and compare with their records; without a name, all.",
        mixinStandardHelpOptions = true)
final class VerifyCommand extends CellsCommand {
    @Mixin private StoreOption store;

    @Option(
            names = "--shard",
            paramLabel = "N/M",
            description = "Verify the Nth of M equal parts, for machines that share the work.")
    private String shard = "1/1";

    @Option(
            names = "--since",
            paramLabel = "REV",
            description = "Verify only what changed since a git revision.")
    private String since;

    @Option(
            names = "--fresh",
            description = "Prove again what was proven of examples that run in the page.")
    private boolean fresh;

    @Parameters(paramLabel = "CELL", description = "Ids of the cells to verify.")
    private List<String> names = List.of();

    VerifyCommand() {
        super("nothing was verified");
    }

    @Override
    int call(Console console, Plans plans) {
        List<RunPlan.Item> items = cells(plans, names);
        if (items.isEmpty()) {
            return nothing(console, plans, "the book has no cell to verify");
        }
        Shard part = refuse(() -> Shard.parse(shard));
        if (since != null) {
            List<RunPlan.Item> touched = refuse(() -> Since.touched(book.layout(), plans, since));
            items = items.stream().filter(touched::contains).toList();
            if (items.isEmpty()) {
                console.say("nothing to verify: no change since " + since + " touches a cell");
                return ExitCode.CLEAN;
            }
        }
        items = part.part(items);
        if (items.isEmpty() && since == null) {
            return nothing(console, plans, "part " + part + " of so few cells is empty");
        }
        DiffPrinter printer = new DiffPrinter(spec);
        boolean well = again(console, plans, items, since != null || part.of() > 1, printer);
        boolean same = inPage(console, PageModules.optedIn(items), printer);
        return well && same ? ExitCode.CLEAN : ExitCode.DIAGNOSTICS;
    }

    /**
     * Whether some cells give again what is on record, and one of them at least could be run.
     *
     * @param narrowed whether they are a part of those asked for, which may have none that can
     */
    private boolean again(
            Console console,
            Plans plans,
            List<RunPlan.Item> items,
            boolean narrowed,
            DiffPrinter printer) {
        Verification verification =
                Verification.of(book.layout(), items, store.sharing(), Terminal.progress(console));
        printer.print(plans.findings());
        printer.print(verification);
        boolean empty = verification.verdicts().size() == verification.count(Outcome.SKIPPED);
        if (empty && !narrowed) {
            printer.print(List.of(nothing(plans, "not one cell can run here")));
        }
        console.say(verification.summary());
        return verification.clean() && (!empty || narrowed);
    }

    /** Whether the modules of some cells give in the page what the JVM gives. */
    private boolean inPage(Console console, List<RunPlan.Item> items, DiffPrinter printer) {
        if (items.isEmpty()) {
            return true;
        }
        PageCheck.Result tried =
                PageCheck.of(book.layout(), items, fresh, Terminal.progress(console));
        printer.print(tried.findings());
        console.say(tried.summary());
        return tried.findings().isEmpty();
    }

    /** What an argument asks for; what makes no sense is a usage error. */
    private <T> T refuse(Supplier<T> argument) {
        try {
            return argument.get();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
