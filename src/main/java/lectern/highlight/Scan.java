package lectern.highlight;

/** Finds where things end in source code. An end is the index after the last character. */
final class Scan {

    private Scan() {}

    /** End of the line that holds {@code from}, before its newline. */
    static int line(String code, int from) {
        int newline = code.indexOf('\n', from);
        return newline < 0 ? code.length() : newline;
    }

    /** End of the blanks, tabs and newlines that start at {@code from}. */
    static int blanks(String code, int from) {
        int end = from;
        while (end < code.length() && Character.isWhitespace(code.charAt(end))) {
            end++;
        }
        return end;
    }

    /** End of the blanks and tabs that start at {@code from}; stays on the line. */
    static int indent(String code, int from) {
        int end = from;
        while (end < code.length() && (code.charAt(end) == ' ' || code.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    /** End of what a closing mark ends, or of the code when the mark is missing. */
    static int through(String code, int from, String mark) {
        int found = code.indexOf(mark, from);
        return found < 0 ? code.length() : found + mark.length();
    }

    /**
     * End of a literal whose opening quote is at {@code from}: it ends on its line, closed or not.
     */
    static int quoted(String code, int from) {
        char quote = code.charAt(from);
        for (int i = from + 1; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\n') {
                return i;
            }
            if (c == '\\' && i + 1 < code.length() && code.charAt(i + 1) != '\n') {
                i++;
            }
        }
        return code.length();
    }

    /** End of a word of letters, digits, {@code _} and the further characters given. */
    static int word(String code, int from, String further) {
        int end = from;
        while (end < code.length()
                && (Character.isLetterOrDigit(code.charAt(end))
                        || code.charAt(end) == '_'
                        || further.indexOf(code.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }
}
