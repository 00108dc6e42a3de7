package lectern.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lectern.model.Book;
import lectern.model.Cell;
import lectern.model.CellRun;

/**
 * What the rules look at.
 *
 * @param book as scanned
 * @param runs on record, by the id of their cell
 * @param exists whether a file is there, by its path relative to the root
 * @param literate whether the book promises runnable examples, which makes stricter rules apply
 */
public record Evidence(
        Book book, Map<String, CellRun> runs, Predicate<String> exists, boolean literate) {

    Optional<CellRun> run(String cell) {
        return Optional.ofNullable(runs.get(cell));
    }

    List<String> cellNames() {
        return book.cells().stream().map(Cell::id).map(Object::toString).toList();
    }
}
