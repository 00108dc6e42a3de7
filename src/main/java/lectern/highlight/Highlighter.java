package lectern.highlight;

/**
 * Marks up source code of one language.
 *
 * <p>The text of the answer is the code, character for character, whatever the code is: wrong,
 * unfinished or no code at all. The time taken grows with its length, not faster.
 */
public sealed interface Highlighter
        permits JavaHighlighter,
                ShellHighlighter,
                MarkupHighlighter,
                JsonHighlighter,
                PropertiesHighlighter,
                AsciidocHighlighter {

    /**
     * Mark up code.
     *
     * @param code any text
     * @return HTML with {@code &}, {@code <} and {@code >} escaped, and {@code span} elements whose
     *     classes are those of {@link Style}; no span reaches over the end of a line
     */
    String highlight(String code);
}
