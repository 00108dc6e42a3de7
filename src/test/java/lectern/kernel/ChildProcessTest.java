package lectern.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process with limits; the commands are a shell's. */
@DisabledOnOs(OS.WINDOWS)
class ChildProcessTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir private Path temp;

    @Test
    void outputErrorsAndExitCodeAreCollected() {
        ChildProcess.Ended execution = run("echo out; echo err >&2; exit 3", LONG);

        assertThat(execution)
                .isEqualTo(
                        new ChildProcess.Ended(
                                3,
                                Execution.End.EXITED,
                                new Captured("out\n", 0, true),
                                new Captured("err\n", 0, true)));
    }

    @Test
    void blanksAtLineEndsAndOtherLineEndsAreMended() {
        assertThat(run("printf 'a  \\r\\nb\\t\\n\\n  c'", LONG).stdout().text())
                .isEqualTo("a\nb\n\n  c\n");
        assertThat(run("true", LONG).stdout().text()).isEmpty();
    }

    @Test
    void longRunOfBlanksIsQuick() {
        ChildProcess.Ended execution = run("printf '%0900000d' 0 | tr 0 ' '; echo x", LONG);

        assertThat(execution.stdout().text()).hasSize(900_002).endsWith(" x\n");
    }

    @Test
    void processBeyondItsTimeIsStoppedWithItsChildren() throws Exception {
        long start = System.nanoTime();

        ChildProcess.Ended execution =
                run("echo begun; sleep 61.7531 & sleep 61.7531", Duration.ofMillis(200));

        assertThat(execution.end()).isEqualTo(Execution.End.TIMED_OUT);
        assertThat(execution.exitCode()).isEqualTo(-1);
        assertThat(execution.stdout().text()).isEqualTo("begun\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        for (ProcessHandle left : ProcessHandle.allProcesses().toList()) {
            if (left.info().commandLine().orElse("").contains("sleep 61.7531")) {
                // a killed process may take a moment to go; one that lives on runs into the limit
                left.onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void floodIsStoppedAndCut() {
        ChildProcess.Ended execution = run("yes", LONG);

        assertThat(execution.end()).isEqualTo(Execution.End.TOO_MUCH_OUTPUT);
        assertThat(execution.stdout().text().length())
                .isLessThanOrEqualTo((int) Captured.LIMIT + 1);
        assertThat(execution.stdout().marked())
                .endsWith("\n[cut here: " + execution.stdout().more() + " bytes more]\n");
        assertThat(execution.stdout().more()).isPositive();
    }

    @Test
    void floodOfAProcessThatEndsByItselfIsStillTooMuch() {
        assertThat(run("yes | head -c 1048577", LONG).end())
                .isEqualTo(Execution.End.TOO_MUCH_OUTPUT);
        assertThat(run("yes | head -c 1048576", LONG).end()).isEqualTo(Execution.End.EXITED);
    }

    @Test
    void environmentIsScrubbed() {
        String names = run("env | sed 's/=.*//' | sort | tr '\\n' ' '", LONG).stdout().text();

        assertThat(names.replaceAll("(PWD|OLDPWD|SHLVL|_) ", "").strip())
                .isEqualTo("HOME LANG PATH TMPDIR TZ");
        assertThat(run("echo $HOME $LANG $TZ", LONG).stdout().text())
                .isEqualTo(temp + "/run C.UTF-8 UTC\n");
    }

    @Test
    void standardInputIsAtItsEnd() {
        assertThat(run("cat; echo done", LONG).stdout().text()).isEqualTo("done\n");
    }

    @Test
    void malformedOutputBecomesReplacementCharacters() {
        assertThat(run("printf '\\377\\n'", LONG).stdout().text()).isEqualTo("\ufffd\n");
    }

    @Test
    void bytesThatAreNoTextAreTold() {
        assertThat(run("printf '\\377\\n'", LONG).stdout().utf8()).isFalse();
        assertThat(run("printf '\\303\\244\\n'", LONG).stdout())
                .isEqualTo(new Captured("\u00e4\n", 0, true));
    }

    @Test
    void onlookerSeesOutputWhileItRunsAndEndsItWhenItHasSeenEnough() {
        StringBuilder seen = new StringBuilder();
        Onlooker onlooker =
                new Onlooker() {
                    @Override
                    public void printed(String text) {
                        seen.append(text);
                    }

                    @Override
                    public void complained(String text) {
                        seen.append("! ").append(text);
                    }

                    @Override
                    public boolean enough() {
                        return seen.indexOf("one") >= 0 && seen.indexOf("! two") >= 0;
                    }
                };
        ChildProcess.Ended execution =
                run("echo one; echo two >&2; sleep 61.7532; echo three", LONG, onlooker);

        assertThat(execution.end()).isEqualTo(Execution.End.STOPPED);
        assertThat(execution.exitCode()).isEqualTo(-1);
        assertThat(execution.stdout().text()).isEqualTo("one\n");
    }

    private ChildProcess.Ended run(String command, Duration limit) {
        return run(command, limit, Onlooker.NOBODY);
    }

    private ChildProcess.Ended run(String command, Duration limit, Onlooker onlooker) {
        RunFolder folder = new RunFolder(temp);
        folder.create();
        return new ChildProcess(folder)
                .run(List.of("sh", "-c", command), Optional.empty(), limit, onlooker);
    }
}
