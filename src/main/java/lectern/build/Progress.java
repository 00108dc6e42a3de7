package lectern.build;

import java.time.Duration;

/** Hears what a build does, a line at a time. */
@FunctionalInterface
public interface Progress {

    /** Take one line for a person who watches. */
    void say(String line);

    /** Hear that a cell runs now, and why. */
    default void started(String cell, String why) {
        say("run " + cell + " (" + why + ")");
    }

    /** Hear that a cell is over: {@code done}, {@code failed} or {@code skipped}. */
    default void ended(String cell, Duration wall, String how) {}

    /** Take how the runs stand, each time that it changes; only a terminal can make use of it. */
    default void show(RunState state) {}
}
