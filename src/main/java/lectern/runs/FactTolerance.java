package lectern.runs;

import java.util.ArrayList;
import java.util.List;
import lectern.model.CellRun;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Relation;

/**
 * Compares facts: exactly, but within the tolerance of an expectation where the fact has one. The
 * tolerance is relative to the recorded value, so a fact cannot creep away run by run: the record
 * stays what it was.
 */
final class FactTolerance {
    private FactTolerance() {}

    /** The facts and expectations of two runs as lines that differ where the runs do. */
    static List<String> difference(String name, CellRun recorded, CellRun fresh) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : fresh.facts()) {
            facts.add(
                    recorded.fact(fact.name())
                            .filter(old -> same(old, fact, recorded))
                            .orElse(fact));
        }
        return TextDiff.of(
                name,
                new FactsFormat(recorded.facts(), recorded.expectations()).lines(),
                new FactsFormat(facts, fresh.expectations()).lines());
    }

    /** The same of a measurement: names and units must agree, the numbers may be others. */
    static List<String> measuredDifference(String name, CellRun recorded, CellRun fresh) {
        return TextDiff.of(name, measured(recorded), measured(fresh));
    }

    private static List<String> measured(CellRun run) {
        List<Fact> facts = run.facts().stream().map(f -> new Fact(f.name(), 0, f.unit())).toList();
        return new FactsFormat(facts, run.expectations()).lines();
    }

    private static boolean same(Fact recorded, Fact fresh, CellRun run) {
        return recorded.unit().equals(fresh.unit())
                && (Double.compare(recorded.value(), fresh.value()) == 0
                        || Math.abs(Relation.deviation(fresh.value(), recorded.value()))
                                <= tolerance(run, fresh.name()));
    }

    /** The tightest tolerance that an expectation allows the fact; 0 when there is none. */
    private static double tolerance(CellRun run, String fact) {
        return run.expectations().stream()
                .filter(expectation -> expectation.fact().equals(fact))
                .filter(expectation -> expectation.relation() == Relation.WITHIN)
                .mapToDouble(Expectation::tolerance)
                .min()
                .orElse(0);
    }
}
