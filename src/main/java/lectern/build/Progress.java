package lectern.build;

/** Hears what a build does, a line at a time. */
@FunctionalInterface
public interface Progress {

    /** Take one line for a person who watches. */
    void say(String line);

    /** Take how the runs stand, each time that it changes; only a terminal can make use of it. */
    default void show(RunState state) {}
}
