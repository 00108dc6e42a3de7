package lectern.weave;

import java.util.List;

/**
 * A note with everything woven in, as the engine reads it.
 *
 * @param file of the note, relative to the book root
 * @param lines of AsciiDoc
 * @param origins for each line the line of the note that it stems from, counting from 1
 */
public record WovenNote(String file, List<String> lines, List<Integer> origins) {

    /** Copy the lists. */
    public WovenNote {
        lines = List.copyOf(lines);
        origins = List.copyOf(origins);
    }

    /** The whole text. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Line of the note behind a woven line; both count from 1, out of range is clamped. */
    public int origin(int wovenLine) {
        if (origins.isEmpty()) {
            return 1;
        }
        return origins.get(Math.min(Math.max(wovenLine, 1), origins.size()) - 1);
    }
}
