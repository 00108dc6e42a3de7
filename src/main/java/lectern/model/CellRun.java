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
 * @param artifacts the files it left, by kind and then by name
 * @param machine where a volatile cell was measured; empty for reproducible ones
 */
public record CellRun(
        Inputs inputs,
        String stdout,
        List<Fact> facts,
        List<Expectation> expectations,
        List<Artifact> artifacts,
        Optional<String> machine) {

    /** Copy the lists. */
    public CellRun {
        facts = List.copyOf(facts);
        expectations = List.copyOf(expectations);
        artifacts = List.copyOf(artifacts);
    }

    /** Look a fact up by its name. */
    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /** Look a file up by its kind and name. */
    public Optional<Artifact> artifact(ArtifactKind kind, String name) {
        return artifacts.stream()
                .filter(artifact -> artifact.kind() == kind && artifact.name().equals(name))
                .findFirst();
    }

    /** What a page can show beside the text, in the order in which it does. */
    public List<Artifact> outputs() {
        return artifacts.stream().filter(artifact -> !artifact.label().isEmpty()).toList();
    }

    /** The tables among the outputs. */
    public List<Artifact> tables() {
        return labelled("table");
    }

    /** The figures among the outputs, drawn or to be drawn. */
    public List<Artifact> figures() {
        return labelled("figure");
    }

    private List<Artifact> labelled(String label) {
        return artifacts.stream().filter(a -> a.kind().label().equals(label)).toList();
    }
}
