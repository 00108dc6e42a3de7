package lectern.build;

import lectern.script.Dependencies;

/** Where the scripts of a book get their libraries. */
public final class ScriptLibraries {
    private ScriptLibraries() {}

    /** Resolve as Maven does. */
    public static Dependencies of(BookLayout layout) {
        return Dependencies.NONE;
    }
}
