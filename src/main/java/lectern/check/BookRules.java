package lectern.check;

import java.util.List;
import lectern.model.Diagnostic;

/** All rules over the book. */
public final class BookRules {
    private static final List<BookRule> ALL =
            List.of(
                    new CitedSources(),
                    new CoveredSources(),
                    new DuplicateIds(),
                    new KnownCells(),
                    new KnownFacts(),
                    new MetExpectations(),
                    new KnownCitations(),
                    new PresentImages(),
                    new ResolvedXrefs(),
                    new ShownOutputs(),
                    new SomethingToBuild());

    private BookRules() {}

    /** Apply every rule and return what it found, in order of place. */
    public static List<Diagnostic> apply(Evidence evidence) {
        return ALL.stream().flatMap(rule -> rule.apply(evidence)).distinct().sorted().toList();
    }
}
