package lectern.model;

import java.util.List;

/** Where the code of a cell comes from. */
public sealed interface CellSource {

    /**
     * A script of its own, of which the note shows a part.
     *
     * @param path of the script relative to the book root
     */
    record Scripted(String path) implements CellSource {}

    /**
     * A few lines in the note itself, tangled into a script.
     *
     * @param lines of the listing
     * @param firstLine of them in the note, counting from 1
     */
    record Inline(List<String> lines, int firstLine) implements CellSource {

        /** Copy the lines. */
        public Inline {
            lines = List.copyOf(lines);
        }

        /** The lines as one text. */
        public String text() {
            return String.join("\n", lines) + "\n";
        }
    }
}
