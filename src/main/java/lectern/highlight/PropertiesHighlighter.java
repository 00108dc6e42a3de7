package lectern.highlight;

/** Colours files of keys and values: properties, and YAML as far as lines go. */
public final class PropertiesHighlighter implements Highlighter {

    @Override
    public String highlight(String code) {
        var html = new SpanWriter(code);
        while (html.position() < code.length()) {
            int end = Scan.line(code, html.position());
            line(code, html, end);
            html.plain(Math.min(end + 1, code.length()));
        }
        return html.finish();
    }

    private static void line(String code, SpanWriter html, int end) {
        int at = Scan.indent(code, html.position());
        if (code.startsWith("- ", at)) {
            at = Scan.indent(code, at + 2);
        }
        html.plain(at);
        if (code.startsWith("#", at) || code.startsWith("!", at)) {
            html.styled(end, Style.COMMENT);
            return;
        }
        int key = Scan.word(code, at, "-./$\"'");
        int sign = Scan.indent(code, key);
        if (key > at && sign < end && isSeparator(code, sign)) {
            html.styled(key, Style.KEY);
            html.plain(Scan.indent(code, sign + 1));
        }
        value(code, html, end);
    }

    /** YAML: a colon separates only where a blank follows it. */
    private static boolean isSeparator(String code, int at) {
        boolean blank = at + 1 == code.length() || Character.isWhitespace(code.charAt(at + 1));
        return code.charAt(at) == '=' || code.charAt(at) == ':' && blank;
    }

    private static void value(String code, SpanWriter html, int end) {
        int at = html.position();
        if (at < end && (code.charAt(at) == '"' || code.charAt(at) == '\'')) {
            html.styled(Scan.quoted(code, at), Style.STRING);
        } else if (at < end && Scan.word(code, at, "-.") == end && isNumber(code.charAt(at))) {
            html.styled(end, Style.NUMBER);
        }
    }

    private static boolean isNumber(char first) {
        return first == '-' || first >= '0' && first <= '9';
    }
}
