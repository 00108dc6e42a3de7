package lectern.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import lectern.build.BookLayout;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which book is meant. */
final class BookOption {
    static final String BOOK = "notes/book.adoc";
    static final String TARGET = "target";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--book",
            paramLabel = "FILE",
            description = "Main note of the book (default: ${DEFAULT-VALUE}).",
            defaultValue = BOOK)
    private Path book;

    @Option(
            names = "--target",
            paramLabel = "DIR",
            description = "Folder for what is built (default: ${DEFAULT-VALUE}).",
            defaultValue = TARGET)
    private Path target;

    /** Lay the book out, or refuse as a usage error when there is none. */
    BookLayout layout() {
        if (!Files.isRegularFile(book)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "there is no book at '" + book + "'; name its main note with --book FILE");
        }
        return BookLayout.of(book, target);
    }

    /** The main note. */
    Path note() {
        return book;
    }

    /** The folder for what is built. */
    Path target() {
        return target;
    }

    /** The options again, for a process of our own. */
    java.util.List<String> arguments() {
        return java.util.List.of("--book", book.toString(), "--target", target.toString());
    }
}
