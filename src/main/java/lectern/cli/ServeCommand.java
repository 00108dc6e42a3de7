package lectern.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lectern.build.BookLayout;
import lectern.serve.BookServer;
import lectern.serve.ServeSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the book while it is edited, until it is told to end. */
@Command(
        name = "serve",
        description = {
            "Show the book in the browser while you edit it: save a file and the page changes.",
            "Cells that an edit made stale run in the background and are recorded."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on (default: ${DEFAULT-VALUE}; 0 for any that is free).",
            defaultValue = "7070")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description =
                    "Address to listen on (default: ${DEFAULT-VALUE}: this machine alone). Others"
                            + " still need the token.",
            defaultValue = "127.0.0.1")
    private String host;

    @Option(
            names = "--editor",
            paramLabel = "ADDRESS",
            description =
                    "What opens a file in your editor, with {path}, {line} and {column} (default:"
                            + " ${DEFAULT-VALUE}).",
            defaultValue = ServeSettings.VS_CODE)
    private String editor;

    @Option(names = "--open", description = "Open the book in the browser.")
    private boolean open;

    @Option(names = "--pdf", description = "Set the PDF anew as well, when it is quiet.")
    private boolean pdf;

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec);
        BookLayout layout = book.layout();
        if (!LeanJvm.isThis()) {
            return LeanJvm.stay(arguments());
        }
        // killed without a word, the first process leaves this one behind
        ProcessHandle.current()
                .parent()
                .ifPresent(first -> first.onExit().thenRun(() -> System.exit(ExitCode.CLEAN)));
        CountDownLatch end = new CountDownLatch(1);
        try (PdfInBackground print = new PdfInBackground(pdf, book.arguments());
                BookServer server =
                        new BookServer(
                                layout,
                                new ServeSettings(host, port, editor),
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

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(book.arguments());
        arguments.addAll(List.of("--port", Integer.toString(port), "--host", host));
        arguments.addAll(List.of("--editor", editor));
        if (open) {
            arguments.add("--open");
        }
        if (pdf) {
            arguments.add("--pdf");
        }
        return arguments;
    }
}
