package lectern.build;

/** Hears what a build does, a line at a time. */
@FunctionalInterface
public interface Progress {

    /** Take one line for a person who watches. */
    void say(String line);
}
