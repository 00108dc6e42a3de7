package lectern.check;

import java.util.stream.Stream;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Rule;
import lectern.text.Numbers;
import lectern.text.Units;

/** Reports a fact that is off the published number it is held against. */
public final class MetExpectations implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        return evidence.book().cells().stream()
                .flatMap(
                        cell ->
                                evidence.run(cell.id().value()).stream()
                                        .flatMap(run -> unmet(cell, run)));
    }

    /** The expectations of one run that its facts do not meet. */
    public static Stream<Diagnostic> unmet(Cell cell, CellRun run) {
        return run.expectations().stream()
                .flatMap(
                        expectation ->
                                run
                                        .fact(expectation.fact())
                                        .filter(fact -> !expectation.metBy(fact.value()))
                                        .map(fact -> finding(cell, expectation, fact))
                                        .stream());
    }

    private static Diagnostic finding(Cell cell, Expectation expectation, Fact fact) {
        String allowed =
                switch (expectation.relation()) {
                    case WITHIN ->
                            "within " + Numbers.readable(100 * expectation.tolerance()) + " % of ";
                    case EXACTLY -> "exactly ";
                    case AT_LEAST -> "at least ";
                    case AT_MOST -> "at most ";
                };
        return Diagnostic.error(
                Rule.FAILED_EXPECTATION,
                cell.location(),
                "cell '"
                        + cell.id()
                        + "' expects "
                        + fact.name()
                        + " "
                        + allowed
                        + Units.beside(Numbers.readable(expectation.published()), fact.unit())
                                .replace('\u00a0', ' ')
                        + " and got "
                        + Units.beside(Numbers.readable(fact.value()), fact.unit())
                                .replace('\u00a0', ' '),
                "published in "
                        + expectation.citation()
                        + "; mend the example or say in the text why it differs");
    }
}
