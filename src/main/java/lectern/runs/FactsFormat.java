package lectern.runs;

import java.util.ArrayList;
import java.util.List;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Relation;
import lectern.text.NearMiss;

/**
 * The facts and expectations that a script leaves in {@code facts.tsv}, one tab-separated record a
 * line: {@code fact name value unit} or {@code expect fact relation published tolerance citation
 * reason}.
 *
 * @param facts in order
 * @param expectations in order
 */
public record FactsFormat(List<Fact> facts, List<Expectation> expectations) {

    /** Nothing at all, as when a script writes no facts. */
    public static final FactsFormat NONE = new FactsFormat(List.of(), List.of());

    /**
     * Parse a file of facts.
     *
     * @param file its name, for messages
     * @throws IllegalArgumentException naming the line and what is wrong with it
     */
    public static FactsFormat parse(String file, List<String> lines) {
        List<Fact> facts = new ArrayList<>();
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t", -1);
            try {
                switch (fields[0]) {
                    case "fact" -> {
                        Fact fact = fact(fields);
                        require(
                                facts.stream().noneMatch(f -> f.name().equals(fact.name())),
                                "fact '" + fact.name() + "' is given twice");
                        facts.add(fact);
                    }
                    case "expect" -> expectations.add(expectation(fields));
                    case "" -> require(lines.get(i).isBlank(), "record has no kind");
                    default ->
                            throw new IllegalArgumentException(
                                    "unknown record '" + fields[0] + "'");
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        List<String> names = facts.stream().map(Fact::name).toList();
        for (Expectation expectation : expectations) {
            if (!names.contains(expectation.fact())) {
                throw new IllegalArgumentException(
                        file
                                + ": expectation of a fact '"
                                + expectation.fact()
                                + "' that is not there; "
                                + NearMiss.hint(expectation.fact(), names));
            }
        }
        return new FactsFormat(facts, expectations);
    }

    private static Fact fact(String[] fields) {
        require(fields.length == 4, "a fact has 4 fields, this has " + fields.length);
        require(fields[1].matches("[a-z0-9][a-z0-9.-]*"), "'" + fields[1] + "' cannot name a fact");
        return new Fact(fields[1], number(fields[2]), fields[3]);
    }

    private static Expectation expectation(String[] fields) {
        require(fields.length == 7, "an expectation has 7 fields, this has " + fields.length);
        Relation relation =
                java.util.Arrays.stream(Relation.values())
                        .filter(candidate -> candidate.label().equals(fields[2]))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "unknown relation '" + fields[2] + "'"));
        double tolerance = number(fields[4]);
        require(tolerance >= 0, "tolerance " + fields[4] + " must be >= 0");
        require(!fields[5].isBlank(), "expectation of '" + fields[1] + "' has no citation");
        return new Expectation(
                fields[1], relation, number(fields[3]), tolerance, fields[5], fields[6]);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The lines that {@link #parse} reads back. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        facts.forEach(
                f ->
                        lines.add(
                                String.join(
                                        "\t",
                                        "fact",
                                        f.name(),
                                        Double.toString(f.value()),
                                        f.unit())));
        expectations.forEach(
                e ->
                        lines.add(
                                String.join(
                                        "\t",
                                        "expect",
                                        e.fact(),
                                        e.relation().label(),
                                        Double.toString(e.published()),
                                        Double.toString(e.tolerance()),
                                        e.citation(),
                                        e.reason())));
        return lines;
    }
}
