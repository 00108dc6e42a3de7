package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import lectern.build.LiveBook.Refresh;
import org.junit.jupiter.api.Test;

/** A book in memory, edited chapter by chapter. */
class LiveBookTest extends ServedBookOnDisk {
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
    void calloutsStayOneListUnderTheirListing() throws IOException {
        write("c1.adoc", FIRST + "\n----\na <1>\nb <2>\n----\n<1> One.\n<2> Two.\n");

        assertThat(book.refresh().findings()).isEmpty();
        assertThat(page("first.html"))
                .containsOnlyOnce("<div data-at=\"c1.adoc:15\" class=\"colist")
                .containsOnlyOnce("class=\"colist ");
        isAsBuiltAnew();
    }
}
