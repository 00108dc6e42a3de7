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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book in memory, edited chapter by chapter. */
class LiveBookTest {
    private static final String FIRST =
            """
            [#first]
            == First

            ((Halves)) and (((wholes,all of them))), see <<second>>.footnote:[One.]

            === Summary

            Short.
            """;
    private static final String SECOND =
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
    private static final String THIRD =
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

    @TempDir private Path root;
    private LiveBook book;

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

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve("text"));
        Files.writeString(root.resolve("text").resolve(file), text);
    }

    private String page(String name) throws IOException {
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
    private void isAsBuiltAnew() throws IOException {
        try (LiveBook anew = live("anew")) {
            anew.refresh();
        }
        assertThat(texts("site")).hasSizeGreaterThan(3).isEqualTo(texts("anew"));
        book.settle();
        assertThat(site("site")).isEqualTo(site("anew"));
    }

    @Test
    void editedParagraphChangesItsPageAloneAndAtOnce() throws IOException {
        write("c3.adoc", THIRD.replace("See", "Look at"));

        Refresh refresh = book.refresh();

        assertThat(refresh.files()).containsExactly("third.html");
        assertThat(page("third.html"))
                .contains("Look at")
                .contains("_summary_3")
                .contains("_indexterm_4");
        isAsBuiltAnew();
        assertThat(book.settle().settled()).isTrue();
        isAsBuiltAnew();
    }

    @Test
    void editedIncludeChangesThePageThatIncludesIt() throws IOException {
        write("words.txt", "Other words.\n");

        assertThat(book.refresh().files()).containsExactly("second.html");

        assertThat(page("second.html")).contains("Other words.");
        isAsBuiltAnew();
    }

    @Test
    void editedTitleReachesThePagesThatReferToItWhenSettled() throws IOException {
        write("c2.adoc", SECOND.replace("== Second", "== Changed"));

        Refresh quick = book.refresh();
        Refresh settled = book.settle();

        assertThat(quick.files()).containsExactly("second.html");
        assertThat(quick.settled()).isFalse();
        assertThat(settled.files()).contains("first.html", "third.html", "index.html");
        assertThat(settled.settled()).isTrue();
        assertThat(page("first.html")).contains("Changed");
        isAsBuiltAnew();
    }

    @Test
    void newIndexTermKeepsIdsApartAndReachesTheIndexWhenSettled() throws IOException {
        write("c1.adoc", FIRST.replace("Short.", "Short ((quarters))."));

        Refresh quick = book.refresh();

        assertThat(quick.findings()).isEmpty();
        assertThat(quick.settled()).isFalse();
        book.settle();
        assertThat(page("index.html")).isNotEmpty();
        isAsBuiltAnew();
    }

    @Test
    void deadReferenceIsToldUntilItIsMended() throws IOException {
        write("c1.adoc", FIRST.replace("<<second>>", "<<nowhere>>"));
        assertThat(book.refresh().findings()).isNotEmpty();

        write("words.txt", "Edited meanwhile.\n");
        assertThat(book.refresh().findings()).isNotEmpty();

        write("c1.adoc", FIRST);
        assertThat(book.refresh().findings()).isEmpty();
        isAsBuiltAnew();
    }

    @Test
    void noteThatAnEditorEmptiesBeforeItWritesIsWaitedFor() throws IOException {
        write("c1.adoc", "");

        Refresh quick = book.refresh();

        assertThat(quick.files()).isEmpty();
        assertThat(quick.settled()).isFalse();
        book.settle();
        assertThat(root.resolve("site/first.html")).doesNotExist();
    }

    @Test
    void chapterThatIsTakenOutTakesItsPageWithIt() throws IOException {
        String main = Files.readString(root.resolve("text/book.adoc"));
        write("book.adoc", main.replace("include::c3.adoc[]", ""));

        Refresh refresh = book.refresh();

        assertThat(refresh.files()).contains("third.html");
        assertThat(root.resolve("site/third.html")).doesNotExist();
        isAsBuiltAnew();
    }

    @Test
    void everyBlockTellsTheLineThatItStemsFrom() throws IOException {
        assertThat(page("second.html"))
                .contains("<h1 data-at=\"c2.adoc:2\" id=\"second\">")
                .contains("<div data-at=\"c2.adoc:4\" class=\"paragraph\">")
                // the last line of a file, put back into the one that includes it
                .contains("<div data-at=\"words.txt:1\" class=\"paragraph\">")
                .contains("<table data-at=\"c2.adoc:11\"")
                .contains("<div data-at=\"words.txt:1\" class=\"listingblock\">");
    }

    @Test
    void everyItemOfAListTellsTheLineThatItStemsFrom() throws IOException {
        String lists =
                """

                * one
                * two
                goes on
                ** within two

                NOTE: another list.

                . first
                +
                with a paragraph
                . second

                NOTE: a third.

                term:: said
                another::
                said below

                NOTE: the last.

                * pass:[<li>no item</li>]
                """;
        write("c1.adoc", FIRST + lists);

        assertThat(book.refresh().findings()).isEmpty();
        assertThat(page("first.html"))
                .contains("<li data-at=\"c1.adoc:10\">")
                .contains("<li data-at=\"c1.adoc:11\">")
                .contains("<li data-at=\"c1.adoc:13\">")
                .contains("<li data-at=\"c1.adoc:17\">")
                .contains("<div data-at=\"c1.adoc:19\" class=\"paragraph\">")
                .contains("<li data-at=\"c1.adoc:20\">")
                .contains("<dt data-at=\"c1.adoc:24\"")
                .contains("<dt data-at=\"c1.adoc:25\"")
                .doesNotContain("<li data-at=\"c1.adoc:30\">");
        isAsBuiltAnew();
    }

    @Test
    void editedChapterWithDrawingsIsRightWithoutTheOthersBeingConverted() throws IOException {
        String drawing =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"
                        + "<path id=\"a\" d=\"M0 0h9\"/><use href=\"#a\"/></svg>";
        write("pic.svg", drawing);
        write("c1.adoc", FIRST + "\nimage::pic.svg[]\n\nimage::pic.svg[]\n");
        write("c3.adoc", THIRD + "\nimage::pic.svg[]\n");
        String second = SECOND + "\nimage::pic.svg[]\n";
        write("c2.adoc", second);
        book.refresh();

        write("c2.adoc", second.replace("again", "once more"));

        assertThat(book.refresh().files()).containsExactly("second.html");
        assertThat(page("second.html")).contains("id=\"p3-a\"");
        assertThat(book.settle().files())
                .containsExactlyInAnyOrder(
                        "assets/cards/second.js", "assets/search-data.js", "book.html");
        isAsBuiltAnew();

        write("c2.adoc", second + "\nimage::pic.svg[]\n");
        book.refresh();
        book.settle();
        assertThat(page("third.html")).contains("id=\"p5-a\"");
        isAsBuiltAnew();
    }

    @Test
    void editedPictureChangesThePageThatShowsIt() throws IOException {
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
        write("pic.svg", drawing);
        write("c2.adoc", SECOND + "\nimage::pic.svg[]\n");
        book.refresh();

        write("pic.svg", drawing.replace("0 0 9 9", "0 0 17 19"));

        assertThat(book.refresh().files()).containsExactly("second.html");
        assertThat(page("second.html")).contains("0 0 17 19");
        isAsBuiltAnew();
    }

    @Test
    void chapterWithAPictureThatIsTakenOutTakesItsPageWithIt() throws IOException {
        write("pic.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>");
        write("c3.adoc", THIRD + "\nimage::pic.svg[]\n");
        book.refresh();
        String main = Files.readString(root.resolve("text/book.adoc"));
        write("book.adoc", main.replace("include::c3.adoc[]", ""));

        assertThat(book.refresh().files()).contains("third.html");
        isAsBuiltAnew();
    }

    @Test
    void calloutsStayOneListUnderTheirListing() throws IOException {
        write("c1.adoc", FIRST + "\n----\na <1>\nb <2>\n----\n<1> One.\n<2> Two.\n");

        assertThat(book.refresh().findings()).isEmpty();
        assertThat(page("first.html"))
                .containsOnlyOnce("<div data-at=\"c1.adoc:15\" class=\"colist")
                .containsOnlyOnce("class=\"colist ");
        isAsBuiltAnew();
    }
}
