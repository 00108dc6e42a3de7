package lectern.cli;

import java.util.List;
import java.util.concurrent.Callable;
import lectern.build.BookLayout;
import lectern.build.PageCheck;
import lectern.build.PageModules;
import lectern.build.Plans;
import lectern.inpage.PageModule;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries examples as readers run them in the page. */
@Command(
        name = "page",
        description =
                "Compile cells for the reader's page and compare them with the JVM; without a"
                        + " name, all that have knobs.",
        mixinStandardHelpOptions = true)
final class PageCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;

    @Parameters(paramLabel = "CELL", description = "Ids of the cells; knobs or not.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        Console console = new Console(spec);
        BookLayout layout = book.layout();
        Plans plans = Plans.of(layout);
        if (Diagnostic.anyError(plans.findings())) {
            return console.report(plans.findings(), "; nothing was tried");
        }
        List<RunPlan.Item> items =
                names.isEmpty()
                        ? PageModules.optedIn(plans.plan().items())
                        : NamedCells.of(spec, plans, names);
        if (items.isEmpty()) {
            return console.report(
                    List.of(VerifyCommand.nothing(plans, "no cell has knobs to try")), "");
        }
        PageCheck.Result tried = PageCheck.of(layout, items, true, Terminal.progress(console));
        tried.modules().values().forEach(module -> console.say(weight(module)));
        int code = console.report(tried.findings(), "");
        if (code == ExitCode.CLEAN) {
            console.say(
                    "tried "
                            + items.size()
                            + (items.size() == 1 ? " cell" : " cells")
                            + ", all as on the JVM");
        }
        return code;
    }

    private static String weight(PageModule module) {
        String made =
                module.cpuMillis() == 0 ? "made before" : module.cpuMillis() + " ms of CPU to make";
        return module.alias() + ": " + module.bytes() + " bytes compressed, " + made;
    }
}
