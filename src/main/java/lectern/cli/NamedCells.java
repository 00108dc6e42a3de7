package lectern.cli;

import java.util.List;
import lectern.build.Plans;
import lectern.model.Cell;
import lectern.runs.RunPlan;
import lectern.text.NearMiss;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Finds the cells that a command line names. */
final class NamedCells {
    private NamedCells() {}

    /** The named cells in the order of the book; an unknown name is a usage error. */
    static List<RunPlan.Item> of(CommandSpec spec, Plans plans, List<String> names) {
        List<String> known =
                plans.book().cells().stream().map(Cell::id).map(Object::toString).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "there is no cell '" + name + "'; " + NearMiss.hint(name, known));
            }
        }
        return plans.plan().items().stream()
                .filter(item -> names.contains(item.cell().id().value()))
                .toList();
    }
}
