package lectern.cli;

import java.util.concurrent.Callable;
import lectern.build.BookCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the book without running or rendering anything. */
@Command(
        name = "check",
        description = "Check notes, scripts and recorded runs; run and render nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;

    @Override
    public Integer call() {
        Console console = new Console(spec);
        BookCheck check = BookCheck.of(book.layout());
        int code = console.report(check.findings(), "");
        if (code == ExitCode.CLEAN) {
            console.say(check.summary());
        }
        return code;
    }
}
