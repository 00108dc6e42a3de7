package lectern.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.CellRun;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordOnDiskTest {
    /** Four files are written and moved each, the record too, and one left over is deleted. */
    private static final int STEPS = 9;

    @TempDir private Path folder;

    /** A disk that does so many steps and no more. */
    private static final class Failing implements Disk {
        private final Supplier<? extends Throwable> end;
        private int left;

        Failing(int left, Supplier<? extends Throwable> end) {
            this.left = left;
            this.end = end;
        }

        private void step() throws IOException {
            if (left-- > 0) {
                return;
            }
            Throwable thrown = end.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (IOException) thrown;
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            try {
                step();
            } catch (IOException | Error e) {
                // what a full disk or a kill leaves of a file
                REAL.write(file, java.util.Arrays.copyOf(content, content.length / 2));
                throw e;
            }
            REAL.write(file, content);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            REAL.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            step();
            REAL.delete(file);
        }
    }

    private Map<String, String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> found = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
            return found;
        }
    }

    @Test
    void recordIsReadAsWritten() {
        RunStore store = new RunStore(folder);
        assertThat(store.read(SampleRuns.CELL)).isEmpty();
        store.write(SampleRuns.CELL, SampleRuns.OLD);
        assertThat(store.read(SampleRuns.CELL)).contains(SampleRuns.OLD);
        store.write(SampleRuns.CELL, SampleRuns.NEW);
        assertThat(store.read(SampleRuns.CELL)).contains(SampleRuns.NEW);
    }

    @Test
    void recordNamesInputsAndDigestsAndFacts() throws IOException {
        new RunStore(folder).write(SampleRuns.CELL, SampleRuns.OLD);
        assertThat(files().get("knee.run").replaceAll("[0-9a-f]{64}", "[DIGEST]"))
                .isEqualTo(
                        """
                        inputs\tsha256:[DIGEST]
                        input\targuments\t
                        input\tkernel\tjavac-1
                        output\tout\t[DIGEST]
                        output\ttable-rows.csv\t[DIGEST]
                        output\tfig-knee.json\t[DIGEST]
                        output\tfig-old.json\t[DIGEST]
                        output\tfacts\t[DIGEST]
                        fact\ttime\t1.0\tms
                        fact\tcount\t3.0\t
                        expect\ttime\twithin\t1.5\t0.5\tsomeone2020, p. 1\tloose
                        """);
    }

    @Test
    void killAtAnyStepLeavesTheOldRunTheNewOneOrDamage() throws IOException {
        int damaged = 0;
        int steps = 0;
        while (true) {
            RunStore whole = new RunStore(folder);
            whole.write(SampleRuns.CELL, SampleRuns.OLD);
            RunStore killed = new RunStore(folder, new Failing(steps, () -> new ThreadDeath() {}));
            Throwable end = catchThrowable(() -> killed.write(SampleRuns.CELL, SampleRuns.NEW));
            try {
                Optional<CellRun> read = whole.read(SampleRuns.CELL);
                assertThat(read.orElseThrow()).isIn(SampleRuns.OLD, SampleRuns.NEW);
            } catch (IllegalArgumentException e) {
                damaged++;
            }
            whole.write(SampleRuns.CELL, SampleRuns.NEW);
            assertThat(whole.read(SampleRuns.CELL)).contains(SampleRuns.NEW);
            if (end == null) {
                break;
            }
            steps++;
        }
        assertThat(steps).isGreaterThanOrEqualTo(STEPS);
        assertThat(damaged).isPositive();
    }

    @Test
    void fullDiskLeavesTheOldRecordToTheByte() throws IOException {
        RunStore whole = new RunStore(folder);
        whole.write(SampleRuns.CELL, SampleRuns.OLD);
        Map<String, String> before = files();
        int writes = RunRecord.files(SampleRuns.NEW).size();
        assertThat(writes).isEqualTo(5);
        for (int k = 0; k < writes; k++) {
            RunStore full =
                    new RunStore(folder, new Failing(k, () -> new IOException("No space left")));
            assertThatThrownBy(() -> full.write(SampleRuns.CELL, SampleRuns.NEW))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("recording a run")
                    .hasRootCauseMessage("No space left");
            assertThat(files()).isEqualTo(before);
        }
    }

    @Test
    void lineEndsOfAnotherSystemAreTheSameRecord() throws IOException {
        RunStore store = new RunStore(folder);
        store.write(SampleRuns.CELL, SampleRuns.OLD);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
            }
        }
        assertThat(store.read(SampleRuns.CELL)).contains(SampleRuns.OLD);
    }

    @Test
    void pictureWithBytesLikeLineEndsIsKeptToTheByte() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
        CellRun run = SampleRuns.run("x\n", 1, new Artifact(ArtifactKind.PNG_FIGURE, "photo", png));
        RunStore store = new RunStore(folder);
        store.write(SampleRuns.CELL, run);
        assertThat(store.read(SampleRuns.CELL)).contains(run);
    }

    @Test
    void mixtureOfTwoRecordsIsDamaged() throws IOException {
        RunStore store = new RunStore(folder);
        store.write(SampleRuns.CELL, SampleRuns.OLD);
        Path area = folder.resolve("gpu");
        Files.writeString(area.resolve("knee.out"), "three\n");
        assertThatThrownBy(() -> store.read(SampleRuns.CELL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("its file 'out' is not what the run left");
        Files.delete(area.resolve("knee.out"));
        assertThatThrownBy(() -> store.read(SampleRuns.CELL))
                .hasMessage("its file 'out' is not there");
        store.write(SampleRuns.CELL, SampleRuns.OLD);
        Path run = area.resolve("knee.run");
        String text = Files.readString(run);
        Files.writeString(run, text.replace("fact\ttime\t1.0", "fact\ttime\t1.5"));
        assertThatThrownBy(() -> store.read(SampleRuns.CELL))
                .hasMessage("its facts and outputs are not those that the run left");
        Files.writeString(run, text.replace("output\tfig-knee.json", "output\t../../secret"));
        assertThatThrownBy(() -> store.read(SampleRuns.CELL))
                .hasMessage("'../../secret' can be no file of a record");
        Files.writeString(run, text.replace("javac-1", "javac-2"));
        assertThatThrownBy(() -> store.read(SampleRuns.CELL))
                .hasMessage("its inputs do not match their digest");
        Files.writeString(run, text.replaceAll("(?m)^inputs.*\n", ""));
        assertThatThrownBy(() -> store.read(SampleRuns.CELL))
                .hasMessage("the record has no inputs");
        Files.writeString(run, text.replaceAll("(?m)^output\tout.*\n", ""));
        assertThatThrownBy(() -> store.read(SampleRuns.CELL))
                .hasMessage("it does not name what was printed");
    }

    @Test
    void orphansAreFilesWithoutACellOrARecord() throws IOException {
        RunStore store = new RunStore(folder);
        store.write(SampleRuns.CELL, SampleRuns.OLD);
        Path area = folder.resolve("gpu");
        assertThat(store.orphans(List.of(SampleRuns.CELL))).isEmpty();
        Files.writeString(area.resolve("gone.run"), "");
        Files.writeString(area.resolve("gone.out"), "");
        Files.writeString(area.resolve("README.adoc"), "somebody's own");
        Files.writeString(area.resolve("gone.xls"), "somebody's own");
        Files.writeString(area.resolve("knee.fig-stray.json"), "");
        Files.writeString(area.resolve(".knee.out.tmp"), "");
        List<Orphan> orphans = store.orphans(List.of(SampleRuns.CELL));
        assertThat(orphans)
                .containsExactly(
                        new Orphan(
                                List.of(area.resolve(".knee.out.tmp")),
                                "a recording was cut short here"),
                        new Orphan(
                                List.of(area.resolve("gone.out"), area.resolve("gone.run")),
                                "the notes here have no cell 'gone'"),
                        new Orphan(
                                List.of(area.resolve("knee.fig-stray.json")),
                                "the record beside it does not name it"));
        store.prune(orphans);
        assertThat(store.orphans(List.of(SampleRuns.CELL))).isEmpty();
        assertThat(store.read(SampleRuns.CELL)).contains(SampleRuns.OLD);
    }

    @Property(tries = 2000)
    void recordWithAnyByteChangedIsTheSameRunOrDamaged(
            @ForAll @IntRange(max = 100_000) int place, @ForAll byte value) {
        Map<String, byte[]> files = RunRecord.files(SampleRuns.OLD);
        byte[] run = files.get("run").clone();
        run[place % run.length] = value;
        String text = new String(run, StandardCharsets.UTF_8);
        try {
            assertThat(
                            RunRecord.parse(
                                    "knee.run", text, name -> Optional.ofNullable(files.get(name))))
                    .isEqualTo(SampleRuns.OLD);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
