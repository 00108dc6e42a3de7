package lectern.math;

/** Finds braces without a partner, of which JLaTeXMath only says that something is wrong. */
final class Braces {

    private Braces() {}

    /** Where the brace at a place is closed; the end of the text when it never is. */
    static int close(String latex, int open) {
        int depth = 0;
        for (int i = open; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return latex.length() - 1;
    }

    /**
     * Check a formula.
     *
     * @throws MathException that names the first brace without a partner and its column
     */
    static void check(String latex) {
        int depth = 0;
        int outermost = 0;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                outermost = depth++ == 0 ? i : outermost;
            } else if (c == '}' && --depth < 0) {
                throw new MathException(
                        "'}' at column " + (i + 1) + " closes nothing in formula '" + latex + "'");
            }
        }
        if (depth > 0) {
            throw new MathException(
                    "'{' at column "
                            + (outermost + 1)
                            + " is not closed in formula '"
                            + latex
                            + "'");
        }
    }
}
