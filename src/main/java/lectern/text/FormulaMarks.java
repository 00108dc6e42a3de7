package lectern.text;

/**
 * The private-use characters that enclose formulas between conversion and rendering, in place of
 * the backslash brackets that Asciidoctor writes and prose could contain as well.
 */
public final class FormulaMarks {
    /** Opens an inline formula. */
    public static final char INLINE_OPEN = '\uE000';

    /** Closes an inline formula. */
    public static final char INLINE_CLOSE = '\uE001';

    /** Opens a display formula. */
    public static final char DISPLAY_OPEN = '\uE002';

    /** Closes a display formula. */
    public static final char DISPLAY_CLOSE = '\uE003';

    private FormulaMarks() {}
}
