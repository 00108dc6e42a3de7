package lectern.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import lectern.build.BookLayout;
import lectern.serve.BookServer;
import lectern.serve.ServeSettings;

/**
 * Serves a book until it is told to end: the first process starts the JVM that suits it, which
 * serves.
 *
 * @param book its main note
 * @param target folder for what is built
 * @param open whether to open it in the browser
 * @param pdf whether to set the PDF anew as well
 */
record Serving(Path book, Path target, ServeSettings settings, boolean open, boolean pdf) {

    /** Serve; return the exit code. */
    int run(Console console) throws InterruptedException {
        if (!LeanJvm.isThis()) {
            return LeanJvm.stay(arguments());
        }
        // killed without a word, the first process leaves this one behind
        ProcessHandle.current()
                .parent()
                .ifPresent(first -> first.onExit().thenRun(() -> System.exit(ExitCode.CLEAN)));
        CountDownLatch end = new CountDownLatch(1);
        try (PdfInBackground print = new PdfInBackground(pdf, named());
                BookServer server =
                        new BookServer(
                                BookLayout.of(book, target),
                                settings,
                                new ServeLog(console, print))) {
            Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
            console.say("serving " + server.url() + " (end with Ctrl-C)");
            if (open) {
                browse(server.url());
            }
            end.await();
        }
        return ExitCode.CLEAN;
    }

    private static void browse(String url) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> command =
                system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                        : List.of(system.contains("mac") ? "open" : "xdg-open", url);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException nothingOpens) {
            // the address is printed: it can be opened by hand
        }
    }

    private List<String> named() {
        return List.of("--book", book.toString(), "--target", target.toString());
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(named());
        arguments.addAll(List.of("--port", Integer.toString(settings.port())));
        arguments.addAll(List.of("--host", settings.host(), "--editor", settings.editor()));
        if (open) {
            arguments.add("--open");
        }
        if (pdf) {
            arguments.add("--pdf");
        }
        return arguments;
    }
}
