package lectern.highlight;

/** Colours XML and HTML. */
public final class MarkupHighlighter implements Highlighter {

    @Override
    public String highlight(String code) {
        var html = new SpanWriter(code);
        while (html.position() < code.length()) {
            int at = html.position();
            if (code.startsWith("<!--", at)) {
                html.styled(Scan.through(code, at, "-->"), Style.COMMENT);
            } else if (code.startsWith("<![CDATA[", at)) {
                html.styled(Scan.through(code, at, "]]>"), Style.STRING);
            } else if (code.startsWith("<?", at) || code.startsWith("<!", at)) {
                html.styled(Scan.through(code, at, ">"), Style.ANNOTATION);
            } else if (code.charAt(at) == '<') {
                tag(code, html);
            } else if (code.charAt(at) == '&') {
                entity(code, html);
            } else {
                html.plain(at + 1);
            }
        }
        return html.finish();
    }

    private static void tag(String code, SpanWriter html) {
        int name = html.position() + (code.startsWith("/", html.position() + 1) ? 2 : 1);
        int end = Scan.word(code, name, "-.:");
        html.plain(Math.min(name, code.length()));
        if (end == name) {
            return;
        }
        html.styled(end, Style.TAG);
        while (html.position() < code.length() && code.charAt(html.position()) != '>') {
            int at = html.position();
            char c = code.charAt(at);
            int word = Scan.word(code, at, "-.:@");
            if (c == '"' || c == '\'') {
                html.styled(Scan.through(code, at + 1, String.valueOf(c)), Style.STRING);
            } else if (word > at) {
                html.styled(word, Style.KEY);
            } else {
                html.plain(at + 1);
            }
        }
    }

    private static void entity(String code, SpanWriter html) {
        int end = Scan.word(code, html.position() + 1, "#");
        if (code.startsWith(";", end)) {
            html.styled(end + 1, Style.CONSTANT);
        } else {
            html.plain(end);
        }
    }
}
