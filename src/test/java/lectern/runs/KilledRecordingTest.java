package lectern.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.model.CellRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that records, ended by the system (SIGKILL) before each of its steps on the disk. */
@DisabledOnOs(OS.WINDOWS)
class KilledRecordingTest {
    private static final String STOPPED = "stopped";
    private static final String DONE = "done";

    /** What a reader of the book finds after a kill. */
    private enum Found {
        OLD,
        NEW,
        DAMAGED
    }

    @TempDir private Path folder;

    @Test
    void killBeforeAnyStepLosesNothingThatTheNextRecordingDoesNotMend() throws Exception {
        Set<Found> found = new HashSet<>();
        RunStore store = new RunStore(folder);
        int step = 0;
        while (true) {
            store.write(SampleRuns.CELL, SampleRuns.OLD);
            boolean stopped = killBefore(step);
            found.add(read(store));
            store.write(SampleRuns.CELL, SampleRuns.NEW);
            assertThat(store.read(SampleRuns.CELL)).contains(SampleRuns.NEW);
            store.prune(store.orphans(List.of(SampleRuns.CELL)));
            assertThat(store.orphans(List.of(SampleRuns.CELL))).isEmpty();
            if (!stopped) {
                break;
            }
            step++;
        }
        assertThat(step).isGreaterThan(RunRecord.files(SampleRuns.NEW).size());
        assertThat(found).containsExactlyInAnyOrder(Found.values());
    }

    /** Whether the recorder still ran when it was killed. */
    private boolean killBefore(int step) throws Exception {
        Process recorder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Recorder.class.getName(),
                                folder.toString(),
                                Integer.toString(step))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = recorder.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            assertThat(line).isIn(STOPPED, DONE);
            return STOPPED.equals(line);
        } finally {
            recorder.destroyForcibly().waitFor();
        }
    }

    private static Found read(RunStore store) {
        try {
            CellRun run = store.read(SampleRuns.CELL).orElseThrow();
            assertThat(run).isIn(SampleRuns.OLD, SampleRuns.NEW);
            return run.equals(SampleRuns.OLD) ? Found.OLD : Found.NEW;
        } catch (IllegalArgumentException e) {
            return Found.DAMAGED;
        }
    }

    /** The process: records and stands still, told by a line, before the step it is given. */
    static final class Recorder implements Disk {
        private int left;

        private Recorder(int left) {
            this.left = left;
        }

        /** Record the new run in a folder; arguments are the folder and the step. */
        public static void main(String[] arguments) {
            Disk disk = new Recorder(Integer.parseInt(arguments[1]));
            new RunStore(Path.of(arguments[0]), disk).write(SampleRuns.CELL, SampleRuns.NEW);
            System.out.println(DONE);
        }

        private boolean stopsHere() {
            return left-- == 0;
        }

        private static void standStill() throws IOException {
            System.out.println(STOPPED);
            // ends with the process that reads the line
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            if (stopsHere()) {
                REAL.write(file, Arrays.copyOf(content, content.length / 2));
                standStill();
            }
            REAL.write(file, content);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            if (stopsHere()) {
                standStill();
            }
            REAL.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            if (stopsHere()) {
                standStill();
            }
            REAL.delete(file);
        }
    }
}
