package lectern.highlight;

/** Colours what AsciiDoc decides by the start of a line. */
public final class AsciidocHighlighter implements Highlighter {

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
        int at = html.position();
        int word = Scan.word(code, at, "-");
        if (at == end) {
            return;
        }
        switch (code.charAt(at)) {
            case '=' -> html.styled(end, isHeading(code, at) ? Style.TAG : Style.COMMENT);
            case '/' -> {
                if (code.startsWith("//", at)) {
                    html.styled(end, Style.COMMENT);
                }
            }
            case '[' -> {
                if (code.charAt(end - 1) == ']') {
                    html.styled(end, Style.ANNOTATION);
                }
            }
            case ':' -> attribute(code, html, end);
            case '.' -> {
                if (end - at > 1 && " .".indexOf(code.charAt(at + 1)) < 0) {
                    html.styled(end, Style.FUNCTION);
                }
            }
            case '-', '_', '*', '+', '|' -> {
                if (isDelimiter(code, at, end)) {
                    html.styled(end, Style.COMMENT);
                }
            }
            default -> {
                if (word > at && code.startsWith("::", word)) {
                    html.styled(Math.min(end, word + 2), Style.KEYWORD);
                }
            }
        }
    }

    private static boolean isHeading(String code, int at) {
        int end = at;
        while (end < code.length() && code.charAt(end) == '=') {
            end++;
        }
        return code.startsWith(" ", end);
    }

    private static void attribute(String code, SpanWriter html, int end) {
        int name = Scan.word(code, html.position() + 1, "-!");
        if (name < end && code.charAt(name) == ':') {
            html.styled(name + 1, Style.KEY);
        }
    }

    /** A block's fence: one sign four times or more, or the {@code |===} of a table. */
    private static boolean isDelimiter(String code, int at, int end) {
        int same = at + 1;
        char sign = same < end ? code.charAt(same) : ' ';
        while (same < end && code.charAt(same) == sign) {
            same++;
        }
        boolean table = code.charAt(at) == '|' && sign == '=';
        return same == end && end - at >= 4 && (table || sign == code.charAt(at));
    }
}
