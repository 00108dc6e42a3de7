package lectern.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Book;
import lectern.model.CellRun;
import lectern.model.Fact;
import lectern.model.Inputs;
import lectern.note.BookReader;
import lectern.weave.Weaver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value is printed wherever text stands, and marked with its cell wherever a mark can stand. */
class ValuesTest {
    private static final String NOTE =
            """
            = Book
            :figure-caption: Figure
            :table-caption: Table

            == Title val:x[n]

            [#x.cell,title-line="Line at val:x[n]"]
            .Listing at val:x[n]
            [source,java]
            ----
            include::{scripts}/One.java[]
            ----

            Prose val:x[n,unit=TB/s].footnote:[Note val:x[n].]

            * Item val:x[n]

            Between.

            term val:x[n]:: entry val:x[n]

            Between.

            . Step val:x[n]

            See https://example.org[link val:x[n]] and <<x,reference val:x[n]>>.

            .Caption val:x[n]
            image::p.svg[Alt val:x[n]]

            Inline image:p.svg[Small val:x[n]] picture.

            .Head val:x[n]
            |===
            |Column val:x[n]

            |Cell val:x[n] |Next val:x[n]
            a|* Rich val:x[n]
            |===

            NOTE: Remark val:x[n]

            ____
            Quote val:x[n]
            ____

            *Bold val:x[n]* and _slanted val:x[n]_.
            """;

    private static Document page;

    @TempDir private static Path root;

    @BeforeAll
    static void convert() throws IOException {
        Files.createDirectories(root.resolve("scripts"));
        Files.writeString(root.resolve("scripts/One.java"), "class One {}\n");
        Files.writeString(root.resolve("p.svg"), "<svg/>");
        Path main = Files.writeString(root.resolve("book.adoc"), NOTE);
        String scripts = root.resolve("scripts").toString();
        Book book = BookReader.read(root, main, Map.of("scripts", scripts)).book();
        CellRun run =
                new CellRun(
                        new Inputs(Map.of()),
                        "",
                        List.of(new Fact("n", 1800, "GB/s")),
                        List.of(),
                        List.of(Artifact.of(ArtifactKind.PLOT, "line", "{}")),
                        Optional.empty());
        Weaver weaver =
                new Weaver(
                        book, Map.of("x", run), diagram -> "", figure -> "Alt", list -> List.of());
        try (Engine engine = new Engine()) {
            Conversion conversion =
                    engine.convert(book, List.of(weaver.weave(book.notes().get(0))));
            assertThat(conversion.findings()).isEmpty();
            page = Jsoup.parse(conversion.html());
        }
        assertThat(page.text()).doesNotContain("val:");
    }

    @AfterAll
    static void forget() {
        page = null;
    }

    static List<List<String>> places() {
        return List.of(
                List.of("h2 .val", "1800 GB/s"),
                List.of("#x .title .val", "1800 GB/s"),
                List.of("#x-line .title .val", "1800 GB/s"),
                List.of(".paragraph p:contains(Prose) .val", "1.8 TB/s"),
                List.of("#footnotes .val", "1800 GB/s"),
                List.of(".ulist li:contains(Item) .val", "1800 GB/s"),
                List.of("dt .val", "1800 GB/s"),
                List.of("dd .val", "1800 GB/s"),
                List.of(".olist li .val", "1800 GB/s"),
                List.of("a[href^=https] .val", "1800 GB/s"),
                List.of("a[href=#x]:contains(reference) .val", "1800 GB/s"),
                List.of(".imageblock .title:contains(Caption) .val", "1800 GB/s"),
                List.of("caption .val", "1800 GB/s"),
                List.of("th .val", "1800 GB/s"),
                List.of("td:contains(Cell) .val", "1800 GB/s"),
                List.of("td:contains(Next) .val", "1800 GB/s"),
                List.of("td li:contains(Rich) .val", "1800 GB/s"),
                List.of(".admonitionblock .val", "1800 GB/s"),
                List.of(".quoteblock .val", "1800 GB/s"),
                List.of("strong .val", "1800 GB/s"),
                List.of("em .val", "1800 GB/s"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void valueIsPrintedAndMarked(List<String> place) {
        assertThat(page.select(place.get(0)))
                .hasSize(1)
                .allSatisfy(value -> assertThat(value.text()).isEqualTo(place.get(1)))
                .allSatisfy(value -> assertThat(value.hasClass("of-x")).isTrue());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"Alt", "Small"})
    void alternativeTextHoldsTheBareText(String start) {
        assertThat(page.select("img[alt^=\"" + start + " \"]").eachAttr("alt"))
                .containsExactly(start + " 1800\u00a0GB/s");
    }
}
