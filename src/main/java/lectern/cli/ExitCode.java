package lectern.cli;

/** What the process says when it ends. */
final class ExitCode {
    static final int CLEAN = 0;
    static final int DIAGNOSTICS = 1;
    static final int USAGE = 2;
    static final int OUR_FAULT = 3;

    private ExitCode() {}
}
