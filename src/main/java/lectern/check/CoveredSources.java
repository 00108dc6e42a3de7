package lectern.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.model.Anchor;
import lectern.model.Claim;
import lectern.model.Coverage;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.model.SourceElement;
import lectern.text.NearMiss;

/** Reports lines of a source that no section answers, and answers to what is not there. */
final class CoveredSources implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        Set<String> ids =
                evidence.book().all(Note::anchors).stream()
                        .map(Anchor::id)
                        .collect(Collectors.toSet());
        return evidence.book().all(Note::coverages).stream()
                .flatMap(
                        coverage ->
                                Stream.concat(
                                        unanswered(coverage),
                                        coverage.claims().stream()
                                                .flatMap(claim -> wrong(claim, coverage, ids))));
    }

    private static Stream<Diagnostic> unanswered(Coverage coverage) {
        return IntStream.rangeClosed(1, coverage.lines().size())
                .boxed()
                .flatMap(
                        line ->
                                SourceElement.of(coverage.lines().get(line - 1)).stream()
                                        .filter(element -> !coverage.answers(line, element))
                                        .map(element -> homeless(coverage, line, element)));
    }

    private static Diagnostic homeless(Coverage coverage, int line, SourceElement element) {
        String row = line + "," + line + "," + element.label();
        return Diagnostic.error(
                Rule.UNCOVERED_SOURCE,
                Location.of(coverage.source(), line),
                "no section answers the " + element.label() + " in this line",
                "add a row " + row + ",SECTION,kept, to " + coverage.map());
    }

    private static Stream<Diagnostic> wrong(Claim claim, Coverage coverage, Set<String> ids) {
        if (claim.to() > coverage.lines().size()) {
            return Stream.of(
                    Diagnostic.error(
                            Rule.BAD_COVERAGE,
                            claim.location(),
                            "line " + claim.to() + " is past the end of " + coverage.source(),
                            "it has " + coverage.lines().size() + " lines"));
        }
        Stream.Builder<Diagnostic> wrong = Stream.builder();
        Set<SourceElement> held = held(claim, coverage);
        if (claim.element() != SourceElement.TEXT && !held.contains(claim.element())) {
            String kinds =
                    held.stream().map(SourceElement::label).collect(Collectors.joining(", "));
            wrong.add(
                    Diagnostic.error(
                            Rule.BAD_COVERAGE,
                            claim.location(),
                            "no " + claim.element().label() + " in " + lines(claim, coverage),
                            kinds.isEmpty() ? "nothing is there" : "there is: " + kinds));
        }
        if (!ids.contains(claim.section())) {
            wrong.add(
                    Diagnostic.error(
                            Rule.UNRESOLVED_XREF,
                            claim.location(),
                            "no section has the id '" + claim.section() + "'",
                            NearMiss.hint(claim.section(), ids)));
        }
        return wrong.build();
    }

    private static Set<SourceElement> held(Claim claim, Coverage coverage) {
        return coverage.lines().subList(claim.from() - 1, claim.to()).stream()
                .flatMap(line -> SourceElement.of(line).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lines(Claim claim, Coverage coverage) {
        String place = coverage.source() + ":" + claim.from();
        return claim.from() == claim.to() ? place : place + " to " + claim.to();
    }
}
