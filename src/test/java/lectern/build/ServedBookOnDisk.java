package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lectern.build.LiveBook.Refresh;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small book in memory and on disk, for tests that edit it. */
abstract class ServedBookOnDisk {
    static final String FIRST =
            """
            [#first]
            == First

            ((Halves)) and (((wholes,all of them))), see <<second>>.footnote:[One.]

            === Summary

            Short.
            """;
    static final String SECOND =
            """
            [#second]
            == Second

            A ((half)) again.footnote:[Two, see <<first>>.]

            === Summary

            include::words.txt[]

            .A table
            |===
            |a |b
            |===

            .A listing of a file
            ----
            include::words.txt[]
            ----
            """;
    static final String THIRD =
            """
            [#third]
            == Third

            See <<second>>, <<tab>> and ((halves)), {word}.footnote:[Three.]

            === Summary

            [#tab]
            .Another table
            |===
            |c |d
            |===

            .Another listing
            ----
            x
            ----
            """;

    @TempDir Path root;
    LiveBook book;

    @BeforeEach
    void open() throws IOException {
        write("words.txt", "Words from elsewhere.\n");
        write(
                "attributes.adoc",
                ":listing-caption: Listing\n:table-caption: Tabelle\n:word: set elsewhere\n");
        write("c1.adoc", FIRST);
        write("c2.adoc", SECOND);
        write("c3.adoc", THIRD);
        write(
                "book.adoc",
                """
                = Book
                :doctype: book
                :sectnums:
                :xrefstyle: full
                include::attributes.adoc[]

                include::c1.adoc[]

                include::c2.adoc[]

                include::c3.adoc[]

                [index]
                == Index
                """);
        book = live("site");
        Refresh first = book.refresh();
        assertThat(first.findings()).isEmpty();
        assertThat(first.settled()).isTrue();
        assertThat(first.files()).contains("index.html", "first.html", "assets/site.css");
    }

    @AfterEach
    void close() {
        book.close();
    }

    private LiveBook live(String site) {
        Path notes = root.resolve("text");
        BookLayout layout = BookLayout.of(notes.resolve("book.adoc"), root.resolve("target"));
        return new LiveBook(layout, root.resolve(site));
    }

    final void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve("text"));
        Files.writeString(root.resolve("text").resolve(file), text);
    }

    final String page(String name) throws IOException {
        return Files.readString(root.resolve("site").resolve(name));
    }

    private Map<String, String> site(String folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
            for (Path file : walk.filter(f -> f.toString().endsWith(".html")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** What pages say, without the page of the whole book and without heads. */
    private Map<String, String> texts(String folder) throws IOException {
        Map<String, String> texts = site(folder);
        texts.remove("book.html");
        texts.replaceAll((name, page) -> page.substring(page.indexOf("<main")));
        return texts;
    }

    /** The edited pages are right at once, those that show all of the book when it has settled. */
    final void isAsBuiltAnew() throws IOException {
        try (LiveBook anew = live("anew")) {
            anew.refresh();
        }
        assertThat(texts("site")).hasSizeGreaterThan(3).isEqualTo(texts("anew"));
        book.settle();
        assertThat(site("site")).isEqualTo(site("anew"));
    }
}
