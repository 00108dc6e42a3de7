package lectern.build;

import java.util.List;
import lectern.inpage.ModuleRun;
import lectern.model.Cell;
import lectern.model.Diagnostic;
import lectern.model.Rule;

/** Holds a cell that promises moving figures against what its example does when it is watched. */
final class LivePictures {
    private LivePictures() {}

    /** What is wrong when a live cell came to its end without a rest; nothing for other cells. */
    static List<Diagnostic> missing(Cell cell, ModuleRun watched) {
        if (!cell.options().view().live() || watched.rests() > 0) {
            return List.of();
        }
        return List.of(
                Diagnostic.error(
                        Rule.BAD_CELL,
                        cell.location(),
                        "cell '" + cell.id() + "' is live and never rests to be looked at",
                        "leave figures and sleep now and then where the system property"
                                + " lectern.live is set, or leave 'live' out"));
    }
}
