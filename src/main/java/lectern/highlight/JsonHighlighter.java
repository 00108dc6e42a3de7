package lectern.highlight;

import java.util.Set;

/** Colours JSON, keys apart from other strings. */
public final class JsonHighlighter implements Highlighter {

    private static final Set<String> WORDS = Set.of("true", "false", "null");

    @Override
    public String highlight(String code) {
        var html = new SpanWriter(code);
        while (html.position() < code.length()) {
            int at = html.position();
            char c = code.charAt(at);
            int word = Scan.word(code, at, "-+.");
            if (c == '"') {
                int end = Scan.quoted(code, at);
                boolean key = code.startsWith(":", Scan.blanks(code, end));
                html.styled(end, key ? Style.KEY : Style.STRING);
            } else if (word == at) {
                html.plain(at + 1);
            } else if (c == '-' || Character.isDigit(c)) {
                html.styled(word, Style.NUMBER);
            } else if (WORDS.contains(code.substring(at, word))) {
                html.styled(word, Style.KEYWORD);
            } else {
                html.plain(word);
            }
        }
        return html.finish();
    }
}
