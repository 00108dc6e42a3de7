package lectern.cli;

import java.io.PrintWriter;
import java.util.List;
import lectern.build.CellVerdict;
import lectern.build.Verification;
import lectern.model.Diagnostic;
import lectern.runs.Difference;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what a verification found, each difference below its finding. */
final class DiffPrinter {
    private final PrintWriter err;
    private final Ansi ansi;

    /** Print with colours on a terminal, never in continuous integration. */
    DiffPrinter(CommandSpec spec) {
        this.err = spec.commandLine().getErr();
        this.ansi = System.getenv("CI") == null ? Ansi.AUTO : Ansi.OFF;
    }

    void print(Verification verification) {
        for (CellVerdict verdict : verification.verdicts()) {
            verdict.findings().forEach(err::println);
            for (Difference difference : verdict.differences()) {
                err.println(difference.finding(verdict.item().cell()));
                difference.lines().forEach(line -> err.println(painted(line)));
            }
        }
        err.flush();
    }

    /** Print findings as they are. */
    void print(List<Diagnostic> findings) {
        findings.forEach(err::println);
        err.flush();
    }

    private String painted(String line) {
        String style =
                switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                    case '-' -> "red";
                    case '+' -> "green";
                    case '@' -> "cyan";
                    default -> "";
                };
        if (style.isEmpty() || !ansi.enabled()) {
            return line;
        }
        return Ansi.Style.on(Ansi.Style.valueOf("fg_" + style))
                + line
                + Ansi.Style.off(Ansi.Style.valueOf("fg_" + style));
    }
}
