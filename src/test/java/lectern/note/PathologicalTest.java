package lectern.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lectern.Work;
import lectern.model.Diagnostic;
import lectern.model.Note;
import lectern.text.NearMiss;
import lectern.text.Tags;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile notes are scanned in linear time and on a small stack. What is not linear takes minutes
 * for these texts; the limit leaves room for a busy machine. To add a case, put the text that is
 * repeated into {@link #repeated}.
 */
class PathologicalTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int MANY = 100_000;

    @TempDir private Path temp;

    /** Load and warm up what is timed, so that the limit is about the text. */
    @BeforeAll
    static void warmUp(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.adoc"), "= A\n\n== B\n\nval:a[b] <<c>>\n");
        BookReader.read(folder, file, Map.of());
    }

    static Stream<String> repeated() {
        return Stream.of(
                "[",
                "[[",
                "[[a",
                "[[a,",
                "[[[",
                "`",
                "``",
                "+",
                "++",
                " +a",
                "+++",
                "+++ ",
                "<<",
                "<<a",
                "<<a,",
                "<",
                "<a",
                "{",
                "{a",
                "\\",
                "\"",
                "'",
                "*",
                "_",
                "#",
                "[#a]",
                "[a#b",
                "[.a]#",
                "stem:[",
                "stem:a,a",
                "stem:[a\\]",
                "latexmath:[x ",
                "pass:[",
                "pass:a,",
                "image:",
                "image:a",
                "image:a[",
                "image:a[]",
                "image:a[val:b[c]",
                "image:a[val:b[c] ]",
                "xref:",
                "xref:a",
                "xref:a[",
                "anchor:",
                "anchor:a",
                "anchor:a[",
                "val:",
                "val:a[",
                "val:a[b]",
                "val:a[b,c",
                "footnote:[",
                "include::",
                "a::b[",
                "|",
                "|===",
                "\t",
                "\u4e2d",
                "\ud83d\ude00",
                "\u0000",
                "]",
                "]]",
                ">>",
                "=",
                "-",
                ".",
                "/");
    }

    /** The places of a note that a text can stand in. */
    static Stream<Arguments> places() {
        List<String> frames =
                List.of(
                        "= T\n\nx %s ]]>>+` x\n",
                        "== S %s\n\n[%1$s]\n.%1$s\n:a: %1$s\n\nimage::%1$s[%1$s]\n",
                        "[#a.cell,args=\"%s\"]\n----\n%1$s\n----\n");
        return repeated().flatMap(text -> frames.stream().map(f -> Arguments.of(text, f)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void scanOfRepeatedTextIsLinear(String text, String frame) {
        String many = text.repeat(text.length() < 3 ? MANY : MANY / 4);

        Work.within(LIMIT, () -> assertThat(scan(frame.formatted(many)).lines()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void linesOfRepeatedTextAreLinear(String text) {
        Work.within(
                LIMIT, () -> assertThat(scan((text + "\n").repeat(MANY / 5)).lines()).isNotEmpty());
    }

    @Test
    void lineOfTenMegabytesIsScanned() {
        String line = "words and words and a reference <<there>> ".repeat(250_000);

        Work.within(
                Duration.ofSeconds(10),
                () -> assertThat(scan("= T\n\n" + line).xrefs()).hasSize(250_000));
    }

    @Test
    void byteOrderMarkIsNoText() {
        assertThat(scan("\ufeff= Title\n").headings())
                .singleElement()
                .satisfies(heading -> assertThat(heading.title()).isEqualTo("Title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"== S\n\nSee <<a>>", "== S\n\n----\ncode", "[", "[[", ":a", ".", "="})
    void missingFinalNewlineIsNoMatter(String text) {
        assertThat(scan(text)).isEqualTo(scan(text + "\n"));
    }

    @Test
    void invalidUtf8BecomesReplacementCharacters() throws IOException {
        byte[] bytes = "== A\u00e9\n\nval:a[b]\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(temp.resolve("bad.adoc"), bytes);

        Note note = BookReader.read(temp, file, Map.of()).book().notes().get(0);

        assertThat(note.headings().get(0).title()).isEqualTo("A\ufffd");
        assertThat(note.values()).hasSize(1);
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() throws IOException {
        // the UTF-8 form of U+D800, which no encoder writes
        byte[] bytes = {'=', ' ', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '\n'};
        Path file = Files.write(temp.resolve("bad.adoc"), bytes);

        assertThat(BookReader.read(temp, file, Map.of()).book().title()).startsWith("\ufffd");
    }

    @Test
    void tenThousandNestedBlocksAreScanned() {
        StringBuilder text = new StringBuilder("= T\n\n");
        List<String> kinds = List.of("=", "*", "_", "!===");
        for (int i = 0; i < 10_000; i++) {
            String kind = kinds.get(i % kinds.size());
            text.append(
                    kind.length() == 1
                            ? kind.repeat(4 + i / kinds.size())
                            : kind + "=".repeat(i / 4));
            text.append('\n');
        }
        text.append("deep <<inside>>\n");

        Work.within(
                Duration.ofSeconds(3), () -> assertThat(scan(text.toString()).xrefs()).hasSize(1));
    }

    @Test
    void tenThousandNestedConditionsAreScanned() {
        String text = "ifdef::lectern[]\n".repeat(10_000) + "deep <<inside>>\n";

        Work.within(LIMIT, () -> assertThat(scan(text).xrefs()).hasSize(1));
    }

    @Test
    void attributesThatDoubleDoNotGrowWithoutEnd() {
        StringBuilder text = new StringBuilder("= T\n:a0: aaaaaaaaaa\n");
        for (int i = 1; i < 60; i++) {
            text.append(":a%d: {a%d}{a%d}\n".formatted(i, i - 1, i - 1));
        }

        Work.within(LIMIT, () -> scan(text + "\nimage::{a59}[x]\n"));
    }

    @Test
    void chainOfTwoHundredIncludesIsFollowed() throws IOException {
        for (int i = 0; i < 200; i++) {
            Files.writeString(
                    temp.resolve("n" + i + ".adoc"),
                    "== Chapter " + i + "\n\ninclude::n" + (i + 1) + ".adoc[]\n");
        }
        Files.writeString(temp.resolve("n200.adoc"), "== The last\n");

        Work.within(
                LIMIT,
                () -> {
                    var reading = BookReader.read(temp, temp.resolve("n0.adoc"), Map.of());
                    assertThat(reading.findings()).isEmpty();
                    assertThat(reading.book().notes()).hasSize(201);
                });
    }

    @Test
    void pathsThatAreNoneAreReportedAndNotThrown() {
        assertThat(findings("image::a\u0000b.png[x]\n\ninclude::a\u0000b.adoc[]\n"))
                .extracting(Diagnostic::message)
                .containsExactly("included file 'a\u0000b.adoc' does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag::", "tag::a", "tag::a[", "end::a[]", "// tag::a[]"})
    void tagsOfRepeatedTextAreLinear(String text) {
        Work.within(LIMIT, () -> Tags.of(List.of(text.repeat(MANY))));
    }

    @Test
    void nearMissOfLongNamesIsQuick() {
        Work.within(LIMIT, () -> NearMiss.hint("a".repeat(MANY), List.of("b", "ab", "halves")));
    }

    private Note scan(String text) {
        return read(text).book().notes().get(0);
    }

    private List<Diagnostic> findings(String text) {
        return read(text).findings();
    }

    private BookReader.Reading read(String text) {
        try {
            Path file = Files.writeString(temp.resolve("note.adoc"), text);
            return BookReader.read(temp, file, Map.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
