package lectern.markdown;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a text out with an escape wherever AsciiDoc would read the author's words as markup, and
 * nowhere else.
 */
final class Escaper {
    private static final Pattern REFERENCE =
            Pattern.compile("\\{(?:[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*|(?:set|counter2?):.+?)\\}");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:[a-zA-Z][a-zA-Z]+\\d{0,2}|#\\d{2,6}|#x[\\da-fA-F]{2,5});");
    private static final Set<String> MACROS =
            Set.of(
                    "pass",
                    "stem",
                    "latexmath",
                    "asciimath",
                    "kbd",
                    "btn",
                    "menu",
                    "footnote",
                    "footnoteref",
                    "image",
                    "icon",
                    "link",
                    "mailto",
                    "xref",
                    "anchor",
                    "indexterm",
                    "indexterm2",
                    "val",
                    "cite");
    private static final Set<String> SCHEMES = Set.of("http", "https", "file", "ftp", "irc");
    private static final Pattern NAME = Pattern.compile("\\\\[\\p{L}\\p{N}]+::?");
    private static final Pattern MAIL = Pattern.compile("@[\\p{L}\\p{N}][\\w.-]*\\.[a-zA-Z]{2,5}");
    private static final Pattern ANCHOR = Pattern.compile("\\[\\[[\\p{L}_:].*\\]\\]");
    private static final Pattern TERM = Pattern.compile("(?::::{0,2}|;;)(?=\\s|$)");
    private static final Pattern ARROW = Pattern.compile("->|=>|<-|<=");

    private final Ink ink;
    private final String text;
    private final String[] escapes;
    private int nextClose = -1;
    private final int lastTerm;
    private final int lastReference;
    private final int lastFormula;

    private Escaper(Ink ink) {
        this.ink = ink;
        text = ink.toString();
        lastTerm = text.lastIndexOf("))");
        lastReference = text.lastIndexOf(">>");
        lastFormula = text.lastIndexOf("$$");
        escapes = new String[text.length()];
    }

    /** Write out a text of one or more lines. */
    static String escape(Ink ink) {
        Escaper escaper = new Escaper(ink);
        new Formulas(ink, escaper.escapes).escape();
        new MarkPairs(ink, escaper.escapes).escape();
        for (int i = 0; i < ink.length(); i++) {
            if (ink.literal(i) && escaper.escapes[i] == null) {
                escaper.escapes[i] = escaper.escaped(i);
            }
        }
        return escaper.write();
    }

