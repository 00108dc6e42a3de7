package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A book in memory whose pictures are edited, or stand in chapters that are. */
class LivePicturesTest extends ServedBookOnDisk {
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
}
