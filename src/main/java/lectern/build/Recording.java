package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.Rule;
import lectern.runs.RunStore;

/** Records runs; a disk that would not take one is a finding, not a fault of ours. */
final class Recording {
    private final RunStore store;

    /** Record among the runs of a book. */
    Recording(BookLayout layout) {
        this.store = new RunStore(layout.runs());
    }

    /** Record a run, or say why that could not be; the old record then stands or is damaged. */
    Optional<Diagnostic> write(Cell cell, CellRun run) {
        try {
            store.write(cell, run);
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of(
                    Diagnostic.error(
                            Rule.FAILED_CELL,
                            cell.location(),
                            "the run of cell '"
                                    + cell.id()
                                    + "' could not be recorded: "
                                    + reason(e.getCause()),
                            "nothing is lost: mend that and run it again"));
        }
    }

    /** What the system says, without the path of a temporary file. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : e.getMessage();
    }
}
