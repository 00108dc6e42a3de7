package lectern.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import lectern.build.BookLayout;
import lectern.build.BuildStamp;
import lectern.build.OutputFormat;
import lectern.build.Sharing;

/**
 * A plain {@code build}. The first process answers when nothing changed and starts the lean JVM
 * when something did, which builds. The command line library would take longer to load than the
 * former; whatever looks unusual is left to it.
 */
final class QuickBuild {
    private Path book = Path.of(BookOption.BOOK);
    private Path target = Path.of(BookOption.TARGET);
    private final Set<OutputFormat> formats = EnumSet.noneOf(OutputFormat.class);

    private QuickBuild() {}

    /** The exit code, or nothing when the arguments need a closer look. */
    static OptionalInt run(String... arguments) {
        QuickBuild build = new QuickBuild();
        if (!build.understands(arguments)) {
            return OptionalInt.empty();
        }
        Set<OutputFormat> formats =
                build.formats.isEmpty() ? EnumSet.allOf(OutputFormat.class) : build.formats;
        BookLayout layout = BookLayout.of(build.book, build.target);
        if (LeanJvm.isThis()) {
            return System.getenv(StoreOption.VARIABLE) == null
                    ? OptionalInt.of(build(layout, formats))
                    : OptionalInt.empty();
        }
        Optional<String> current = BuildStamp.current(layout, formats);
        if (current.isEmpty()) {
            return OptionalInt.of(LeanJvm.run(List.of(arguments)));
        }
        System.out.println(BuildCommand.NOTHING_CHANGED + current.get());
        return OptionalInt.of(ExitCode.CLEAN);
    }

    private static int build(BookLayout layout, Set<OutputFormat> formats) {
        PrintWriter err = new PrintWriter(System.err, true);
        try {
            Console console = new Console(Main.utf8(System.out), err);
            return BuildCommand.build(console, layout, formats, Sharing.off());
        } catch (RuntimeException e) {
            return Main.apologise(e, err);
        }
    }

    private boolean understands(String... arguments) {
        if (arguments.length % 2 == 0 || !arguments[0].equals("build")) {
            return false;
        }
        for (int i = 1; i < arguments.length; i += 2) {
            if (!take(arguments[i], arguments[i + 1])) {
                return false;
            }
        }
        return Files.isRegularFile(book);
    }

    private boolean take(String option, String value) {
        switch (option) {
            case "--book" -> book = Path.of(value);
            case "--target" -> target = Path.of(value);
            case "--format" -> {
                Optional<OutputFormat> format = OutputFormat.of(value);
                if (format.isEmpty()) {
                    return false;
                }
                formats.add(format.get());
            }
            default -> {
                return false;
            }
        }
        return !value.startsWith("-");
    }
}
