package lectern.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lectern.build.BookLayout;

/** A small book with one example, laid down to be served. */
public final class ServedBook {
    /** The text of the first chapter. */
    public static final String FIRST =
            """
            [#first]
            == First

            One sentence.

            %%collapsible
            ====
            Folded away.
            ====

            The next chapter is <<second>>.
            """
                    .replace("%%collapsible", "[%collapsible]");

    /** The text of the second chapter. */
    public static final String SECOND =
            """
            [#second]
            == Second

            include::words.txt[]

            [#halves.cell]
            .Halves of one
            [source,java,indent=0]
            ----
            include::{scripts}/One.java[tag=halves]
            ----
            """;

    /** The example. */
    public static final String SCRIPT =
            """
            //JAVA 17+
            //DESCRIPTION Halve one.

            class One {
                // tag::halves[]
                static double half(double x) {
                    return x / 2;
                }
                // end::halves[]

                public static void main(String[] args) throws Exception {
                    java.nio.file.Files.writeString(
                            java.nio.file.Path.of(System.getProperty("lectern.out"), "fig-steps.json"),
                            "{\\"alt\\":\\"Two points.\\",\\"width\\":640,\\"height\\":400,\\"plot\\":{\\"kind\\":\\"plot\\","
                                    + "\\"data\\":{\\"x\\":[1,2],\\"y\\":[2,1]},\\"mapping\\":{\\"x\\":\\"x\\",\\"y\\":\\"y\\"},"
                                    + "\\"layers\\":[{\\"geom\\":\\"point\\"}],\\"scales\\":[]}}");
                    System.out.println("half of 1 is " + half(1));
                    for (String arg : args) {
                        System.out.println("got " + arg);
                    }
                    while (args.length > 0 && args[0].equals("wait")) {
                        Thread.sleep(1000);
                    }
                }
            }
            """;

    private final Path root;

    /** What the terminal was told. */
    public final BlockingQueue<List<String>> mistakes = new LinkedBlockingQueue<>();

    /** What should not have happened. */
    public final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();

    /** Lay the book down. */
    public ServedBook(Path root) throws IOException {
        this.root = root;
        write("notes/words.txt", "Words from elsewhere.\n");
        write("notes/c1.adoc", FIRST);
        write("notes/c2.adoc", SECOND);
        write("scripts/One.java", SCRIPT);
        write(
                "notes/book.adoc",
                """
                = A Small Book
                :doctype: book
                :sectnums:
                :imagesdir: images
                :xrefstyle: full

                include::c1.adoc[]

                include::c2.adoc[]
                """);
    }

    /** Save a file of the book. */
    public void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Serve the book on any port. */
    public BookServer serve() {
        return new BookServer(layout(), ServeSettings.LOCAL, new Terminal());
    }

    /** Where the book lies. */
    public BookLayout layout() {
        return BookLayout.of(root.resolve("notes/book.adoc"), root.resolve("target"));
    }

    private final class Terminal implements Listener {
        @Override
        public void say(String line) {}

        @Override
        public void mistakes(List<String> printed) {
            mistakes.add(printed);
        }

        @Override
        public void fault(Throwable fault) {
            faults.add(fault);
        }

        @Override
        public void changed() {}
    }
}
