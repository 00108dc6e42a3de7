package lectern.note;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what stands between an opening and a closing mark, in time linear in the text: where one
 * opening finds no end, none behind it does.
 */
final class Spans {
    private Spans() {}

    /**
     * A marked stretch of text; columns count from 0.
     *
     * @param head what matched as its opening mark
     * @param inner text between the marks
     * @param end after the closing mark
     */
    record Span(MatchResult head, String inner, int end) {
        int start() {
            return head.start();
        }

        int innerStart() {
            return head.end();
        }
    }

    /** All spans from left to right; {@code least} is the smallest length between the marks. */
    static List<Span> of(String text, Pattern open, Pattern close, int least) {
        List<Span> spans = new ArrayList<>();
        Matcher head = open.matcher(text);
        Matcher tail = close.matcher(text);
        int at = 0;
        while (head.find(at)) {
            if (head.end() + least > text.length() || !tail.find(head.end() + least)) {
                break;
            }
            String inner = text.substring(head.end(), tail.start());
            spans.add(new Span(head.toMatchResult(), inner, tail.end()));
            at = tail.end();
        }
        return spans;
    }

    /** The text with every span blanked out, columns kept. */
    static String mask(String text, List<Span> spans) {
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        for (Span span : spans) {
            for (int i = span.start(); i < span.end(); i++) {
                masked.setCharAt(i, ' ');
            }
        }
        return masked.toString();
    }
}
