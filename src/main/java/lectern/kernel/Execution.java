package lectern.kernel;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of running a program once.
 *
 * @param exitCode of the process; -1 when it was killed
 * @param end how it ended
 * @param stdout what it printed
 * @param stderr what it complained of
 * @param out folder with the files it left
 * @param strays files of the book, relative to its root, that changed while it ran; always empty
 *     where the sandbox prevents it
 */
public record Execution(
        int exitCode, End end, Captured stdout, Captured stderr, Path out, List<String> strays) {

    /** Ways for a run to end. */
    public enum End {
        EXITED,
        STOPPED,
        OUT_OF_MEMORY,
        TIMED_OUT,
        TOO_MANY_THREADS,
        TOO_MUCH_OUTPUT
    }

    /** Copy the list. */
    public Execution {
        strays = List.copyOf(strays);
    }
}
