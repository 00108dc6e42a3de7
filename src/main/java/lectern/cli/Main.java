package lectern.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {
    private Main() {}

    /** Run one verb and leave with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Run one verb; exit codes are 0 clean, 1 diagnostics, 2 usage, 3 our own fault. */
    static int run(String... args) {
        CommandLine line = new CommandLine(new LecternCommand());
        line.setExecutionExceptionHandler(Main::apologise);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(args);
    }

    private static int apologise(
            Exception fault, CommandLine line, CommandLine.ParseResult arguments) {
        PrintWriter err = line.getErr();
        err.println("lectern: this should not have happened: " + fault.getMessage());
        err.println("Please report it with the note that caused it and the lines below.");
        fault.printStackTrace(err);
        err.flush();
        return ExitCode.OUR_FAULT;
    }
}
