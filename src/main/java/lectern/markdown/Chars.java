package lectern.markdown;

/** What AsciiDoc's inline rules ask of single characters. */
final class Chars {
    private Chars() {}

    /** A letter, mark, digit or connecting line, in any script: Ruby's class of word characters. */
    static boolean word(char c) {
        if (Character.isSurrogate(c)) {
            return true; // half of a letter outside the base plane, or of an emoji: be careful
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.CONNECTOR_PUNCTUATION
                || mark(c)
                || type == Character.LETTER_NUMBER;
    }

    /** A sign that belongs to the letter before it. */
    static boolean mark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** A word character beyond doubt. */
    static boolean surelyWord(char c) {
        return word(c) && !Character.isSurrogate(c);
    }

    /** Space of the kind that ends a word for AsciiDoc. */
    static boolean space(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\u000B' || c == '\f' || c == '\r';
    }

    static boolean asciiLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Chinese, Japanese and full-width characters, between which a line end is no space. */
    static boolean wide(char c) {
        return c >= '\u2E80' && c <= '\u9FFF'
                || c >= '\uF900' && c <= '\uFAFF'
                || c >= '\uFE30' && c <= '\uFE4F'
                || c >= '\uFF00' && c <= '\uFFEF';
    }
}
