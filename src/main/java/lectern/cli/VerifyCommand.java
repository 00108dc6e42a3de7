package lectern.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lectern.build.CellVerdict.Outcome;
import lectern.build.PageCheck;
import lectern.build.PageModules;
import lectern.build.Plans;
import lectern.build.Shard;
import lectern.build.Since;
import lectern.build.Verification;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.runs.RunPlan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs cells again and compares with what is on record. */
@Command(
        name = "verify",
        description = "Run cells again and compare with their records; without a name, all.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;
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

    @Override
    public Integer call() {
        Console console = new Console(spec);
        Plans plans = Plans.of(book.layout());
        if (Diagnostic.anyError(plans.findings())) {
            return console.report(plans.findings(), "; nothing was verified");
        }
        List<RunPlan.Item> items =
                names.isEmpty() ? plans.plan().items() : NamedCells.of(spec, plans, names);
        if (items.isEmpty()) {
            return console.report(List.of(nothing(plans, "the book has no cell to verify")), "");
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
            String why = "part " + part + " of so few cells is empty";
            return console.report(List.of(nothing(plans, why)), "");
        }
        Verification verification =
                Verification.of(book.layout(), items, store.sharing(), Terminal.progress(console));
        DiffPrinter printer = new DiffPrinter(spec);
        printer.print(plans.findings());
        printer.print(verification);
        boolean empty = verification.verdicts().size() == verification.count(Outcome.SKIPPED);
        boolean narrowed = since != null || part.of() > 1;
        if (empty && !narrowed) {
            printer.print(List.of(nothing(plans, "not one cell can run here")));
        }
        console.say(verification.summary());
        boolean same = inPage(console, PageModules.optedIn(items), printer);
        return verification.clean() && same && !(empty && !narrowed)
                ? ExitCode.CLEAN
                : ExitCode.DIAGNOSTICS;
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

    static Diagnostic nothing(Plans plans, String why) {
        return Diagnostic.error(Rule.NOTHING_TO_VERIFY, Location.of(plans.book().file(), 1), why);
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
