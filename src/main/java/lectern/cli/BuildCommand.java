package lectern.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lectern.build.BookBuild;
import lectern.build.BookLayout;
import lectern.build.BuildResult;
import lectern.build.BuildStamp;
import lectern.build.OutputFormat;
import lectern.build.Sharing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the book; where nothing changed since the last build it says so and starts nothing. */
@Command(
        name = "build",
        description =
                "Build the book: run what is due, check, and write the site, the EPUB and the PDF.",
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
    static final String NOTHING_CHANGED = "nothing changed: ";

    @Spec private CommandSpec spec;
    @Mixin private BookOption book;
    @Mixin private StoreOption store;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "What to write: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<OutputFormat> formats = EnumSet.allOf(OutputFormat.class);

    @Override
    public Integer call() {
        Console console = new Console(spec);
        BookLayout layout = book.layout();
        Optional<String> current = BuildStamp.current(layout, formats);
        if (current.isPresent()) {
            console.say(NOTHING_CHANGED + current.get());
            return ExitCode.CLEAN;
        }
        if (!LeanJvm.isThis()) {
            return LeanJvm.run(arguments());
        }
        return build(console, layout, formats, store.sharing());
    }

    /** Build in this process and print what came of it; return the exit code. */
    static int build(
            Console console, BookLayout layout, Set<OutputFormat> formats, Sharing sharing) {
        BuildResult result =
                new BookBuild(layout, formats, sharing, Terminal.progress(console)).build();
        int code =
                console.report(
                        result.findings(),
                        result.report().isEmpty() ? "; nothing was published" : "");
        result.report().ifPresent(report -> console.say("built " + report.summary()));
        return code;
    }

    private List<String> arguments() {
        List<String> arguments = new java.util.ArrayList<>(List.of("build"));
        arguments.addAll(book.arguments());
        arguments.addAll(store.arguments());
        formats.forEach(format -> arguments.addAll(List.of("--format", format.toString())));
        return arguments;
    }
}
