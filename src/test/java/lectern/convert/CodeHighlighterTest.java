package lectern.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lectern.model.Book;
import lectern.note.BookReader;
import lectern.weave.Weaver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listings as the engine gives them. */
class CodeHighlighterTest {
    @TempDir private Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|int b = 2;",
                "2,4|int b = 2;/int d = 4;",
                "2-3|int b = 2;/int c = \"3\";",
                "2..|int b = 2;/int c = \"3\";/int d = 4;",
                "2-4;!3|int b = 2;/int d = 4;",
                "9|''",
            })
    void linesThatTheAuthorPointsAtAreMarked(String lines, String marked) throws IOException {
        Book book =
                book(
                        """
                        = T

                        == S

                        [source,java,highlight="%s"]
                        ----
                        int a = 1;
                        int b = 2; // <1>
                        int c = "3";
                        int d = 4;
                        ----
                        <1> Two.
                        """
                                .formatted(lines));

        Element code = Jsoup.parse(html(book)).selectFirst("pre code");
        assertThat(String.join("/", code.select("mark.line").eachText())).isEqualTo(marked);
        assertThat(code.select("mark.line .conum")).isEmpty();
        assertThat(code.wholeText().lines().map(String::strip))
                .containsExactly("int a = 1;", "int b = 2; (1)", "int c = \"3\";", "int d = 4;");
    }

    private Book book(String text) throws IOException {
        Path main = Files.writeString(root.resolve("book.adoc"), text);
        return BookReader.read(root, main, Map.of()).book();
    }

    private static String html(Book book) {
        Weaver weaver =
                new Weaver(book, Map.of(), diagram -> "d.svg", figure -> "", list -> List.of());
        try (Engine engine = new Engine()) {
            return engine.convert(book, List.of(weaver.weave(book.notes().get(0)))).html();
        }
    }
}
