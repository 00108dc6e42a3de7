package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lectern.build.BookLayout;
import lectern.build.PageCheck;
import lectern.build.PageModules;
import lectern.build.Plans;
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
        PageModules made = PageModules.make(layout, items, false);
        made.modules()
                .values()
                .forEach(
                        module ->
                                console.say(
                                        module.alias()
                                                + ": "
                                                + module.bytes()
                                                + " bytes compressed, "
                                                + (module.cpuMillis() == 0
                                                        ? "made before"
                                                        : module.cpuMillis() + " ms of CPU")));
        List<Diagnostic> findings = new ArrayList<>(made.findings());
        findings.addAll(
                new PageCheck(layout, Terminal.progress(console)).check(items, made.modules()));
        int code = console.report(findings.stream().distinct().sorted().toList(), "");
        if (code == ExitCode.CLEAN) {
            console.say(
                    "tried "
                            + items.size()
                            + (items.size() == 1 ? " cell" : " cells")
                            + ", all as on the JVM");
        }
        return code;
    }
}
