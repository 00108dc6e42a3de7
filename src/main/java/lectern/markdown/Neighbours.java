package lectern.markdown;

import java.util.Optional;

/** What an importer asks about the files around the one it reads. */
@FunctionalInterface
public interface Neighbours {
    /** Whether a relative path is that of a Markdown file that becomes a note. */
    boolean note(String path);

    /**
     * The file that a name in double brackets means; such names leave the folder out.
     *
     * @param name of a note, with or without its ending, or of a picture; may begin with folders
     * @return its path, relative to the folder of the text, with slashes; empty when none is known
     */
    default Optional<String> named(String name) {
        return Optional.empty();
    }
}
