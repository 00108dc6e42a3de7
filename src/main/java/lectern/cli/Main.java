package lectern.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {
    /** Verbs that are over before the second compiler of a JVM has paid for itself. */
    private static final Set<String> SHORT = Set.of("check", "explain");

    private Main() {}

    /** Run one verb and leave with its exit code. */
    public static void main(String[] args) {
        if (args.length > 0 && SHORT.contains(args[0]) && !LeanJvm.isThis()) {
            System.exit(LeanJvm.run(List.of(args)));
        }
        OptionalInt built = QuickBuild.run(args);
        OptionalInt quick = built.isPresent() ? built : QuickServe.run(args);
        System.exit(quick.isPresent() ? quick.getAsInt() : run(args));
    }

    /** Run one verb; exit codes are 0 clean, 1 diagnostics, 2 usage, 3 our own fault. */
    static int run(String... args) {
        return commandLine().setOut(utf8(System.out)).execute(args);
    }

    /** Notes are UTF-8, whatever the locale of the terminal. */
    static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Run one verb that prints to writers instead of the console. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    private static CommandLine commandLine() {
        CommandLine line =
                new CommandLine(new LecternCommand())
                        .setExecutionExceptionHandler(Main::apologise)
                        .setCaseInsensitiveEnumValuesAllowed(true);
        // what follows the alias of an example is the example's
        line.getSubcommands().get("run").setStopAtPositional(true);
        return line;
    }

    private static int apologise(
            Exception fault, CommandLine line, CommandLine.ParseResult arguments) {
        return apologise(fault, line.getErr());
    }

    /** Print a fault of our own; return its exit code. */
    static int apologise(Exception fault, PrintWriter err) {
        err.println("lectern: this should not have happened: " + fault.getMessage());
        err.println("Please report it with the note that caused it and the lines below.");
        fault.printStackTrace(err);
        err.flush();
        return ExitCode.OUR_FAULT;
    }
}
