package lectern.convert;

/**
 * The private-use characters that enclose formulas in converted HTML, in place of the backslash
 * brackets that Asciidoctor writes and prose could contain as well.
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

    /** The statements that teach the marks to the engine's HTML converter. */
    static String ruby() {
        return """
                require 'asciidoctor/converter/html5'
                Asciidoctor::Converter::Html5Converter::QUOTE_TAGS[:latexmath] = [%s, %s, false]
                Asciidoctor::BLOCK_MATH_DELIMITERS[:latexmath] = [%s, %s]
                """
                .formatted(
                        quoted(INLINE_OPEN),
                        quoted(INLINE_CLOSE),
                        quoted(DISPLAY_OPEN),
                        quoted(DISPLAY_CLOSE));
    }

    private static String quoted(char mark) {
        return "\"\\u" + Integer.toHexString(mark) + "\"";
    }
}
