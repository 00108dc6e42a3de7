package lectern.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.model.Anchor;
import lectern.model.Diagnostic;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.text.NearMiss;

/** Reports an expectation whose source the bibliography does not have. */
final class KnownCitations implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        Set<String> anchors =
                evidence.book().all(Note::anchors).stream()
                        .map(Anchor::id)
                        .collect(Collectors.toSet());
        return evidence.book().cells().stream()
                .flatMap(
                        cell ->
                                evidence.run(cell.id().value()).stream()
                                        .flatMap(run -> run.expectations().stream())
                                        .filter(
                                                expectation ->
                                                        !anchors.contains(
                                                                expectation.citationKey()))
                                        .map(
                                                expectation ->
                                                        Diagnostic.error(
                                                                Rule.UNKNOWN_CITATION,
                                                                cell.location(),
                                                                "cell '"
                                                                        + cell.id()
                                                                        + "' cites '"
                                                                        + expectation.citationKey()
                                                                        + "', which the bibliography does not have",
                                                                NearMiss.hint(
                                                                        expectation.citationKey(),
                                                                        anchors))));
    }
}
