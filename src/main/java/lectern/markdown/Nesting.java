package lectern.markdown;

/**
 * How deep a block lies in others that use the same marks.
 *
 * @param delimiter how many characters the next delimiter line has
 * @param bullets bulleted lists around
 * @param numbers numbered lists around
 * @param terms lists of terms around
 * @param open whether a block between two dashes is around; these do not nest
 */
record Nesting(int delimiter, int bullets, int numbers, int terms, boolean open) {
    static final Nesting NONE = new Nesting(4, 0, 0, 0, false);

    Nesting enclosed() {
        return new Nesting(delimiter + 1, 0, 0, 0, open);
    }

    /** Inside a block between two dashes. */
    Nesting opened() {
        return new Nesting(delimiter, 0, 0, 0, true);
    }

    Nesting inBullets() {
        return new Nesting(delimiter, bullets + 1, numbers, terms, open);
    }

    Nesting inNumbers() {
        return new Nesting(delimiter, bullets, numbers + 1, terms, open);
    }

    Nesting inTerms() {
        return new Nesting(delimiter, bullets, numbers, terms + 1, open);
    }
}
