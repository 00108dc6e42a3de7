package lectern.check;

import java.util.Optional;
import java.util.stream.Stream;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.Fact;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.model.ValueUse;
import lectern.text.NearMiss;
import lectern.text.ValueText;

/** Reports a value of a fact that its run did not leave, or that cannot be printed as asked. */
final class KnownFacts implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        return evidence.book().all(Note::values).stream()
                .flatMap(
                        use ->
                                evidence.run(use.cell()).stream()
                                        .flatMap(run -> check(use, run).stream()));
    }

    private static Optional<Diagnostic> check(ValueUse use, CellRun run) {
        Optional<Fact> fact = run.fact(use.fact());
        if (fact.isEmpty()) {
            return Optional.of(
                    Diagnostic.error(
                            Rule.UNKNOWN_FACT,
                            use.location(),
                            "cell '" + use.cell() + "' left no fact '" + use.fact() + "'",
                            NearMiss.hint(
                                    use.fact(), run.facts().stream().map(Fact::name).toList())));
        }
        try {
            ValueText.of(fact.get(), use.options());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    Diagnostic.error(
                            Rule.UNKNOWN_UNIT,
                            use.location(),
                            "value '" + use.fact() + "': " + e.getMessage(),
                            "write digits=3, decimals=1, unit=GB/s or bare"));
        }
    }
}
