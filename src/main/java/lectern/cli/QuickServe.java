package lectern.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import lectern.serve.ServeSettings;

/**
 * A plain {@code serve}. The command line library would take longer to load, in each of two
 * processes, than the first page may take to come; whatever looks unusual is left to it.
 */
final class QuickServe {
    private Path book = Path.of(BookOption.BOOK);
    private Path target = Path.of(BookOption.TARGET);
    private int port = ServeCommand.PORT;
    private String host = ServeSettings.LOCAL.host();
    private String editor = ServeSettings.VS_CODE;
    private boolean open;
    private boolean pdf;

    private QuickServe() {}

    /** The exit code, or nothing when the arguments need a closer look. */
    static OptionalInt run(String... arguments) {
        QuickServe serve = new QuickServe();
        if (!serve.understands(arguments)) {
            return OptionalInt.empty();
        }
        PrintWriter err = new PrintWriter(System.err, true);
        try {
            Console console = new Console(Main.utf8(System.out), err);
            return OptionalInt.of(serve.serving().run(console));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(ExitCode.CLEAN);
        } catch (RuntimeException e) {
            return OptionalInt.of(Main.apologise(e, err));
        }
    }

    private Serving serving() {
        return new Serving(book, target, new ServeSettings(host, port, editor), open, pdf);
    }

    /** Whether these are the arguments of a plain {@code serve}. */
    private boolean understands(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("serve")) {
            return false;
        }
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--open" -> open = true;
                case "--pdf" -> pdf = true;
                default -> {
                    i++;
                    if (i == arguments.length || !take(arguments[i - 1], arguments[i])) {
                        return false;
                    }
                }
            }
        }
        return Files.isRegularFile(book);
    }

    private boolean take(String option, String value) {
        switch (option) {
            case "--book" -> book = Path.of(value);
            case "--target" -> target = Path.of(value);
            case "--host" -> host = value;
            case "--editor" -> editor = value;
            case "--port" -> {
                if (!value.matches("\\d{1,5}")) {
                    return false;
                }
                port = Integer.parseInt(value);
            }
            default -> {
                return false;
            }
        }
        return !value.isEmpty() && !value.startsWith("-");
    }
}
