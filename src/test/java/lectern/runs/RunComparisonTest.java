package lectern.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Cell;
import lectern.model.CellOptions;
import lectern.model.CellRun;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Inputs;
import lectern.model.Noise;
import lectern.model.Relation;
import lectern.model.Setting;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final CellOptions DEFAULT = CellOptions.DEFAULT;

    private static List<Difference> compare(CellRun recorded, CellRun fresh) {
        return RunComparison.of(SampleRuns.CELL, recorded, fresh);
    }

    private static CellRun printing(String text) {
        return SampleRuns.run(text, 1);
    }

    private static CellRun with(Artifact artifact) {
        return SampleRuns.run("", 1, artifact);
    }

    private static CellRun finding(double time, double other) {
        return new CellRun(
                new Inputs(java.util.Map.of()),
                "",
                List.of(new Fact("time", time, "ms"), new Fact("count", other, "")),
                List.of(
                        new Expectation("time", Relation.WITHIN, 100, 0.05, "a2020", "loose"),
                        new Expectation("time", Relation.AT_LEAST, 1, 0, "b2020", "of course")),
                List.of(),
                Optional.empty());
    }

    @Test
    void sameRunHasNoDifference() {
        assertThat(compare(SampleRuns.OLD, SampleRuns.OLD)).isEmpty();
    }

    @Test
    void everyOutputThatDiffersIsNamed() {
        assertThat(compare(SampleRuns.OLD, SampleRuns.NEW))
                .extracting(difference -> difference.finding(SampleRuns.CELL).toString())
                .containsExactly(
                        "notes/gpu/one.adoc:41:1: error: cell 'knee' prints something else than its"
                                + " record [changed-output]",
                        "notes/gpu/one.adoc:41:1: error: cell 'knee' leaves another"
                                + " 'table-rows.csv' [changed-output]",
                        "notes/gpu/one.adoc:41:1: error: cell 'knee' leaves another"
                                + " 'fig-knee.json' [changed-output]",
                        "notes/gpu/one.adoc:41:1: error: cell 'knee' no longer leaves"
                                + " 'fig-old.json' [changed-output]",
                        "notes/gpu/one.adoc:41:1: error: cell 'knee' leaves 'fig-new.json', which"
                                + " its record lacks [changed-output]",
                        "notes/gpu/one.adoc:41:1: error: cell 'knee' finds other facts than its"
                                + " record [changed-output]");
    }

    @Test
    void textDiffersWithThreeLinesOfContext() {
        String lines =
                String.join("\n", IntStream.range(0, 20).mapToObj(i -> "line " + i).toList());
        assertThat(compare(printing(lines), printing(lines.replace("line 9", "line nine"))))
                .containsExactly(
                        new Difference(
                                "prints something else than its record",
                                List.of(
                                        "--- knee.out (record)",
                                        "+++ knee.out (now)",
                                        "@@ -7,7 +7,7 @@",
                                        " line 6",
                                        " line 7",
                                        " line 8",
                                        "-line 9",
                                        "+line nine",
                                        " line 10",
                                        " line 11",
                                        " line 12")));
    }

    @Test
    void longDifferenceIsCutAndSaysSo() {
        String many = "a\n".repeat(1000);
        List<String> lines = compare(printing(many), printing("")).get(0).lines();
        assertThat(lines).hasSize(201).last().isEqualTo("... cut here: 803 more lines");
    }

    @Test
    void hugeTextsAreComparedInLittleTime() {
        String old = "same\n".repeat(100_000) + "old %d\n".repeat(100_000) + "same\n";
        List<String> lines =
                assertTimeout(
                                Duration.ofSeconds(20),
                                () -> compare(printing(old), printing(old.replace("old", "new"))))
                        .get(0)
                        .lines();
        assertThat(lines.get(2)).isEqualTo("@@ -99998,1003 +99998,1003 @@");
        assertThat(lines).hasSize(202).last().isEqualTo("... compared no further than line 101000");
    }

    @Test
    void lineAddedToAHugeTextIsTheOnlyDifference() {
        String many = "a\nb\nc\n".repeat(10_000);
        assertThat(compare(printing(many), printing("new\n" + many)).get(0).lines())
                .containsExactly(
                        "--- knee.out (record)",
                        "+++ knee.out (now)",
                        "@@ -1,3 +1,4 @@",
                        "+new",
                        " a",
                        " b",
                        " c");
    }

    @Test
    void declaredNoiseIsNoDifference() {
        CellOptions noisy =
                new CellOptions(
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        DEFAULT.timeout(),
                        DEFAULT.end(),
                        DEFAULT.view(),
                        Set.of(Noise.DURATIONS),
                        Setting.ANYWHERE,
                        List.of());
        Cell cell = SampleRuns.cell("knee", noisy);
        assertThat(RunComparison.of(cell, printing("in 3 ms\n"), printing("in 5 ms\n"))).isEmpty();
        assertThat(compare(printing("in 3 ms\n"), printing("in 5 ms\n"))).hasSize(1);
    }

    @Test
    void figureIsComparedByWhatItSpecifies() {
        CellRun old = with(SampleRuns.plot("{\"a\":[1,2.5,-3e3],\"b\":\"x\\u0079\",\"c\":{}}"));
        String same = "{ \"c\" : {}, \"b\":\"xy\",\n \"a\":[1.0000000001, 25e-1, -3000]}\n";
        assertThat(compare(old, with(SampleRuns.plot(same)))).isEmpty();
        String other = "{\"a\":[1.00001,2.5,-3000],\"b\":\"xy\"}";
        assertThat(compare(old, with(SampleRuns.plot(other))))
                .containsExactly(
                        new Difference(
                                "leaves another 'fig-knee.json'",
                                List.of(
                                        "--- knee.fig-knee.json (record)",
                                        "+++ knee.fig-knee.json (now)",
                                        "@@ -1,5 +1,4 @@",
                                        "-a[0] = 1",
                                        "+a[0] = 1.00001",
                                        " a[1] = 2.5",
                                        " a[2] = -3E+3",
                                        " b = \"xy\"",
                                        "-c = {}")));
    }

    @Test
    void brokenFigureIsComparedAsText() {
        assertThat(compare(with(SampleRuns.plot("{")), with(SampleRuns.plot("[")))).hasSize(1);
        assertThatThrownBy(() -> JsonLines.of("{\"a\" 1}"))
                .hasMessage("expected ':' at character 5");
        assertThatThrownBy(() -> JsonLines.of("[1,]"))
                .hasMessage("expected a value at character 3");
        assertThatThrownBy(() -> JsonLines.of("[".repeat(300)))
                .hasMessage("expected less depth at character 200");
        assertThatThrownBy(() -> JsonLines.of("{\"a\":1,\"a\":2}"))
                .hasMessage("expected no second 'a' at character 12");
        assertThatThrownBy(() -> JsonLines.of("1 2")).hasMessage("expected an end at character 2");
    }

    @Property(tries = 500)
    void anyTextIsJsonOrRefused(@ForAll String text) {
        try {
            JsonLines.of("[" + text + "]");
        } catch (IllegalArgumentException e) {
            assertThat(e).isNotNull();
        }
    }

    @Test
    void tableAndPictureAreComparedToTheByte() {
        assertThat(compare(with(SampleRuns.table("a\n1\n")), with(SampleRuns.table("a\n1"))))
                .extracting(Difference::lines)
                .containsExactly(List.of("(the last line ends in another way)"));
        Artifact one = new Artifact(ArtifactKind.PNG_FIGURE, "photo", new byte[] {1});
        Artifact two = new Artifact(ArtifactKind.PNG_FIGURE, "photo", new byte[] {2});
        assertThat(compare(with(one), with(two)).get(0).lines())
                .contains(
                        "-1 bytes,"
                                + " sha256:4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a");
    }

    @Test
    void factMayDifferWithinTheToleranceOfItsExpectationOnly() {
        CellRun recorded = finding(100, 3);
        assertThat(compare(recorded, finding(104.9, 3))).isEmpty();
        assertThat(compare(recorded, finding(105.1, 3))).hasSize(1);
        assertThat(compare(recorded, finding(100, 3.0000001)).get(0).lines())
                .containsExactly(
                        "--- knee.run (record)",
                        "+++ knee.run (now)",
                        "@@ -1,4 +1,4 @@",
                        " fact\ttime\t100.0\tms",
                        "-fact\tcount\t3.0\t",
                        "+fact\tcount\t3.0000001\t",
                        " expect\ttime\twithin\t100.0\t0.05\ta2020\tloose",
                        " expect\ttime\tat-least\t1.0\t0.0\tb2020\tof course");
        assertThat(compare(recorded, finding(Double.NaN, 3))).hasSize(1);
    }

    @Test
    void measurementMayDifferInNumbersButNotInNames() {
        CellOptions measured =
                new CellOptions(
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        DEFAULT.timeout(),
                        DEFAULT.end(),
                        DEFAULT.view(),
                        Set.of(),
                        new Setting(true, Optional.empty(), List.of(), false),
                        List.of());
        Cell cell = SampleRuns.cell("knee", measured);
        CellRun other =
                SampleRuns.run(
                        "five\n",
                        99,
                        SampleRuns.table("x\n"),
                        SampleRuns.plot("{}"),
                        SampleRuns.plot("old", "[]"));
        assertThat(RunComparison.of(cell, SampleRuns.OLD, other)).isEmpty();
        assertThat(RunComparison.of(cell, SampleRuns.OLD, SampleRuns.NEW))
                .extracting(Difference::what)
                .containsExactly(
                        "no longer leaves 'fig-old.json'",
                        "leaves 'fig-new.json', which its record lacks");
        CellRun fewer =
                new CellRun(
                        SampleRuns.OLD.inputs(),
                        "",
                        SampleRuns.OLD.facts().subList(0, 1),
                        SampleRuns.OLD.expectations(),
                        SampleRuns.OLD.artifacts(),
                        Optional.of("a machine"));
        assertThat(RunComparison.of(cell, SampleRuns.OLD, fewer))
                .extracting(Difference::what)
                .containsExactly("finds other facts than its record");
    }
}
