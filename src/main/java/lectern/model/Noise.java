package lectern.model;

import java.util.Locale;

/** What may differ between two runs of a cell without being a difference, where it says so. */
public enum Noise {
    /** Durations, such as {@code 12.3 ms}. */
    DURATIONS,
    /** Paths below the temporary folder or the working folder of the run. */
    PATHS,
    /** Identity hash codes, such as {@code Object@1b2c3d}. */
    HASHES,
    /** Names of threads, such as {@code pool-1-thread-2}. */
    THREADS;

    /** The word in a note. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
