package lectern.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        Execution execution = run("echo out; echo err >&2; exit 3", LONG);

        assertThat(execution)
                .isEqualTo(new Execution(3, Execution.End.EXITED, "out\n", "err\n", temp));
    }

    @Test
    void blanksAtLineEndsAndOtherLineEndsAreMended() {
        assertThat(run("printf 'a  \\r\\nb\\t\\n\\n  c'", LONG).stdout())
                .isEqualTo("a\nb\n\n  c\n");
        assertThat(run("true", LONG).stdout()).isEmpty();
    }

    @Test
    void longRunOfBlanksIsQuick() {
        Execution execution = run("printf '%0900000d' 0 | tr 0 ' '; echo x", LONG);

        assertThat(execution.stdout()).hasSize(900_002).endsWith(" x\n");
    }

    @Test
    void processBeyondItsTimeIsStoppedWithItsChildren() {
        long start = System.nanoTime();

        Execution execution = run("echo begun; sleep 60 & sleep 61", Duration.ofMillis(200));

        assertThat(execution.end()).isEqualTo(Execution.End.TIMED_OUT);
        assertThat(execution.exitCode()).isEqualTo(-1);
        assertThat(execution.stdout()).isEqualTo("begun\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
                .noneMatch(info -> info.commandLine().orElse("").contains("sleep 6"));
    }

    @Test
    void floodIsStoppedAndCut() {
        Execution execution = run("yes", LONG);

        assertThat(execution.end()).isEqualTo(Execution.End.TOO_MUCH_OUTPUT);
        assertThat(execution.stdout().length())
                .isLessThanOrEqualTo((int) ChildProcess.OUTPUT_LIMIT + 1);
    }

    @Test
    void floodOfAProcessThatEndsByItselfIsStillTooMuch() {
        assertThat(run("yes | head -c 1048577", LONG).end())
                .isEqualTo(Execution.End.TOO_MUCH_OUTPUT);
        assertThat(run("yes | head -c 1048576", LONG).end()).isEqualTo(Execution.End.EXITED);
    }

    @Test
    void environmentIsScrubbed() {
        String names = run("env | sed 's/=.*//' | sort | tr '\\n' ' '", LONG).stdout();

        assertThat(names.replaceAll("(PWD|OLDPWD|SHLVL|_) ", "").strip())
                .isEqualTo("HOME LANG PATH TZ");
        assertThat(run("echo $HOME $LANG $TZ", LONG).stdout()).isEqualTo(temp + " C.UTF-8 UTC\n");
    }

    @Test
    void standardInputIsAtItsEnd() {
        assertThat(run("cat; echo done", LONG).stdout()).isEqualTo("done\n");
    }

    @Test
    void malformedOutputBecomesReplacementCharacters() {
        assertThat(run("printf '\\377\\n'", LONG).stdout()).isEqualTo("\ufffd\n");
    }

    private Execution run(String command, Duration limit) {
        assertThat(Files.isDirectory(temp)).isTrue();
        return ChildProcess.run(List.of("sh", "-c", command), temp, temp, limit);
    }
}
