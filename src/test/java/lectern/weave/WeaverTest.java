package lectern.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Inputs;
import lectern.model.Relation;
import lectern.note.BookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of a note with its runs woven in, to the letter. */
class WeaverTest {
    private static final CellRun RUN =
            new CellRun(
                    new Inputs(Map.of()),
                    "printed <1>\n",
                    List.of(new Fact("rate", 1800, "GB/s")),
                    List.of(new Expectation("rate", Relation.WITHIN, 1750, 0.05, "k, p. 2", "why")),
                    List.of(
                            Artifact.of(
                                    ArtifactKind.CSV_TABLE,
                                    "steps",
                                    "step,value\n1,0.5\nlast | one,2\n"),
                            Artifact.of(ArtifactKind.PLOT, "line", "{}")),
                    Optional.empty());

    @TempDir private Path root;

    @Test
    void everythingThatIsNotPlacedComesUnderTheCell() throws IOException {
        assertThat(
                        weave(
                                "[#x.cell]\n.Title\n----\ninclude::One.java[]\n----\n<1> Callout\n\nval:x[rate]!\n"))
                .isEqualTo(
                        """
                        [#x.cell]
                        .Title
                        ----
                        include::One.java[]
                        ----
                        <1> Callout

                        [.output.of-x,subs=specialchars]
                        ....
                        printed <1>
                        ....


                        [.output.of-x,%header,cols="<2,>1"]
                        |===
                        | step | value

                        | 1 | 0.5
                        | pass:c[last \\| one] | 2
                        |===


                        [.figure.of-x]
                        image::x-line.svg["A \\"line\\""]


                        .Held against 1 published number: all met
                        [.expectations.of-x]
                        --
                        [%header,cols="<8,>6,>6,<8,>5,<9"]
                        |===
                        | Quantity | Ours | Published | Source | Off by | Allowed

                        | rate | pass:c[1800_GB/s] | pass:c[1750_GB/s] | <<k>>, pass:c[p. 2] | pass:c[2.86_%] | pass:c[\u00b15_%: why]
                        |===
                        --


                        [.val.of-x]##1800_GB/s##!
                        """
                                .replace('_', '\u00a0'));
    }

    @Test
    void whatIsPlacedByHandStandsThereAndNowhereElse() throws IOException {
        assertThat(
                        weave(
                                """
                                [#x.cell]
                                .Title
                                ----
                                include::One.java[]
                                ----

                                .Own caption
                                image::x-line.svg[Rate val:x[rate,bare]]

                                table::x[steps]

                                output::x[]

                                expectations::x[]
                                """))
                .containsOnlyOnce("printed")
                .containsOnlyOnce("| step | value")
                .containsOnlyOnce("Held against")
                .containsOnlyOnce("x-line.svg")
                .contains("\n.Own caption\n[.figure.of-x]\nimage::x-line.svg[Rate 1800]\n")
                .doesNotContain("output::", "table::", "expectations::");
    }

    @Test
    void ledgerHoldsTheExpectationsOfAllRuns() throws IOException {
        assertThat(
                        weave(
                                "[#x.cell%hide-output]\n.Title\n----\ninclude::One.java[]\n----\n\nledger::[]\n"))
                .doesNotContain("printed")
                .contains(
                        "[.ledger]\n--\n[%header,cols=\"<8,<7,>6,>6,<8,>5,<10\"]\n|===\n| Example | Quantity")
                .contains("| <<x,x>> | rate | ");
    }

    @Test
    void diagramIsReplacedByItsPicture() throws IOException {
        assertThat(weave("before\n\n[#d]\n[plantuml]\n----\na -> b\n----\nafter\n"))
                .isEqualTo("before\n\n[#d]\n[plantuml]\nimage::d.svg[role=diagram]\nafter\n");
    }

    @Test
    void everyWovenLineKnowsTheLineItStemsFrom() throws IOException {
        WovenNote woven =
                note("[#x.cell]\n.Title\n----\ninclude::One.java[]\n----\n\nlast val:x[rate]\n");

        assertThat(woven.lines()).hasSameSizeAs(woven.origins());
        assertThat(woven.origin(1)).isEqualTo(1);
        assertThat(woven.origin(5)).isEqualTo(5);
        assertThat(woven.origins().subList(5, 30)).containsOnly(5);
        assertThat(woven.origin(woven.lines().size())).isEqualTo(7);
        assertThat(woven.origin(0)).isEqualTo(1);
        assertThat(woven.origin(10_000)).isEqualTo(7);
    }

    @Test
    void valueThatWasNotCheckedIsABug() {
        assertThatThrownBy(() -> weave("val:none[x]\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("unchecked cell none");
    }

    private String weave(String text) throws IOException {
        return note(text).text();
    }

    private WovenNote note(String text) throws IOException {
        Files.writeString(root.resolve("One.java"), "class One {}\n");
        Path main = Files.writeString(root.resolve("book.adoc"), text);
        Book book = BookReader.read(root, main, Map.of()).book();
        Map<String, CellRun> runs = book.cells().isEmpty() ? Map.of() : Map.of("x", RUN);
        return new Weaver(book, runs, diagram -> "d.svg", figure -> "A \"line\"")
                .weave(book.notes().get(0));
    }
}
