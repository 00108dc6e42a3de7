package lectern.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lectern.build.BookLayout;
import lectern.build.CellRunner;
import lectern.build.ExampleRun;
import lectern.build.Examples;
import lectern.build.Plans;
import lectern.build.Progress;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;
import lectern.script.Script;
import lectern.text.NearMiss;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs cells and records what came of them, or runs an example on the console. */
@Command(
        name = "run",
        description = {
            "Run cells and record their results; without a name, those that are due.",
            "With the alias of an example, run it here with the arguments that follow, and record"
                    + " nothing. A name that is both means the cell, unless arguments follow; the"
                    + " path of a script always means the example.",
            "All that a failed run said is kept below DIR, in lectern/failed/CELL.txt."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;
    @Mixin private StoreOption store;

    @Parameters(
            paramLabel = "CELL|ALIAS [ARG]",
            description = "Cells to run, due or not; or one example and its arguments.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        Console console = new Console(spec);
        BookLayout layout = book.layout();
        Plans plans = Plans.of(layout);
        if (!cells(plans).containsAll(words)) {
            Examples examples = Examples.of(layout);
            var example = examples.named(words.get(0));
            if (example.isPresent()) {
                return runExample(console, layout, examples, example.get());
            }
            if (!cells(plans).contains(words.get(0))) {
                throw unknown(words.get(0), plans, examples);
            }
        }
        if (Diagnostic.anyError(plans.findings())) {
            return console.report(plans.findings(), "; nothing was run");
        }
        List<RunPlan.Item> items = words.isEmpty() ? plans.plan().due() : named(plans);
        Progress progress = Terminal.progress(console);
        CellRunner runner = new CellRunner(layout, progress);
        List<CellRunner.Result> results = store.sharing().runAll(runner, items, progress);
        List<Diagnostic> findings = runner.record(results);
        int code = console.report(findings, "");
        long refused = findings.stream().filter(f -> !ofTheRun(results, f)).count();
        console.say(count(results, refused));
        return code;
    }

    private Integer runExample(
            Console console, BookLayout layout, Examples examples, Script script) {
        List<Diagnostic> findings =
                examples.findings().stream()
                        .filter(
                                f ->
                                        layout.root()
                                                .resolve(f.location().file())
                                                .equals(script.file()))
                        .toList();
        if (Diagnostic.anyError(findings)) {
            return console.report(findings, "; nothing was run");
        }
        var ended = new ExampleRun(layout).run(script, words.subList(1, words.size()));
        int code = console.report(ended.findings(), "; nothing was run");
        return code == ExitCode.CLEAN ? ended.exitCode() : code;
    }

    /** Whether a finding is about a run, not about recording it. */
    private static boolean ofTheRun(List<CellRunner.Result> results, Diagnostic finding) {
        return results.stream().anyMatch(result -> result.findings().contains(finding));
    }

    private static String count(List<CellRunner.Result> results, long refused) {
        long skipped = results.stream().filter(result -> result.skipped().isPresent()).count();
        long failed = results.stream().filter(CellRunner.Result::failed).count() + refused;
        long recorded = results.size() - skipped - failed;
        return "recorded "
                + recorded
                + (recorded == 1 ? " run" : " runs")
                + (failed == 0 ? "" : ", " + failed + " failed")
                + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }

    private static List<String> cells(Plans plans) {
        return plans.plan().items().stream().map(item -> item.cell().id().value()).toList();
    }

    private List<RunPlan.Item> named(Plans plans) {
        List<String> known = cells(plans);
        for (String name : words) {
            if (name.startsWith("-")) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "options such as '" + name + "' stand before names");
            }
            if (!known.contains(name)) {
                throw unknown(name, plans, new Examples(List.of(), List.of()));
            }
        }
        return plans.plan().items().stream()
                .filter(item -> words.contains(item.cell().id().value()))
                .toList();
    }

    private CommandLine.ParameterException unknown(String name, Plans plans, Examples examples) {
        List<String> known =
                Stream.concat(cells(plans).stream(), examples.scripts().stream().map(Script::alias))
                        .distinct()
                        .toList();
        return new CommandLine.ParameterException(
                spec.commandLine(),
                "there is no cell or example '" + name + "'; " + NearMiss.hint(name, known));
    }
}
