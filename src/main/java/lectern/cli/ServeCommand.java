package lectern.cli;

import java.util.concurrent.Callable;
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
    /** Where the book is served unless one asks for another port. */
    static final int PORT = 7070;

    @Spec private CommandSpec spec;
    @Mixin private BookOption book;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on (default: ${DEFAULT-VALUE}; 0 for any that is free).",
            defaultValue = "" + PORT)
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
        book.layout();
        return new Serving(
                        book.note(),
                        book.target(),
                        new ServeSettings(host, port, editor),
                        open,
                        pdf)
                .run(new Console(spec));
    }
}
