package lectern.cli;

import java.util.List;
import java.util.concurrent.Callable;
import lectern.build.Plans;
import lectern.model.Diagnostic;
import lectern.runs.Explanation;
import lectern.runs.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what runs depend on and what changed since they were recorded. */
@Command(
        name = "explain",
        description = "Say what the run of a cell depends on and what changed since its record.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;

    @Parameters(arity = "1..*", paramLabel = "CELL", description = "Ids of cells.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        Console console = new Console(spec);
        Plans plans = Plans.of(book.layout());
        if (Diagnostic.anyError(plans.findings())) {
            return console.report(plans.findings(), "; nothing can be explained");
        }
        String gap = "";
        for (RunPlan.Item item : NamedCells.of(spec, plans, names)) {
            console.say(gap + String.join("\n", new Explanation(item).lines()));
            gap = "\n";
        }
        return console.report(plans.findings(), "");
    }
}
