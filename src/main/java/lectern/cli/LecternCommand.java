package lectern.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a verb: says what verbs there are. */
@Command(
        name = "lectern",
        description = "Runs the examples in AsciiDoc notes and makes a book of notes and results.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        subcommands = {
            BuildCommand.class,
            ServeCommand.class,
            RunCommand.class,
            VerifyCommand.class,
            PageCommand.class,
            AcceptCommand.class,
            ExplainCommand.class,
            CheckCommand.class,
            TangleCommand.class,
            CatalogCommand.class,
            DoctorCommand.class,
            ImportCommand.class
        })
final class LecternCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "say what to do: build, serve, run, verify, page, accept, explain, check, tangle, catalog, doctor or import");
    }
}
