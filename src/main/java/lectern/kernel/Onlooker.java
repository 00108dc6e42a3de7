package lectern.kernel;

/** Looks on while a program runs, and may end it. Called on the thread that waits for the run. */
public interface Onlooker {
    /** Does not look. */
    Onlooker NOBODY =
            new Onlooker() {
                @Override
                public void printed(String text) {}

                @Override
                public void complained(String text) {}

                @Override
                public boolean enough() {
                    return false;
                }
            };

    /** Take what the program wrote to its standard output since the last call. */
    void printed(String text);

    /** Take what the program wrote to its standard error since the last call. */
    void complained(String text);

    /** Whether the run is to end now; asked some twenty times a second. */
    boolean enough();
}
