package lectern.cli;

import java.util.List;
import java.util.concurrent.Callable;
import lectern.build.CellRunner;
import lectern.build.Plans;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;
import lectern.text.NearMiss;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs cells and records what came of them. */
@Command(
        name = "run",
        description = "Run cells and record their results; without a name, those that are due.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;
    @Mixin private StoreOption store;

    @Parameters(paramLabel = "CELL", description = "Ids of the cells to run, due or not.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        Console console = new Console(spec);
        Plans plans = Plans.of(book.layout());
        if (Diagnostic.anyError(plans.findings())) {
            return console.report(plans.findings(), "; nothing was run");
        }
        List<RunPlan.Item> items = names.isEmpty() ? plans.plan().due() : named(plans);
        List<Diagnostic> findings = run(console, items);
        int code = console.report(findings, "");
        if (code == ExitCode.CLEAN) {
            console.say("recorded " + items.size() + (items.size() == 1 ? " run" : " runs"));
        }
        return code;
    }

    private List<Diagnostic> run(Console console, List<RunPlan.Item> items) {
        CellRunner runner = new CellRunner(book.layout(), console::say);
        return runner.record(store.sharing().runAll(runner, items, console::say));
    }

    private List<RunPlan.Item> named(Plans plans) {
        List<String> known =
                plans.plan().items().stream().map(item -> item.cell().id().value()).toList();
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
