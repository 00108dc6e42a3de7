package lectern.cli;

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

/**
 * The first process of a plain {@code build}: answers when nothing changed and starts the lean JVM
 * when something did. The command line library would take longer to load than either; whatever
 * looks unusual is left to it.
 */
final class QuickBuild {
    private Path book = Path.of(BookOption.BOOK);
    private Path target = Path.of(BookOption.TARGET);
    private final Set<OutputFormat> formats = EnumSet.noneOf(OutputFormat.class);

    private QuickBuild() {}

    /** The exit code, or nothing when the arguments need a closer look. */
    static OptionalInt run(String... arguments) {
        QuickBuild build = new QuickBuild();
        if (LeanJvm.isThis() || !build.understands(arguments)) {
            return OptionalInt.empty();
        }
        Set<OutputFormat> formats =
                build.formats.isEmpty() ? EnumSet.allOf(OutputFormat.class) : build.formats;
        Optional<String> current =
                BuildStamp.current(BookLayout.of(build.book, build.target), formats);
        if (current.isEmpty()) {
            return OptionalInt.of(LeanJvm.run(List.of(arguments)));
        }
        System.out.println(BuildCommand.NOTHING_CHANGED + current.get());
        return OptionalInt.of(ExitCode.CLEAN);
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
