package lectern.cli;

import java.util.List;
import lectern.build.PageCheck;
import lectern.build.PageModules;
import lectern.build.Plans;
import lectern.inpage.PageModule;
import lectern.runs.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tries examples as readers run them in the page. */
@Command(
        name = "page",
        description =
                "Compile cells for the reader's page and compare them with the JVM; without a"
                        + " name, all that have knobs.",
        mixinStandardHelpOptions = true)
final class PageCommand extends CellsCommand {
    @Parameters(paramLabel = "CELL", description = "Ids of the cells; knobs or not.")
    private List<String> names = List.of();

    PageCommand() {
        super("nothing was tried");
    }

    @Override
    int call(Console console, Plans plans) {
        List<RunPlan.Item> items =
                names.isEmpty() ? PageModules.optedIn(plans.plan().items()) : cells(plans, names);
        if (items.isEmpty()) {
            return nothing(console, plans, "no cell has knobs to try");
        }
        PageCheck.Result tried =
                PageCheck.of(book.layout(), items, true, Terminal.progress(console));
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
