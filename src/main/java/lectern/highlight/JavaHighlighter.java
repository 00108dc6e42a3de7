package lectern.highlight;

import java.util.List;

/**
 * Colours Java 17 to 25.
 *
 * <p>Needs no parser: a word's neighbours tell whether {@code record}, {@code when} or {@code var}
 * is meant as a keyword, and whether a name before a parenthesis is declared or called.
 */
public final class JavaHighlighter implements Highlighter {

    @Override
    public String highlight(String code) {
        List<JavaToken> tokens = JavaLexer.tokens(code);
        var words = new JavaWords(code, tokens.stream().filter(t -> !t.isComment()).toList());
        var html = new SpanWriter(code);
        int word = 0;
        for (JavaToken token : tokens) {
            Style style = token.isComment() ? null : words.style(word++);
            html.plain(token.start());
            switch (token.kind()) {
                case COMMENT -> html.styled(token.end(), Style.COMMENT);
                case DOCUMENTATION -> html.styled(token.end(), Style.DOCUMENTATION);
                default -> {
                    if (style != null) {
                        html.styled(token.end(), style);
                    }
                }
            }
        }
        return html.finish();
    }
}
