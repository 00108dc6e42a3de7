package lectern.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import lectern.build.Plans;
import lectern.build.TangledCells;
import lectern.model.Diagnostic;
import lectern.text.SourceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the examples that stand in notes out as scripts. */
@Command(
        name = "tangle",
        description = "Write the examples that stand in notes out as scripts that JBang runs.",
        mixinStandardHelpOptions = true)
final class TangleCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "tangled",
            description = "Folder for the scripts; ${DEFAULT-VALUE} unless given.")
    private Path folder;

    @Override
    public Integer call() {
        Console console = new Console(spec);
        Plans plans = Plans.of(book.layout());
        if (Diagnostic.anyError(plans.findings())) {
            return console.report(plans.findings(), "; nothing was written");
        }
        Path home = folder.toAbsolutePath().normalize();
        Map<String, String> scripts = new TangledCells(book.layout()).readable(plans.book(), home);
        scripts.forEach((name, text) -> SourceFiles.write(home.resolve(name), text));
        int count = scripts.size();
        console.say("wrote " + count + (count == 1 ? " script" : " scripts"));
        return ExitCode.CLEAN;
    }
}
