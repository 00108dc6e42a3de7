package lectern.model;

/**
 * The name of a cell, unique in the book and the name of its run.
 *
 * @param value kebab case: lower-case letters, digits and hyphens, starting with a letter
 */
public record CellId(String value) implements Comparable<CellId> {

    /** Refuse names that could not be a file name or an anchor. */
    public CellId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a cell id: '" + value + "'");
        }
    }

    /** Whether a text can name a cell. */
    public static boolean isValid(String value) {
        return value.matches("[a-z][a-z0-9-]*");
    }

    /** In plain code: what a record has by itself is spun at run time, in every process anew. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellId that && value.equals(that.value);
    }

    @Override
    public int compareTo(CellId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
