package lectern.runs;

import java.util.List;
import lectern.model.Cell;
import lectern.model.Diagnostic;
import lectern.model.Rule;

/**
 * One output of a cell that is not what the record has.
 *
 * @param what such as {@code prints something else than its record}
 * @param lines a unified difference; empty where an output is new or gone
 */
public record Difference(String what, List<String> lines) {

    /** Copy the lines. */
    public Difference {
        lines = List.copyOf(lines);
    }

    /** The finding at the line of the note that has the cell. */
    public Diagnostic finding(Cell cell) {
        return Diagnostic.error(
                Rule.CHANGED_OUTPUT, cell.location(), "cell '" + cell.id() + "' " + what);
    }
}
