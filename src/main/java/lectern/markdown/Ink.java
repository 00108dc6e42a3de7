package lectern.markdown;

import java.util.Arrays;

/**
 * A text being written, in which each character knows whether it is the author's (and may need an
 * escape), markup of ours, or hidden from the inline rules of AsciiDoc.
 */
final class Ink {
    /** A character of the author's. */
    static final byte LITERAL = 0;

    /** A character of the author's inside the text of a link. */
    static final byte LINK_TEXT = 1;

    /** A character of the author's inside a quoted attribute of a link or picture. */
    static final byte QUOTED = 2;

    /** Markup of ours. */
    static final byte MARKUP = 3;

    /** Inside a passthrough: AsciiDoc does not look at it. */
    static final byte HIDDEN = 4;

    /** Inside a formula: AsciiDoc looks for passthroughs in it, and for nothing else. */
    static final byte FORMULA = 5;

    private final StringBuilder text = new StringBuilder();
    private byte[] kinds = new byte[64];

    void add(String piece, byte kind) {
        int end = text.length() + piece.length();
        if (end > kinds.length) {
            kinds = Arrays.copyOf(kinds, Math.max(end, 2 * kinds.length));
        }
        Arrays.fill(kinds, text.length(), end, kind);
        text.append(piece);
    }

    void add(Ink other) {
        add(other, 0, other.length());
    }

    /** Add a part of another text. */
    void add(Ink other, int start, int end) {
        for (int i = start; i < end; ) {
            int from = i;
            while (i < end && other.kinds[i] == other.kinds[from]) {
                i++;
            }
            add(other.text.substring(from, i), other.kinds[from]);
        }
    }

    /** All from a place on. */
    Ink from(int start) {
        Ink rest = new Ink();
        rest.add(this, start, length());
        return rest;
    }

    int length() {
        return text.length();
    }

    /** The character at a place; a line end before the start and after the end. */
    char at(int index) {
        return index < 0 || index >= text.length() ? '\n' : text.charAt(index);
    }

    byte kind(int index) {
        return index < 0 || index >= text.length() ? MARKUP : kinds[index];
    }

    boolean literal(int index) {
        return kind(index) <= QUOTED;
    }

    void set(int index, char c, byte kind) {
        text.setCharAt(index, c);
        kinds[index] = kind;
    }

    /** The last character, or a line end when there is none. */
    char last() {
        return at(length() - 1);
    }

    /** Whether it ends in something that AsciiDoc would take for attributes of what follows. */
    boolean endsInBrackets() {
        return last() == ']' && (at(length() - 2) != '[' || literal(length() - 1));
    }

    boolean startsWith(String start, int index) {
        return index >= 0
                && index + start.length() <= text.length()
                && start.contentEquals(text.subSequence(index, index + start.length()));
    }

    String toString(int from, int to) {
        return text.substring(from, to);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
