package lectern.model;

/**
 * A fact held against a number that somebody published.
 *
 * @param fact name of the fact in the same run
 * @param relation how the two are compared
 * @param published the number as printed in the source, in the fact's unit
 * @param tolerance largest accepted relative deviation, such as 0.005; 0 unless {@code WITHIN}
 * @param citation bibliography key and place, such as {@code austin2025, part 1}
 * @param reason why this tolerance
 */
public record Expectation(
        String fact,
        Relation relation,
        double published,
        double tolerance,
        String citation,
        String reason) {

    /** Whether a measured value meets the expectation. */
    public boolean metBy(double measured) {
        return relation.holds(measured, published, tolerance);
    }

    /** The bibliography key, the part of the citation before its first comma. */
    public String citationKey() {
        int comma = citation.indexOf(',');
        return (comma < 0 ? citation : citation.substring(0, comma)).strip();
    }

    /** The place within the source, such as {@code table 2}; empty when none is given. */
    public String citationPlace() {
        int comma = citation.indexOf(',');
        return comma < 0 ? "" : citation.substring(comma + 1).strip();
    }
}
