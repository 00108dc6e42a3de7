package lectern.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Cell;
import lectern.model.CellId;
import lectern.model.CellOptions;
import lectern.model.CellRun;
import lectern.model.CellSource;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Inputs;
import lectern.model.Location;
import lectern.model.Relation;
import lectern.runs.RunPlan.State;
import lectern.script.Script;
import lectern.script.ScriptReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of runs on disk, and which of them still tell the truth. */
class RunStoreTest {
    private static final CellRun RUN =
            new CellRun(
                    new Inputs(Map.of("script", "1")),
                    "one\n\ntwo \u4e2d\n",
                    List.of(new Fact("x", 0.1, "GB/s")),
                    List.of(new Expectation("x", Relation.AT_MOST, 1, 0, "key, p. 2", "why not")),
                    List.of(
                            Artifact.of(ArtifactKind.CSV_TABLE, "t", "a,b\n1,2\n"),
                            Artifact.of(ArtifactKind.PLOT, "f", "{}\n"),
                            Artifact.of(ArtifactKind.PLOT, "g", "{\"a\":1}\n")),
                    Optional.of("a machine, 2 cores"));

    @TempDir private Path temp;
    private RunStore store;
    private Path script;

    @BeforeEach
    void open() throws IOException {
        store = new RunStore(temp.resolve("runs"));
        script = temp.resolve("One.java");
        Files.writeString(temp.resolve("Lib.java"), "class Lib {}\n");
        Files.writeString(script, "//SOURCES Lib.java\nclass One {}\n");
    }

    @Test
    void readGivesBackWhatWasWritten() {
        store.write(cell("--n 1"), RUN);

        assertThat(store.read(cell("--n 1"))).contains(RUN);
        assertThat(files())
                .containsExactly("x.fig-f.json", "x.fig-g.json", "x.out", "x.run", "x.table-t.csv");
    }

    @Test
    void readOfLineEndsOfAnotherSystemGivesTheSame() throws IOException {
        store.write(cell(""), RUN);
        for (String name : files()) {
            Path file = temp.resolve("runs/area").resolve(name);
            Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        }

        assertThat(store.read(cell(""))).contains(RUN);
    }

    @Test
    void writeTakesAwayWhatAnOlderRunLeft() {
        store.write(cell(""), RUN);
        CellRun less =
                new CellRun(RUN.inputs(), "", List.of(), List.of(), List.of(), Optional.empty());
        store.write(cell(""), less);

        assertThat(store.read(cell(""))).contains(less);
        assertThat(files()).containsExactly("x.out", "x.run");
    }

    @Test
    void writeLeavesCellsWithALongerNameAlone() {
        Cell longer =
                new Cell(
                        new CellId("x-y"),
                        "area",
                        new CellSource.Scripted("One.java"),
                        options(""),
                        Location.of("n"),
                        1);
        store.write(longer, RUN);
        store.write(cell(""), RUN);

        assertThat(store.read(longer)).contains(RUN);
    }

    @Test
    void recordWithoutItsOutputIsDamaged() throws IOException {
        store.write(cell(""), RUN);
        Files.delete(temp.resolve("runs/area/x.out"));

        assertThatThrownBy(() -> store.read(cell(""))).hasMessage("its file 'out' is not there");
    }

