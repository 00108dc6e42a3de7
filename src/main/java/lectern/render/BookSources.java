package lectern.render;

import java.util.List;
import java.util.Map;

/**
 * Where the pages of a book come from.
 *
 * @param notes path of the note that a heading stands in, by the id of the heading; paths are
 *     relative to the root of the book, with forward slashes
 * @param scripts the scripts of the examples and what they share, in the order of their paths
 * @param changed date of the last change of a file, such as {@code 2026-03-01}, by its path; empty
 *     where no history is at hand
 */
public record BookSources(
        Map<String, String> notes, List<ScriptText> scripts, Map<String, String> changed) {

    /** Nothing is known. */
    public static final BookSources NONE = new BookSources(Map.of(), List.of(), Map.of());

    /**
     * One script.
     *
     * @param path relative to the root of the book, with forward slashes
     * @param description one sentence; may be empty
     * @param text the whole file
     */
    public record ScriptText(String path, String description, String text) {

        /** File name without its folder. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Keep copies. */
    public BookSources {
        notes = Map.copyOf(notes);
        scripts = List.copyOf(scripts);
        changed = Map.copyOf(changed);
    }
}
