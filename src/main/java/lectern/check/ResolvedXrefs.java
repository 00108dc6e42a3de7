package lectern.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.model.Anchor;
import lectern.model.Cell;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.text.NearMiss;

/** Reports a reference to an id or a title that no note has. */
public final class ResolvedXrefs implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        if (!evidence.literate()) {
            // other books refer by titles the engine resolves; there its own verdict counts
            return Stream.empty();
        }
        Set<String> ids =
                evidence.book().all(Note::anchors).stream()
                        .map(Anchor::id)
                        .collect(Collectors.toSet());
        evidence.book().cells().forEach(cell -> ids.addAll(woven(cell)));
        Set<String> titles =
                evidence.book().all(Note::anchors).stream()
                        .map(Anchor::text)
                        .collect(Collectors.toSet());
        return evidence.book().all(Note::xrefs).stream()
                .filter(xref -> !ids.contains(xref.target()) && !titles.contains(xref.target()))
                .map(xref -> finding(xref.target(), xref.location(), ids));
    }

    /** The ids that outputs under a cell get with their titles. */
    private static List<String> woven(Cell cell) {
        return cell.options().view().titles().keySet().stream()
                .map(name -> WovenOutputs.id(cell, name))
                .toList();
    }

    /** The finding for one reference that leads nowhere. */
    public static Diagnostic finding(String target, Location location, Set<String> ids) {
        return Diagnostic.error(
                Rule.UNRESOLVED_XREF,
                location,
                "reference to '" + target + "' leads nowhere",
                NearMiss.hint(target, ids));
    }
}
