package lectern.markdown;

import java.util.regex.Pattern;

/** Puts each sentence on a line of its own, English and Chinese. */
final class Sentences {
    private static final Pattern SHORT =
            Pattern.compile(
                    "(?:^|.*[\\s(\\[])(?:[A-Za-z]|e\\.g|i\\.e|etc|cf|vs|al|Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Fig"
                            + "|Eq|Sec|Ch|Vol|pp?|approx|ca|[A-Z]\\.[A-Z]|\\d+)\\.",
                    Pattern.DOTALL);
    private static final Pattern MARKER =
            Pattern.compile("(?:[A-Za-z]\\.|[ivxIVX]+\\)|\\d+\\.)\\s|[A-Za-z]+::|-- ");
    private static final String CLOSING = ")\"'\u201D\u2019]*_`";
    private static final String WIDE_END = "\u3002\uFF01\uFF1F";
    private static final String WIDE_CLOSING = "\u201D\u2019\u300D\u300F\uFF09\u3011\u300B)\"'";

    private static final int MOST_CLOSING = 8;

    private Sentences() {}

    /** Break a text into lines; other ends of line become blanks. */
    static Ink onLines(Ink ink) {
        Ink out = new Ink();
        int from = 0;
        for (int i = 0; i < ink.length(); i++) {
            char c = ink.at(i);
            if (!ink.literal(i)) {
                continue;
            }
            if (c == '\n') {
                boolean stay =
                        ink.kind(i) == Ink.LITERAL
                                && (Chars.wide(ink.at(i - 1)) && Chars.wide(ink.at(i + 1))
                                        || ends(ink, i)
                                        || list(ink, i));
                ink.set(i, stay ? '\n' : ' ', stay ? Ink.MARKUP : ink.kind(i));
            } else if (c == ' ' && ink.kind(i) == Ink.LITERAL && ends(ink, i)) {
                ink.set(i, '\n', Ink.MARKUP);
            } else if (WIDE_CLOSING.indexOf(c) >= 0 || WIDE_END.indexOf(c) >= 0) {
                if (endsWide(ink, i)) {
                    out.add(ink, from, i + 1);
                    out.add("\n", Ink.MARKUP);
                    from = i + 1;
                }
            }
        }
        out.add(ink, from, ink.length());
        return out;
    }

    /** Whether a blank stands between two sentences. */
    private static boolean ends(Ink ink, int blank) {
        int last = blank - 1;
        while (last > blank - MOST_CLOSING && CLOSING.indexOf(ink.at(last)) >= 0) {
            last--;
        }
        char end = ink.at(last);
        if (end != '.' && end != '!' && end != '?' && WIDE_END.indexOf(end) < 0) {
            return false;
        }
        if (!opensLine(ink, blank + 1)
                // a line end between these is no blank
                || ink.at(blank) == ' '
                        && Chars.wide(ink.at(blank - 1))
                        && Chars.wide(ink.at(blank + 1))) {
            return false;
        }
        String before = ink.toString(Math.max(0, last - 24), last + 1);
        return end != '.' || !SHORT.matcher(before).matches();
    }

    /** Whether the author broke the line between things rather than within a sentence. */
    private static boolean list(Ink ink, int end) {
        int start = end;
        while (start > 0 && end - start < 40 && ink.at(start - 1) != '\n') {
            start--;
        }
        boolean link = ink.kind(end + 1) == Ink.MARKUP && Character.isLetter(ink.at(end + 1));
        return (link || end - start < 40) && opensLine(ink, end + 1);
    }

    private static boolean endsWide(Ink ink, int i) {
        if (ink.kind(i) != Ink.LITERAL) {
            return false;
        }
        int last = i;
        while (last > i - MOST_CLOSING && WIDE_CLOSING.indexOf(ink.at(last)) >= 0) {
            last--;
        }
        char next = ink.at(i + 1);
        return WIDE_END.indexOf(ink.at(last)) >= 0
                && WIDE_CLOSING.indexOf(next) < 0
                && WIDE_END.indexOf(next) < 0
                && Chars.wide(ink.at(i)) // before another character the line end would be a blank
                && Chars.wide(next)
                && Character.isLetter(next);
    }

    /** Whether what follows may stand at the start of a line. */
    private static boolean opensLine(Ink ink, int start) {
        char c = ink.at(start);
        boolean begins =
                Character.isUpperCase(c)
                        || Character.isDigit(c)
                        || Chars.wide(c) && Character.isLetter(c)
                        || "*_`".indexOf(c) >= 0 && ink.kind(start) == Ink.MARKUP
                        || ink.kind(start) == Ink.MARKUP && Character.isLetter(c);
        return begins
                && !MARKER.matcher(ink.toString(start, Math.min(ink.length(), start + 24)))
                        .lookingAt();
    }
}
