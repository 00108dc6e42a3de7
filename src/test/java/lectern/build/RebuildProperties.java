package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is edited, a build writes what a build of everything writes. */
class RebuildProperties {
    private static final List<String> PARAGRAPHS =
            List.of(
                    "Plain words.",
                    "A ((half)) and a (((quarter,of one))).",
                    "Words.footnote:[Below.]",
                    "Words.footnote:shared[Below, with a name.]",
                    "Again.footnote:shared[]",
                    "See <<two>>, <<fig-one>> and <<someone2020>>.",
                    ".A picture more\nimage::pic.svg[Square]",
                    "[[spot]]A place.",
                    "See <<spot>>.",
                    "== Section",
                    "[discrete]\n== Heading",
                    "[stem#eq-more]\n++++\ny\n++++",
                    ".Listing more\n----\nx\n----",
                    ".Table more\n|===\n|a |b\n|===",
                    "[cols=\"1a\"]\n|===\n|Words.footnote:[In a cell.]\n|===",
                    ":word: here",
                    "Number {counter:mine}, {word}.",
                    "NOTE: Remember val:halves[half].",
                    "[.annotation.zh]\n看起来，\n不错",
                    "include::words.txt[]",
                    "A half is stem:[x^2].");

    private static Path root;
    private static EditedBook book;

    /**
     * One edit.
     *
     * @param file of the note
     * @param at which of its paragraphs, as far as it has that many
     * @param instead whether the paragraph goes
     * @param text that comes; may be empty
     */
    record Edit(String file, int at, boolean instead, String text) {}

    @BeforeContainer
    static void open() throws IOException {
        root = Files.createTempDirectory("rebuild");
        book = new EditedBook(root.toRealPath());
    }

    @AfterContainer
    static void close() throws IOException {
        book.close();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<Edit> edit() {
        return Combinators.combine(
                        Arbitraries.of("notes/one.adoc", "notes/two.adoc", "notes/three.adoc"),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(true, false),
                        Arbitraries.of(PARAGRAPHS))
                .as(Edit::new);
    }

    @Property(tries = 12)
    void everyEditIsBuiltAsAnew(@ForAll("edit") Edit first, @ForAll("edit") Edit second)
            throws IOException {
        book.reset();
        assertThat(book.rebuilt()).containsKey("site/index.html");
        for (Edit edit : List.of(first, second)) {
            List<String> paragraphs =
                    new ArrayList<>(List.of(book.read(edit.file()).split("\n\n")));
            int at = Math.min(edit.at(), paragraphs.size());
            if (edit.instead() && at < paragraphs.size()) {
                paragraphs.set(at, edit.text());
            } else {
                paragraphs.add(at, edit.text());
            }
            book.write(edit.file(), String.join("\n\n", paragraphs));

            Map<String, String> built = book.rebuilt();

            assertThat(built).isNotEmpty().isEqualTo(book.anew());
        }
    }
}
