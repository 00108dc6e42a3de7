package lectern.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.model.Bibliography;
import lectern.model.Diagnostic;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.model.Source;
import lectern.model.Xref;

/** Reports sources that nobody cites, and sources that a reader could not find. */
final class CitedSources implements BookRule {
    private static final Set<String> PAPERS =
            Set.of("article", "inproceedings", "conference", "incollection");

    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        Set<String> cited =
                evidence.book().all(Note::xrefs).stream()
                        .map(Xref::target)
                        .collect(Collectors.toSet());
        evidence.runs().values().stream()
                .flatMap(run -> run.expectations().stream())
                .forEach(expectation -> cited.add(expectation.citationKey()));
        return evidence.book().all(Note::bibliographies).stream()
                .map(Bibliography::sources)
                .flatMap(sources -> sources.stream().flatMap(source -> faults(source, cited)));
    }

    private static Stream<Diagnostic> faults(Source source, Set<String> cited) {
        Stream.Builder<Diagnostic> faults = Stream.builder();
        if (!cited.contains(source.key())) {
            faults.add(
                    fault(
                            source,
                            "is cited nowhere",
                            "cite it as <<" + source.key() + ">> or drop it"));
        }
        if (source.field("title").isEmpty()) {
            faults.add(fault(source, "has no title", "add title = {...}"));
        }
        if (source.field("author").isEmpty() && source.field("editor").isEmpty()) {
            faults.add(
                    fault(source, "has no author", "add author = {...}; {{Name}} for a company"));
        }
        boolean numbered = source.field("doi").isPresent() || source.field("eprint").isPresent();
        if (PAPERS.contains(source.type()) && !numbered && source.field("nodoi").isEmpty()) {
            faults.add(
                    fault(
                            source,
                            "has neither DOI nor arXiv number",
                            "add doi or eprint, or nodoi = {why there is none}"));
        } else if (!numbered
                && source.field("url").isEmpty()
                && source.field("isbn").isEmpty()
                && source.field("nodoi").isEmpty()) {
            faults.add(
                    fault(
                            source,
                            "cannot be found by a reader",
                            "add one of doi, eprint, isbn, url, or nodoi = {why there is none}"));
        }
        return faults.build();
    }

    private static Diagnostic fault(Source source, String message, String hint) {
        return Diagnostic.error(
                Rule.BAD_SOURCE,
                source.location(),
                "source '" + source.key() + "' " + message,
                hint);
    }
}
