package lectern.cli;

import java.io.PrintWriter;
import java.util.List;
import lectern.model.Diagnostic;
import picocli.CommandLine.Model.CommandSpec;

/** Prints findings and results. */
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;

    Console(CommandSpec spec) {
        out = spec.commandLine().getOut();
        err = spec.commandLine().getErr();
    }

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Where results are printed. */
    PrintWriter writer() {
        return out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /**
     * Print findings and a count of the errors; return the exit code that they call for.
     *
     * @param consequence what the errors led to, after a semicolon; empty when nothing
     */
    int report(List<Diagnostic> findings, String consequence) {
        findings.forEach(err::println);
        boolean failed = Diagnostic.anyError(findings);
        if (failed) {
            long errors = findings.stream().filter(f -> Diagnostic.anyError(List.of(f))).count();
            err.println(errors + (errors == 1 ? " error" : " errors") + consequence);
        }
        err.flush();
        return failed ? ExitCode.DIAGNOSTICS : ExitCode.CLEAN;
    }
}