    private String write() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < escapes.length; i++) {
            boolean after = out.length() > 0 && out.charAt(out.length() - 1) == ';';
            if (after && text.charAt(i) == ';' && ink.literal(i)) {
                out.append("&#59;");
            } else if (escapes[i] == null) {
                out.append(text.charAt(i));
            } else {
                out.append(escapes[i]);
            }
        }
        return out.toString();
    }

    private boolean matches(Pattern pattern, int index) {
        return pattern.matcher(text).region(index, text.length()).lookingAt();
    }

    /** The escape of a character; null where it needs none. */
    private String escaped(int i) {
        char c = ink.at(i);
        char next = ink.at(i + 1);
        return switch (c) {
            case '`' -> "{backtick}";
            case '\\' -> backslash(i, next);
            case '{' -> brace(i);
            case '&' -> matches(ENTITY, i) ? "&amp;" : null;
            case '\u00A0' -> "{nbsp}";
            case '[' -> next == '[' && bounded(ANCHOR, i) || endsInRole(i) ? "&#91;" : null;
            case ']' -> ink.kind(i) == Ink.LITERAL ? null : "\\]";
            case '=' ->
                    ink.kind(i) != Ink.LITERAL && !startsArrow(i)
                            ? "&#61;"
                            : startsArrow(i) ? arrow(i) : null;
            case '-', '<' -> dashOrArrow(i, c);
            case '.' -> dots(i);
            case '(' -> parenthesis(i, next);
            case '\'' -> apostrophe(i, next);
            case '"' -> quote(i, next);
            case ':' -> colon(i);
            case ';' -> matches(TERM, i) ? "&#59;" : null;
            case '@' -> i > 0 && matches(MAIL, i) ? "&#64;" : null;
            case '$' ->
                    next == '$' && lastFormula >= i + 2 || ink.at(i - 1) == '$' ? "&#36;" : null;
            case '^' -> ink.kind(i) != Ink.LITERAL && next == ']' ? "{caret}" : null;
            default -> null;
        };
    }

    /** Whether the next bracket that closes is that of a role: AsciiDoc would begin it here. */
    private boolean endsInRole(int i) {
        if (nextClose < i) {
            int found = text.indexOf(']', i);
            nextClose = found < 0 ? text.length() : found;
        }
        return ink.kind(nextClose) == Ink.MARKUP && ink.at(nextClose + 1) == '#';
    }

    private boolean bounded(Pattern pattern, int i) {
        return pattern.matcher(text).region(i, Math.min(text.length(), i + 400)).lookingAt();
    }

    private String backslash(int i, char next) {
        boolean plain =
                (Chars.asciiLetterOrDigit(next) || Chars.space(next) || Chars.wide(next))
                        && ink.literal(i + 1)
                        && !matches(NAME, i);
        return plain ? null : "&#92;";
    }

    private String brace(int i) {
        return bounded(REFERENCE, i) ? "\\{" : null;
    }

    private boolean startsArrow(int i) {
        return matches(ARROW, i);
    }

    private String arrow(int i) {
        return ink.kind(i) == Ink.LITERAL ? "\\" + ink.at(i) : "&#" + (int) ink.at(i) + ";";
    }

    private String dashOrArrow(int i, char c) {
        if (startsArrow(i)) {
            return arrow(i);
        }
        if (c == '<') {
            return ink.at(i + 1) == '<' && lastReference >= i ? "&#60;" : null;
        }
        if (ink.at(i + 1) != '-') {
            return null;
        }
        char before = ink.at(i - 1);
        char after = ink.at(i + 2);
        boolean spaced = (before == ' ' || before == '\n') && (after == ' ' || after == '\n');
        // an underscore may itself be written as an entity, which is no word to AsciiDoc
        boolean underscore = before == '_' || after == '_';
        boolean words = Chars.surelyWord(before) && Chars.surelyWord(after) && !underscore;
        if (spaced || words) {
            return "\\-";
        }
        return Chars.word(before) && Chars.word(after) ? "&#45;" : null;
    }

    private String dots(int i) {
        if (!ink.startsWith("...", i)) {
            return null;
        }
        escapes[i + 1] = ".";
        escapes[i + 2] = ".";
        return "\\.";
    }

    private String parenthesis(int i, char next) {
        if (next == '(' && lastTerm >= i) {
            return "&#40;";
        }
        return ink.startsWith("(C)", i) || ink.startsWith("(R)", i) || ink.startsWith("(TM)", i)
                ? "\\("
                : null;
    }

    private String apostrophe(int i, char next) {
        char before = ink.at(i - 1);
        if (next == '`' && ink.kind(i + 1) == Ink.MARKUP || before == '`') {
            return "{apos}";
        }
        if (Character.isSurrogate(before) || Character.isSurrogate(next)) {
            return "{apos}";
        }
        return (Character.isLetterOrDigit(before) || Chars.mark(before))
                        && (Character.isLetter(next) || Chars.mark(next))
                ? "\\'"
                : null;
    }

    private String quote(int i, char next) {
        if (ink.kind(i) == Ink.QUOTED
                || next == '`' && ink.kind(i + 1) == Ink.MARKUP
                || ink.at(i - 1) == '`') {
            return "{quot}";
        }
        return null;
    }

    private String colon(int i) {
        if (matches(TERM, i)) {
            boolean two = ink.at(i + 1) == ':' && ink.at(i + 2) != ':' && ink.at(i - 1) != ':';
            if (two) {
                escapes[i + 1] = "";
            }
            return two ? "{two-colons}" : "&#58;";
        }
        int start = i;
        while (start > 0 && start > i - 12 && Chars.asciiLetterOrDigit(ink.at(start - 1))) {
            start--;
        }
        for (int from = start; from < i; from++) {
            String name = text.substring(from, i);
            if (SCHEMES.contains(name) && text.startsWith("://", i)
                    || MACROS.contains(name) && targets(i + 1)) {
                return "&#58;";
            }
        }
        return null;
    }

    /** Whether words without a blank follow, and then a bracket. */
    private boolean targets(int start) {
        int end = Math.min(text.length(), start + 300);
        for (int i = start; i < end && !Chars.space(text.charAt(i)); i++) {
            if (text.charAt(i) == '[') {
                return true;
            }
        }
        return false;
    }
}
