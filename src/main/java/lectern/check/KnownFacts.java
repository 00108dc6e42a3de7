package lectern.check;

import java.util.Optional;
import java.util.stream.Stream;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.Fact;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.model.ValueUse;
import lectern.text.NearMiss;
import lectern.text.Units;
import lectern.text.ValueText;

/** Reports a value of a fact that its run did not leave, or that cannot be printed as asked. */
final class KnownFacts implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        return evidence.book().all(Note::values).stream()
                .flatMap(
                        use ->
                                Stream.concat(
                                        missing(evidence, use),
                                        evidence.run(use.cell()).stream()
                                                .flatMap(run -> check(use, run).stream())));
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
                            hint(fact.get(), use)));
        }
    }

    private static String hint(Fact fact, ValueUse use) {
        return use.options().stream()
                .filter(option -> option.startsWith("unit="))
                .map(option -> option.substring("unit=".length()))
                .filter(wanted -> Units.factor(fact.unit(), wanted).isEmpty())
                .findFirst()
                .map(wanted -> Units.hint(fact.unit(), wanted))
                .orElse("write digits=3, decimals=1, unit=GB/s or bare");
    }

    /** Reports a value of a cell that this machine could not run and nobody has recorded. */
    private static Stream<Diagnostic> missing(Evidence evidence, ValueUse use) {
        return evidence.book().cell(use.cell()).stream()
                .filter(cell -> evidence.run(use.cell()).isEmpty() && skippable(cell))
                .map(
                        cell ->
                                Diagnostic.error(
                                        Rule.UNKNOWN_FACT,
                                        use.location(),
                                        "cell '"
                                                + use.cell()
                                                + "' has no record, so nobody knows '"
                                                + use.fact()
                                                + "'",
                                        "run it where it can be run and commit what it records"));
    }

    private static boolean skippable(Cell cell) {
        return cell.options().setting().device().isPresent()
                || !cell.options().setting().needs().isEmpty();
    }
}
