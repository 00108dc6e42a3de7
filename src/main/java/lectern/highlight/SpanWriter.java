package lectern.highlight;

/**
 * Writes code as HTML from front to back, so that no character can get lost or change its place.
 *
 * <p>A span that would reach over the end of a line is closed there and opened again.
 */
final class SpanWriter {

    private static final String CLOSE = "</span>";

    private final String code;
    private final StringBuilder html;
    private int position;
    private int closedAt = -1;
    private Style closed;

    SpanWriter(String code) {
        this.code = code;
        this.html = new StringBuilder(code.length() * 2);
    }

    /** Where the next character comes from, as an index into the code in UTF-16 units. */
    int position() {
        return position;
    }

    /** Write everything up to an index without a mark. */
    void plain(int end) {
        for (; position < end; position++) {
            escape(code.charAt(position));
        }
    }

    /** Write everything up to an index in one style. */
    void styled(int end, Style style) {
        while (position < end) {
            if (code.charAt(position) == '\n') {
                plain(position + 1);
                continue;
            }
            open(style);
            while (position < end && code.charAt(position) != '\n') {
                plain(position + 1);
            }
            html.append(CLOSE);
            closedAt = html.length();
            closed = style;
        }
    }

    /** Write what is left without a mark, and give the whole. */
    String finish() {
        plain(code.length());
        return html.toString();
    }

    /** Go on with the span just closed where the style is the same. */
    private void open(Style style) {
        if (closedAt == html.length() && closed == style) {
            html.setLength(closedAt - CLOSE.length());
        } else {
            html.append("<span class=\"").append(style.cssClass()).append("\">");
        }
    }

    private void escape(char c) {
        switch (c) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            default -> html.append(c);
        }
    }
}
