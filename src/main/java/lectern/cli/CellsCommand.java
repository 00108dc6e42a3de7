package lectern.cli;

import java.util.List;
import java.util.concurrent.Callable;
import lectern.build.Plans;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.runs.RunPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command on the cells of a book, which it can only be given where the book can be planned. */
abstract class CellsCommand implements Callable<Integer> {
    @Spec CommandSpec spec;
    @Mixin BookOption book;

    private final String refusal;

    /**
     * Make a command.
     *
     * @param refusal what did not come about where the book cannot be planned
     */
    CellsCommand(String refusal) {
        this.refusal = refusal;
    }

    @Override
    public final Integer call() {
        Console console = new Console(spec);
        Plans plans = Plans.of(book.layout());
        if (Diagnostic.anyError(plans.findings())) {
            return console.report(plans.findings(), "; " + refusal);
        }
        return call(console, plans);
    }

    /** Do it, with a plan that has no errors; return the exit code. */
    abstract int call(Console console, Plans plans);

    /** The cells that the command line names; all where it names none. */
    List<RunPlan.Item> cells(Plans plans, List<String> names) {
        return names.isEmpty() ? plans.plan().items() : NamedCells.of(spec, plans, names);
    }

    /** Say that there is nothing to work on; return the exit code. */
    static int nothing(Console console, Plans plans, String why) {
        return console.report(List.of(nothing(plans, why)), "");
    }

    /** That there is nothing to work on, at the main note. */
    static Diagnostic nothing(Plans plans, String why) {
        return Diagnostic.error(Rule.NOTHING_TO_VERIFY, Location.of(plans.book().file(), 1), why);
    }
}
