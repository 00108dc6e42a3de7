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
                            Artifact.of(ArtifactKind.ADOC_TABLE, "kinds", "|===\n|a\n|===\n"),
                            Artifact.of(ArtifactKind.PLOT, "line", "{}"),
                            Artifact.of(ArtifactKind.PNG_FIGURE, "photo", "bytes"),
                            Artifact.of(ArtifactKind.FIGURE_TEXT, "photo", "A photo.\n"),
                            Artifact.of(ArtifactKind.HTML, "map", "<p>map</p>"),
                            Artifact.of(ArtifactKind.HTML_TEXT, "map", "a map\n")),
                    Optional.empty());

    private static final String CELL = "[#x.cell]\n.Title\n----\ninclude::One.java[]\n----\n";

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


                        [.output.of-x%header,cols="<2,>1"]
                        |===
                        | step | value

                        | 1 | 0.5
                        | pass:c[last \\| one] | 2
                        |===


                        [.output.of-x]
                        |===
                        |a
                        |===


                        [.figure.of-x]
                        image::x-line.svg["A \\"line\\""]


                        [.figure.of-x]
                        image::x-photo.png["A photo."]


                        [.output.of-x,subs=specialchars]
                        ....
                        a map
                        ....

                        ++++
                        <div class="woven-html" data-html="PHA+bWFwPC9wPg=="></div>
                        ++++


                        .Held against 1 published number: all met
                        [.expectations.of-x]
                        --
                        [%header,cols="<6,>6,>6,<12,>5,<12,<4"]
                        |===
                        | Quantity | Ours | Published | Source | Off by | Allowed | Verdict

                        | [[held-x-rate-1]]rate | pass:c[1800_GB/s] | pass:c[1750_GB/s] | <<k>>, pass:c[p. 2] | pass:c[2.86_%] | pass:c[\u00b15_%: why] | [.verdict.met]##\u2713_met##
                        |===
                        --


                        pass:[<span class="val of-x">1800_GB/s</span>]!
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
    void ledgerAndExampleLeadToEachOther() throws IOException {
        assertThat(weave(CELL.replace(".cell", ".cell%hide-output") + "\nledger::[]\n"))
                .doesNotContain("printed", "image::", "| step")
                .contains("\n[.ledger-count]\n*1 of 1 met*, in 1 example.\n\n[.ledger]\n--\n")
                .contains("\n7+| [.ledger-example]##<<x,x>>, <<x>>: 1 of 1 met##\n")
                .contains("\n| [[ledger-x-rate-1]]<<held-x-rate-1,rate>> | pass:c[1800")
                .contains("\n| [[held-x-rate-1]]rate | pass:c[1800")
                .contains(" | <<ledger-x-rate-1,[.verdict.met]##\u2713\u00a0met##>>\n");
    }

    @Test
    void ledgerOfNothingSaysSo() throws IOException {
        assertThat(weave("ledger::[]\n"))
                .contains("\nNo example of this book is held against a published number.\n")
                .doesNotContain("|===");
    }

    @Test
    void outputsAreChosenOrderedAndTitled() throws IOException {
        String woven =
                weave(
                        CELL.replace(
                                ".cell",
                                ".cell,show=\"figure:photo,text,table:steps\",title-steps=\"At"
                                        + " val:x[rate,bare]\""));

        assertThat(woven)
                .contains(
                        "\n[#x-steps]\n.At pass:[<span class=\"val of-x\">1800</span>]\n[.output.of-x%header")
                .doesNotContain("x-line.svg", "|a", "woven-html");
        assertThat(woven.indexOf("x-photo.png")).isLessThan(woven.indexOf("printed"));
        assertThat(woven.indexOf("printed")).isLessThan(woven.indexOf("| step"));
    }

    @Test
    void foldsAreMarked() throws IOException {
        assertThat(weave(CELL.replace(".cell", ".cell%fold-code%fold-output,show=text")))
                .startsWith("[.fold-code]\n[#x.cell%fold-code")
                .contains(
                        "\n.Output\n[%collapsible.output-fold.of-x]\n======\n\n"
                                + "[.output.of-x,subs=specialchars]\n....\nprinted <1>\n....\n\n"
                                + "======\n");
        assertThat(weave(CELL.replace(".cell", ".cell%hide-code")))
                .startsWith("[.hide-code]\n[#x.cell%hide-code]\n");
    }

    @Test
    void recordOfADeviceSaysWhereItWasMade() throws IOException {
        assertThat(weave(CELL.replace(".cell", ".cell,device=gpu")))
                .contains("\n[.recorded.of-x]\nRecorded; not run where there is no GPU.\n");
    }

    @Test
    void cellThatWasNeverRunSaysWhatItTakes() throws IOException {
        String text = CELL.replace(".cell", ".cell,device=gpu,needs=\"docker python\"");
        assertThat(weave(text + "\noutput::x[]\n", Map.of()))
                .contains("\n[.recorded.of-x]\nNot run here (needs pass:c[GPU, docker, python]).\n")
                .doesNotContain("output::");
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

    private String weave(String text, Map<String, CellRun> runs) throws IOException {
        return note(text, runs).text();
    }

    private WovenNote note(String text) throws IOException {
        return note(text, text.contains(".cell") ? Map.of("x", RUN) : Map.of());
    }

    private WovenNote note(String text, Map<String, CellRun> runs) throws IOException {
        Files.writeString(root.resolve("One.java"), "class One {}\n");
        Path main = Files.writeString(root.resolve("book.adoc"), text);
        Book book = BookReader.read(root, main, Map.of()).book();
        return new Weaver(book, runs, diagram -> "d.svg", figure -> "A \"line\"", list -> List.of())
                .weave(book.notes().get(0));
    }
}
