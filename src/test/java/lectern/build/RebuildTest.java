package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A build after an edit writes what a build of everything writes, to the byte. */
class RebuildTest {
    private static final List<String> ALL = List.of("convert 5 notes");

    @TempDir private static Path root;
    private static EditedBook book;

    @BeforeAll
    static void open() {
        book = new EditedBook(root);
    }

    @AfterAll
    static void close() {
        book.close();
    }

    @BeforeEach
    void buildTheFirstTime() throws IOException {
        book.reset();
        assertThat(book.rebuilt()).containsKeys("site/one.html", "site/book.html", "report.json");
    }

    private static Arguments edit(String what, String file, String from, String to, String said) {
        return arguments(what, file, from, to, List.of(said.split("; ")));
    }

    static Stream<Arguments> edits() {
        String all = ALL.get(0);
        String one = "convert notes/one.adoc";
        String two = "convert notes/two.adoc";
        String three = "convert notes/three.adoc";
        return Stream.of(
                edit("paragraph", "notes/one.adoc", "a <<half>>.", "a good <<half>>.", one),
                edit("opening", "notes/one.adoc", "What is a", "What indeed is a", one),
                edit("footnote", "notes/two.adoc", "Note two.", "Note <<three>>.", two),
                edit("new reference", "notes/two.adoc", "others name.", "<<three>> names.", two),
                edit("words at an anchor", "notes/two.adoc", "Here is", "There stands", two),
                edit("index term", "notes/three.adoc", "the ((half))", "a ((third)) half", three),
                edit("cited source", "notes/three.adoc", "other2021", "someone2020", three),
                edit("shown file", "notes/words.txt", "elsewhere", "nowhere", two),
                edit("value", "scripts/One.java", "x / 2;", "x / 4;", one + "; " + two),
                edit("caption", "notes/one.adoc", ".A picture", ".A square", one + "; " + all),
                edit("title", "notes/two.adoc", "= Second", "= Changed", two + "; " + all),
                edit("anchor", "notes/one.adoc", "[#one]", "[#uno]", one + "; " + all),
                edit(
                        "new footnote",
                        "notes/one.adoc",
                        "A half is",
                        "A footnote:[New.] half is",
                        one + "; " + all),
                edit(
                        "section",
                        "notes/two.adoc",
                        "\n[[place]]",
                        "\n=== New\n\n[[place]]",
                        two + "; " + all),
                edit(
                        "figure",
                        "notes/two.adoc",
                        "include::words",
                        ".New\nimage::pic.svg[x]\n\ninclude::words",
                        two + "; " + all),
                edit(
                        "formula",
                        "notes/two.adoc",
                        "[stem#eq-two]",
                        "[stem#eq-new]\n++++\ny\n++++\n\n[stem#eq-two]",
                        two + "; " + all),
                edit(
                        "attribute of the book",
                        "notes/attributes.adoc",
                        "everywhere",
                        "nowhere",
                        all),
                edit(
                        "attribute in a chapter",
                        "notes/one.adoc",
                        "== Summary",
                        ":word: here\n\n== Summary",
                        one + "; " + all),
                edit("source", "notes/book.adoc", "_Quarters_", "_Fifths_", all),
                edit("part", "notes/book.adoc", "= Part two", "= Part the second", all),
                edit(
                        "deleted chapter",
                        "notes/book.adoc",
                        "include::three.adoc[leveloffset=+1]",
                        "== Third\n\nGone.",
                        "convert 4 notes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void isAsBuiltAnew(String what, String file, String from, String to, List<String> said)
            throws IOException {
        String text = book.read(file);
        assertThat(text).contains(from);
        Map<String, String> before = book.rebuilt();
        book.write(file, text.replace(from, to));

        Map<String, String> after = book.rebuilt();

        assertThat(book.converted()).isEqualTo(said);
        assertThat(after).isEqualTo(book.anew()).isNotEqualTo(before);
    }

    @Test
    void changedPictureConvertsNothing() throws IOException {
        book.write("notes/images/pic.svg", EditedBook.picture("blue"));

        Map<String, String> after = book.rebuilt();

        assertThat(book.converted()).isEmpty();
        assertThat(after.get("site/two.html")).contains("fill=\"blue\"");
        assertThat(after).isEqualTo(book.anew());
    }

    @Test
    void footnoteInCellOfTableStaysWhereItIs() throws IOException {
        String cell = "[cols=\"1a\"]\n|===\n|Words.footnote:[In a cell.]\n|===\n\nNOTE: Remember";
        String three = book.read("notes/three.adoc").replace("NOTE: Remember", cell);
        book.write("notes/three.adoc", three);
        book.rebuilt();
        for (String note : List.of("notes/three.adoc", "notes/one.adoc")) {
            book.write(note, book.read(note).replace("== Summary", "More.\n\n== Summary"));

            Map<String, String> after = book.rebuilt();

            assertThat(book.converted()).startsWith("convert " + note);
            assertThat(after.get("site/three.html")).contains("In a cell.");
            assertThat(after).isEqualTo(book.anew());
        }
    }

    @Test
    void damagedCachesAreNone() throws IOException {
        book.write("notes/one.adoc", book.read("notes/one.adoc").replace("<<half>>", "half"));
        book.damage();

        Map<String, String> after = book.rebuilt();

        assertThat(book.converted()).isEqualTo(ALL);
        assertThat(after).isEqualTo(book.anew());
    }

    @Test
    void cachesDoNotGrowWithTheNumberOfEdits() throws IOException {
        List<Path> kept = book.kept();
        long size = size(kept);
        for (int i = 0; i < 5; i++) {
            String text = EditedBook.FILES.get("notes/one.adoc");
            book.write("notes/one.adoc", text.replace("<<half>>", "<<half>> " + i));
            book.rebuilt();
        }

        assertThat(book.kept()).hasSize(8).isEqualTo(kept);
        assertThat(size(kept)).isBetween(size / 2, size + 100);
    }

    private static long size(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }
}
