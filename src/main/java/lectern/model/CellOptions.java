package lectern.model;

import java.time.Duration;
import java.util.List;

/**
 * What an author can say about the run of a cell.
 *
 * @param args arguments handed to the script
 * @param timeout after which the run is killed
 * @param hideOutput whether the printed text stays out of the page
 * @param measured whether the run is a measurement that differs from machine to machine
 */
public record CellOptions(
        List<String> args, Duration timeout, boolean hideOutput, boolean measured) {

    /** The time a run may take when the note says nothing. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    /** Copy the arguments. */
    public CellOptions {
        args = List.copyOf(args);
    }
}