    @Test
    void damagedRecordSaysWhere() throws IOException {
        store.write(cell(""), RUN);
        Path record = temp.resolve("runs/area/x.run");
        Files.writeString(record, Files.readString(record).replace("fact\tx", "fact x"));

        assertThatThrownBy(() -> store.read(cell("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x.run:9: unknown record 'fact x'");
    }

    @Test
    void recordWithoutInputsIsDamaged() throws IOException {
        store.write(cell(""), RUN);
        Files.writeString(temp.resolve("runs/area/x.run"), "fact\tx\t1\t\n");

        assertThatThrownBy(() -> store.read(cell(""))).hasMessage("the record has no inputs");
    }

    @Test
    void inputsThatDoNotMatchTheirDigestAreDamage() throws IOException {
        store.write(cell(""), RUN);
        Path record = temp.resolve("runs/area/x.run");
        Files.writeString(record, Files.readString(record).replace("script\t1", "script\t2"));

        assertThatThrownBy(() -> store.read(cell("")))
                .hasMessage("its inputs do not match their digest");
    }

    @Test
    void planTellsFreshFromStaleFromMissing() throws IOException {
        assertThat(state("")).isEqualTo(State.MISSING);
        record("");
        assertThat(state("")).isEqualTo(State.FRESH);
        assertThat(state("--n 2")).isEqualTo(State.STALE);
        Files.writeString(temp.resolve("Lib.java"), "class Lib { int n; }\n");
        assertThat(state("")).isEqualTo(State.STALE);
    }

    @Test
    void planOfDamagedRecordWarnsAndRunsAgain() throws IOException {
        record("");
        Files.writeString(temp.resolve("runs/area/x.run"), "inputs\tsha256:1\n");

        RunPlan plan = plan("");

        assertThat(plan.findings())
                .extracting(Object::toString)
                .containsExactly(
                        "runs/area/x.run:1:1: warning: record is damaged and will be made anew: "
                                + "not a SHA-256 digest: '1' [malformed-record]");
        assertThat(plan.due()).hasSize(1);
    }

    @Test
    void inputsDoNotDependOnPlaceTimeOrLineEnds() throws IOException {
        Inputs here = RunInputs.of(temp, cell(""), read());
        Path moved = Files.createDirectories(temp.resolve("elsewhere"));
        Files.writeString(moved.resolve("Lib.java"), "class Lib {}\r\n");
        Path other =
                Files.writeString(
                        moved.resolve("One.java"), "//SOURCES Lib.java\r\nclass One {}\r\n");

        assertThat(RunInputs.of(moved, cell(""), ScriptReader.read(moved, other).script()))
                .isEqualTo(here);
    }

    @Test
    void inputsDependOnHeaderAndArguments() throws IOException {
        List<Inputs> inputs = new java.util.ArrayList<>();
        for (String header :
                List.of(
                        "",
                        "//JAVA 21\n",
                        "//DEPS a:b:1\n",
                        "//COMPILE_OPTIONS -g\n",
                        "//RUNTIME_OPTIONS -g\n")) {
            Files.writeString(script, header + "//SOURCES Lib.java\nclass One {}\n");
            inputs.add(RunInputs.of(temp, cell(""), read()));
            inputs.add(RunInputs.of(temp, cell("a b"), read()));
            inputs.add(RunInputs.of(temp, cell("'a b'"), read()));
        }

        assertThat(inputs).doesNotHaveDuplicates();
    }

    @Test
    void inputsDependOnFilesByTheirBytes() throws IOException {
        Files.writeString(script, "//FILES data.txt\nclass One {}\n");
        Files.writeString(temp.resolve("data.txt"), "1\n");
        Inputs before = RunInputs.of(temp, cell(""), read());
        Files.writeString(temp.resolve("data.txt"), "1\r\n");

        assertThat(RunInputs.of(temp, cell(""), read())).isNotEqualTo(before);
    }

    private void record(String args) {
        CellRun run =
                new CellRun(
                        RunInputs.of(temp, cell(args), read()),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        store.write(cell(args), run);
    }

    private State state(String args) {
        return plan(args).items().get(0).state();
    }

    private RunPlan plan(String args) {
        return RunPlan.of(List.of(cell(args)), Map.of(cell(args), read()), store, temp);
    }

    private Script read() {
        return ScriptReader.read(temp, script).script();
    }

    private static Cell cell(String args) {
        return new Cell(
                new CellId("x"),
                "area",
                new CellSource.Scripted("One.java"),
                options(args),
                Location.of("n"),
                1);
    }

    private static CellOptions options(String args) {
        List<String> words = args.startsWith("'") ? List.of(args) : List.of(args.split(" "));
        CellOptions plain = CellOptions.DEFAULT;
        return new CellOptions(
                words,
                plain.stdin(),
                plain.data(),
                plain.timeout(),
                plain.end(),
                plain.view(),
                plain.noise(),
                plain.setting(),
                plain.knobs());
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(temp.resolve("runs/area"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
