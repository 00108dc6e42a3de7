package lectern.markdown;

/**
 * How deep a block lies in others that use the same marks.
 *
 * @param delimiter how many characters the next delimiter line has
 * @param bullets bulleted lists around
 * @param numbers numbered lists around
 * @param terms lists of terms around
 */
record Nesting(int delimiter, int bullets, int numbers, int terms) {
    static final Nesting NONE = new Nesting(4, 0, 0, 0);

    Nesting enclosed() {
        return new Nesting(delimiter + 1, 0, 0, 0);
    }

    Nesting inBullets() {
        return new Nesting(delimiter, bullets + 1, numbers, terms);
    }

    Nesting inNumbers() {
        return new Nesting(delimiter, bullets, numbers + 1, terms);
    }

    Nesting inTerms() {
        return new Nesting(delimiter, bullets, numbers, terms + 1);
    }
}
