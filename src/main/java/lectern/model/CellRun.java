package lectern.model;

import java.util.List;
import java.util.Optional;

/**
 * One recorded execution of a cell.
 *
 * @param inputs all that the run depended on, part by part
 * @param stdout what it printed, lines ended by {@code \n}
 * @param facts in the order they were written
 * @param expectations in the order they were written
 * @param tables comma-separated, first row the heads
 * @param figures plot specifications
 * @param machine where a volatile cell was measured; empty for reproducible ones
 */
public record CellRun(
        Inputs inputs,
        String stdout,
        List<Fact> facts,
        List<Expectation> expectations,
        List<Artifact> tables,
        List<Artifact> figures,
        Optional<String> machine) {

    /** Copy the lists. */
    public CellRun {
        facts = List.copyOf(facts);
        expectations = List.copyOf(expectations);
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }

    /** Look a fact up by its name. */
    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }
}
