package lectern.cli;

import java.util.List;
import lectern.build.Plans;
import lectern.runs.Explanation;
import lectern.runs.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what runs depend on and what changed since they were recorded. */
@Command(
        name = "explain",
        description = "Say what the run of a cell depends on and what changed since its record.",
        mixinStandardHelpOptions = true)
final class ExplainCommand extends CellsCommand {
    @Parameters(arity = "1..*", paramLabel = "CELL", description = "Ids of cells.")
    private List<String> names = List.of();

    ExplainCommand() {
        super("nothing can be explained");
    }

    @Override
    int call(Console console, Plans plans) {
        String gap = "";
        for (RunPlan.Item item : NamedCells.of(spec, plans, names)) {
            console.say(gap + String.join("\n", new Explanation(item).lines()));
            gap = "\n";
        }
        return console.report(plans.findings(), "");
    }
}
