package lectern.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A book: its main note and all notes that it includes, in reading order.
 *
 * @param root folder that paths in messages are relative to
 * @param file main note, relative to the root
 * @param title of the document
 * @param notes the main note first; a note included twice stands once
 * @param included files of any kind that notes include, relative to the root
 * @param parents the note that includes a note, by the file of the latter; the main note has none
 */
public record Book(
        Path root,
        String file,
        String title,
        List<Note> notes,
        List<String> included,
        Map<String, String> parents) {

    /** Copy the lists. */
    public Book {
        notes = List.copyOf(notes);
        included = List.copyOf(included);
        parents = Map.copyOf(parents);
    }

    /** Everything of one kind, through all notes in order. */
    public <T> List<T> all(Function<Note, List<T>> kind) {
        return notes.stream().flatMap(note -> kind.apply(note).stream()).toList();
    }

    /** All cells in order. */
    public List<Cell> cells() {
        return all(Note::cells);
    }

    /** Look a cell up by its id. */
    public Optional<Cell> cell(String id) {
        return cells().stream().filter(cell -> cell.id().value().equals(id)).findFirst();
    }
}
