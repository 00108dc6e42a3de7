package lectern.kernel;

import java.nio.file.Path;

/**
 * What came of running a program once.
 *
 * @param exitCode of the process; -1 when it was killed
 * @param end how it ended
 * @param stdout what it printed, lines ended by {@code \n}, blanks at line ends dropped
 * @param stderr what it complained of
 * @param out folder with the files it left
 */
public record Execution(int exitCode, End end, String stdout, String stderr, Path out) {

    /** Ways for a run to end. */
    public enum End {
        EXITED,
        TIMED_OUT,
        TOO_MUCH_OUTPUT
    }
}
