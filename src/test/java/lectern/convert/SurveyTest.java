package lectern.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.model.Book;
import lectern.model.Note;
import lectern.note.BookReader;
import lectern.weave.Weaver;
import lectern.weave.WovenNote;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One chapter of a book converted without the others. */
class SurveyTest {
    private static final String CHAPTERS =
            """
            == First *one*

            See <<second>>, <<tab-b>> and <<fig-c,a picture>>.footnote:[Note one.]

            .Picture
            [#fig-a]
            image::a.png[A]

            === Inner

            * item footnote:[Note two, see <<third>>.]

            .Listing
            ----
            x
            ----
            ~~~~
            [#second]
            == Second

            .A table
            [#tab-b]
            |===
            |a |b footnote:[In a cell.]
            |===

            [stem#eq-a]
            ++++
            x
            ++++

            a:: b
            +
            .Example
            ====
            c
            ====

            [cols="1a"]
            |===
            |
            .Inner picture
            image::c.png[]
            |===
            ~~~~
            [#third]
            == Third <<&>> title

            .Another picture
            [#fig-c]
            image::b.png[B]

            [stem#eq-b]
            ++++
            y
            ++++

            See <<eq-a>>, <<eq-b>>, <<fig-a>>, <<inner-of-none>>, <<second>>.footnote:[Last, <<tab-b>>.]

            === Inner

            Generated.

            [discrete]
            === Inner

            .Listing again
            ----
            y
            ----
            ~~~~
            [appendix]
            == Fourth

            .Yet another
            image::d.png[]
            """;

    @TempDir private Path root;
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = new Engine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void chapterAloneReadsAsInItsBook(int chapter) throws IOException {
        Book book = book();
        List<WovenNote> woven = woven(book);
        Conversion whole = engine.survey(book, woven);

        Conversion alone =
                engine.survey(
                        book,
                        only(woven, chapter, whole.survey()),
                        whole.survey().without(Set.of(woven.get(chapter + 1).file())),
                        before(whole.survey(), woven.subList(1, chapter + 1)));

        assertThat(chapters(alone)).hasSize(1);
        assertThat(chapters(alone).get(0).outerHtml())
                .isEqualTo(chapters(whole).get(chapter).outerHtml());
        String note = woven.get(chapter + 1).file();
        assertThat(alone.survey().counters().get(note))
                .isEqualTo(whole.survey().counters().get(note));
        assertThat(whole.survey().references()).containsAllEntriesOf(alone.survey().references());
    }

    @Test
    void surveyLeavesThePageAsItIs() throws IOException {
        Book book = book();

        Conversion surveyed = engine.survey(book, woven(book));

        assertThat(surveyed.html()).isEqualTo(engine.convert(book, woven(book)).html());
        assertThat(surveyed.survey().references())
                .containsEntry("second", "Chapter 2")
                .containsEntry("fig-c", "Figure 3")
                .containsEntry("eq-b", "Equation 2");
        assertThat(surveyed.survey().anchors())
                .containsEntry("tab-b", "c1.adoc")
                .containsEntry("_inner", "c0.adoc")
                .containsEntry("_inner_3", "c2.adoc");
        assertThat(surveyed.survey().counters().get("c2.adoc"))
                .containsOnly(
                        Map.entry("chapter-number", "3"),
                        Map.entry("equation-number", "2"),
                        Map.entry("figure-number", "3"),
                        Map.entry("footnote-number", "4"),
                        Map.entry("listing-number", "2"));
    }

    private static Survey before(Survey survey, List<WovenNote> notes) {
        return survey.of(notes.stream().map(WovenNote::file).collect(Collectors.toSet()));
    }

    private static List<Element> chapters(Conversion conversion) {
        return List.copyOf(Jsoup.parse(conversion.html()).select("#content > .sect1"));
    }

    private static List<WovenNote> only(List<WovenNote> woven, int chapter, Survey survey) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= chapter; i++) {
            survey.counters()
                    .getOrDefault(woven.get(i).file(), Map.of())
                    .forEach((name, value) -> lines.add(":" + name + ": " + value));
        }
        lines.add("");
        lines.addAll(woven.get(chapter + 1).lines());
        return IntStream.range(0, woven.size())
                .mapToObj(
                        i -> {
                            String file = woven.get(i).file();
                            if (i == 0) {
                                return woven.get(0);
                            }
                            return new WovenNote(
                                    file, i == chapter + 1 ? lines : List.of(), List.of());
                        })
                .toList();
    }

    private Book book() throws IOException {
        StringBuilder main =
                new StringBuilder(
                        "= Book\n:doctype: book\n:sectnums:\n:xrefstyle: short\n"
                                + ":stem: latexmath\n:listing-caption: Listing\n\n");
        String[] chapters = CHAPTERS.split("~~~~\n");
        for (int i = 0; i < chapters.length; i++) {
            Files.writeString(root.resolve("c" + i + ".adoc"), chapters[i]);
            main.append("include::c").append(i).append(".adoc[]\n\n");
        }
        Path file = Files.writeString(root.resolve("book.adoc"), main);
        return BookReader.read(root, file, Map.of()).book();
    }

    private static List<WovenNote> woven(Book book) {
        Weaver weaver = new Weaver(book, Map.of(), d -> "d.svg", figure -> "", list -> List.of());
        List<WovenNote> woven = new ArrayList<>();
        for (Note note : book.notes()) {
            woven.add(weaver.weave(note));
        }
        return woven;
    }
}
