package lectern.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Book;
import lectern.model.CellRun;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Heading;
import lectern.model.Inputs;
import lectern.model.Note;
import lectern.model.Relation;
import lectern.note.BookReader;
import lectern.weave.Weaver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weaves and converts small books with one engine, and looks at what comes out. */
class EngineTest {
    private static final String CELL =
            "[#x.cell]\n.Title\n[source,java]\n----\ninclude::{scripts}/One.java[]\n----\n";

    private static Engine engine;

    @TempDir private Path root;

    @BeforeAll
    static void start() {
        engine = new Engine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain words",
                "With *bold*, _emphasis_ and `code`",
                "snake_case and __unconstrained__",
                "A -- B, and C--D",
                "List<String> and Map<K, V>",
                "What? That's (really) it!",
                "Wait... what",
                "Version 1.2.3 - the end.",
                "第一章 互连：PCIe",
                "C++ & C#",
                "Émile's naïve café",
                "[.role]#marked# text",
                "a -> b => c",
                "100% (TM) \"quoted\"",
                "_all of it_",
                "*"
            })
    void derivedIdIsTheOneOfTheEngine(String title) throws IOException {
        Book book = book("= T\n\n== " + title + "\n\ntext\n");

        Document page = convert(book, Map.of());

        Heading heading = book.all(Note::headings).get(1);
        assertThat(heading.id()).isEqualTo(page.selectFirst("h2").id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "include::secret.txt[]",
                "\\include::secret.txt[]",
                "\\\\include::secret.txt[]",
                "include::secret.txt[] ",
                "ifdef::nothing[]\nhidden?\nendif::[]",
                "\\endif::[]",
                "ifeval::[1 == 2]",
                "....",
                "......\n....\n.....",
                "----\n====\n++++\n////",
                "int x; // <1>\n<2> two <.>",
                "a | b || c\n|===\n| d",
                "[source]\n[[x]]\n<<nowhere>> val:x[y] image::z.png[] {scripts}",
                "<b>&amp;</b> & \"q\" 'q'",
                "*a* _b_ `c` +d+ ++e++ #f# ^g^ ~h~ -- ... (C) -> http://x.org",
                "// comment\n:attr: value\n.title\n* list\n== heading",
                "  indented\n\n\n  gaps",
                "中文 \ud83d\ude00 \u00a0 tab\tstop",
                "ends with \\"
            })
    void outputComesOutAsItWentIn(String printed) throws IOException {
        Files.writeString(root.resolve("secret.txt"), "SECRET\n");
        Book book = book("= T\n\n== S\n\n" + CELL);

        Document page = convert(book, Map.of("x", run(printed + "\n", List.of(), List.of())));

        Element pre = page.selectFirst(".output pre");
        assertThat(pre.wholeText()).isEqualTo(printed.stripTrailing());
    }

    @Test
    void tableComesOutAsItWentIn() throws IOException {
        List<String> hostile =
                List.of(
                        "a|b",
                        "|===",
                        "*bold*",
                        "{scripts}",
                        "<<x>>",
                        "a]b",
                        "a\\]b",
                        "end\\",
                        "2+",
                        "include::y[]",
                        "val:x[y]",
                        "+a+",
                        "http://x.org",
                        "-- a -- b",
                        "a,b",
                        "q\"q",
                        "<b>&",
                        "(C)",
                        "pass:c[x]",
                        "\\|",
                        "#a#",
                        "[.x]#y#",
                        "x::y[]",
                        "",
                        "`c`");
        StringBuilder csv = new StringBuilder("text,number\n");
        hostile.forEach(t -> csv.append('"' + t.replace("\"", "\"\"") + "\",1.5\n"));
        Book book = book("= T\n\n== S\n\n" + CELL);
        CellRun run =
                run(
                        "",
                        List.of(Artifact.of(ArtifactKind.CSV_TABLE, "t", csv.toString())),
                        List.of());

        Document page = convert(book, Map.of("x", run));

        List<String> cells =
                page.select("table.output tbody tr").stream()
                        .map(row -> row.selectFirst("td").wholeText().strip())
                        .toList();
        assertThat(cells).isEqualTo(hostile);
        assertThat(page.select("table.output tbody td:nth-child(2)").eachText())
                .hasSameSizeAs(hostile)
                .containsOnly("1.5");
    }

    @Test
    void expectationsComeOutAsTheyWentIn() throws IOException {
        Fact fact = new Fact("ratio", 9.5, "GB/s");
        Expectation expectation =
                new Expectation("ratio", Relation.WITHIN, 10, 0.1, "k, table | 2]", "why");
        CellRun run =
                new CellRun(
                        new Inputs(Map.of()),
                        "",
                        List.of(fact),
                        List.of(expectation),
                        List.of(),
                        Optional.of("A | B [C] <D>"));
        Book book = book("= T\n\n== S\n\n" + CELL + "\n[bibliography]\n== B\n\n* [[[k]]] K\n");

        Document page = convert(book, Map.of("x", run));

        assertThat(page.select(".expectations tbody td").eachText())
                .containsExactly(
                        "ratio",
                        "9.5 GB/s",
                        "10 GB/s",
                        "[k], table | 2]",
                        "\u22125.00 %",
                        "\u00b110 %: why",
                        "\u2713 met");
        assertThat(page.selectFirst(".recorded").text())
                .isEqualTo("Measured on A | B [C] <D>; your machine will print other times.");
    }

    @Test
    void messagesOfTheEngineLieAtLinesOfTheNote() throws IOException {
        Files.writeString(root.resolve("two.adoc"), "== Two\n\n|===\n| a | b\n| c\n|===\n");
        Book book = book("= T\n\n== S\n\n" + CELL + "\n==== Too deep\n\ninclude::two.adoc[]\n");

        Conversion conversion =
                conversion(book, Map.of("x", run("a\nb\nc\n", List.of(), List.of())));

        assertThat(conversion.findings())
                .extracting(Object::toString)
                .containsExactly(
                        "book.adoc:12:1: warning: section title out of sequence: expected level 2,"
                                + " got level 3 [engine]",
                        "two.adoc:5:1: error: dropping cells from incomplete row detected end of table"
                                + " [engine]");
    }

    @Test
    void valueStandsInTextTitleCaptionAndAlternativeText() throws IOException {
        Files.writeString(root.resolve("p.svg"), "<svg/>");
        Book book =
                book(
                        "= T\n\n== S val:x[n]\n\n"
                                + CELL
                                + "\nText val:x[n,bare].\n\n.Caption val:x[n]\nimage::p.svg[Alt val:x[n]]\n");
        CellRun run =
                new CellRun(
                        new Inputs(Map.of()),
                        "",
                        List.of(new Fact("n", 1800, "GB/s")),
                        List.of(),
                        List.of(),
                        Optional.empty());

        Document page = convert(book, Map.of("x", run));

        assertThat(page.selectFirst("h2").text()).isEqualTo("S 1800 GB/s");
        assertThat(page.select("p .val.of-x").eachText()).containsExactly("1800");
        assertThat(page.selectFirst("img").attr("alt")).isEqualTo("Alt 1800\u00a0GB/s");
        assertThat(page.selectFirst(".imageblock .title").text()).contains("Caption 1800 GB/s");
    }

    @Test
    void termsOfTheIndexAndSpecialChaptersAreKept() throws IOException {
        String text =
                "= Book\n:doctype: book\n\n== One\n\nA ((ring)) and (((all-reduce, tree, \"x\")))"
                        + " b.\n\nindexterm:[speed,see=bandwidth] and"
                        + " indexterm2:[bus,see-also=\"link, lane\"].\n\n[index]\n== Index\n\n"
                        + "[glossary]\n== Words\n\n[glossary]\na:: b\n";
        Document page = convert(book(text), Map.of());
        assertThat(page.select("span.indexterm").eachAttr("data-1"))
                .containsExactly("ring", "all-reduce", "speed", "bus");
        assertThat(page.select("span.indexterm").eachText()).containsExactly("ring", "bus");
        assertThat(page.select("[data-3]").attr("data-3")).isEqualTo("x");
        assertThat(page.select("[data-see]").attr("data-see")).isEqualTo("bandwidth");
        assertThat(page.select("[data-see-also]").attr("data-see-also")).isEqualTo("link\nlane");
        assertThat(page.select(".sect1").eachAttr("class"))
                .containsExactly("sect1", "sect1 section-index", "sect1 section-glossary");
    }

    @Test
    void headKeepsWhatTheBookSaysOfItsPrintedForm() throws IOException {
        String text =
                "= Book\n:doctype: book\n:pdf-media: press\n:license: \"CC\" & more\n\n== One\n";
        Document page = convert(book(text), Map.of());
        assertThat(page.select("meta[name=lectern-pdf-media]").attr("content")).isEqualTo("press");
        assertThat(page.select("meta[name=lectern-license]").attr("content"))
                .isEqualTo("\"CC\" & more");
        assertThat(page.select("meta[name=lectern-pdf-page-size]")).isEmpty();
    }

    private Book book(String text) throws IOException {
        Files.createDirectories(root.resolve("scripts"));
        Files.writeString(root.resolve("scripts/One.java"), "class One {}\n");
        Path main = Files.writeString(root.resolve("book.adoc"), text);
        String scripts = root.resolve("scripts").toString();
        return BookReader.read(root, main, Map.of("scripts", scripts)).book();
    }

    private static CellRun run(String printed, List<Artifact> tables, List<Fact> facts) {
        return new CellRun(
                new Inputs(Map.of()), printed, facts, List.of(), tables, Optional.empty());
    }

    private static Conversion conversion(Book book, Map<String, CellRun> runs) {
        Weaver weaver = new Weaver(book, runs, diagram -> "d.svg", figure -> "", list -> List.of());
        return engine.convert(
                book, new ArrayList<>(book.notes().stream().map(weaver::weave).toList()));
    }

    private static Document convert(Book book, Map<String, CellRun> runs) {
        return Jsoup.parse(conversion(book, runs).html());
    }
}
