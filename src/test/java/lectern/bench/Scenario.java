package lectern.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One command to measure.
 *
 * @param name what a reader of the table calls it
 * @param budget what it may take
 * @param preparation what happens, unmeasured, before each run
 * @param command with its arguments
 * @param folder that it runs in
 * @param report the {@code report.json} that it leaves; a peer leaves none
 */
record Scenario(
        String name,
        Budget budget,
        Preparation preparation,
        List<String> command,
        Path folder,
        Path report) {

    /** Makes the files what a run must find. */
    @FunctionalInterface
    interface Preparation {
        /** Prepare a round, counting from 1. */
        void before(int round) throws IOException;
    }
}
