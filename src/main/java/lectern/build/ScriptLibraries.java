package lectern.build;

import lectern.resolve.MavenRepositories;
import lectern.resolve.RememberedDependencies;
import lectern.script.Dependencies;

/** Where the scripts of a book get their libraries. */
public final class ScriptLibraries {
    private ScriptLibraries() {}

    /** Resolve as Maven does, and keep the answers in the book's cache. */
    public static Dependencies of(BookLayout layout) {
        return new RememberedDependencies(
                layout.cache().resolve("libraries"), MavenRepositories::ofUser);
    }
}
