package lectern.convert;

import java.util.List;
import java.util.Map;
import lectern.highlight.Highlighters;
import lectern.highlight.MarkedLines;
import lectern.text.Escapes;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.LocationType;
import org.asciidoctor.syntaxhighlighter.Formatter;
import org.asciidoctor.syntaxhighlighter.HighlightResult;
import org.asciidoctor.syntaxhighlighter.Highlighter;

/** Brings our highlighters to the engine; it takes callout marks out before and back in after. */
public final class CodeHighlighter implements Highlighter, Formatter {
    /** Value of {@code source-highlighter} that selects it. */
    public static final String NAME = "lectern";

    /** Stands for the language of a listing that names none. */
    static final String NO_LANGUAGE = "text";

    private static final String LINES = "highlight_lines";

    @Override
    public boolean hasDocInfo(LocationType location) {
        return false;
    }

    @Override
    public String getDocinfo(
            LocationType location, Document document, Map<String, Object> options) {
        throw new UnsupportedOperationException("no docinfo is announced");
    }

    @Override
    public HighlightResult highlight(
            Block node, String source, String language, Map<String, Object> options) {
        String html =
                Highlighters.forLanguage(language)
                        .map(highlighter -> highlighter.highlight(source))
                        .orElseGet(() -> Escapes.html(source));
        return new HighlightResult(MarkedLines.mark(html, lines(options)));
    }

    /** The numbers that the engine reads from the block's {@code highlight} attribute. */
    private static List<Integer> lines(Map<String, Object> options) {
        return options.get(LINES) instanceof List<?> numbers
                ? numbers.stream().map(number -> ((Number) number).intValue()).toList()
                : List.of();
    }

    @Override
    public String format(Block node, String language, Map<String, Object> options) {
        String attributes =
                language.equals(NO_LANGUAGE)
                        ? ""
                        : " class=\"language-" + language + "\" data-lang=\"" + language + "\"";
        return "<pre class=\"highlight\"><code"
                + attributes
                + ">"
                + node.getContent()
                + "</code></pre>";
    }
}
