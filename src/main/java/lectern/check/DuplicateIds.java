package lectern.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lectern.model.Anchor;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Rule;

/** Reports an id that a book gives twice, for a reference to it would lead to either. */
final class DuplicateIds implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        Map<String, Location> first = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Anchor anchor : evidence.book().all(Note::anchors)) {
            Location earlier = first.putIfAbsent(anchor.id(), anchor.location());
            if (earlier != null && !earlier.equals(anchor.location())) {
                findings.add(
                        Diagnostic.error(
                                Rule.DUPLICATE_ID,
                                anchor.location(),
                                "id '" + anchor.id() + "' is taken",
                                "it is first given at " + earlier));
            }
        }
        return findings.stream();
    }
}
