package lectern.highlight;

/**
 * A token of Java; blanks are none.
 *
 * @param kind what its characters say it is, without looking around
 * @param start index of the first character, in UTF-16 units
 * @param end index after the last character
 */
record JavaToken(Kind kind, int start, int end) {

    /** What a token is by itself. */
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        CHARACTER,
        COMMENT,
        DOCUMENTATION,
        SIGN
    }

    /** The token's characters. */
    String text(String code) {
        return code.substring(start, end);
    }

    /** Whether it says nothing to the grammar. */
    boolean isComment() {
        return kind == Kind.COMMENT || kind == Kind.DOCUMENTATION;
    }
}
