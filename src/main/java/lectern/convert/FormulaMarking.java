package lectern.convert;

import static lectern.text.FormulaMarks.DISPLAY_CLOSE;
import static lectern.text.FormulaMarks.DISPLAY_OPEN;
import static lectern.text.FormulaMarks.INLINE_CLOSE;
import static lectern.text.FormulaMarks.INLINE_OPEN;

/** Teaches the engine to enclose formulas in marks that prose cannot contain. */
final class FormulaMarking {
    private FormulaMarking() {}

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
