package lectern.model;

/**
 * How the run of a cell is meant to end.
 *
 * @param exitCode of the process
 * @param exception whether it is meant to die of an exception, which then is part of its output
 */
public record ExpectedEnd(int exitCode, boolean exception) {

    /** Exit code 0, as most programs. */
    public static final ExpectedEnd CLEAN = new ExpectedEnd(0, false);

    /** An uncaught exception, which makes Java exit with 1. */
    public static final ExpectedEnd EXCEPTION = new ExpectedEnd(1, true);

    /** The words in a note. */
    @Override
    public String toString() {
        return exception ? "exception" : "exit " + exitCode;
    }
}
