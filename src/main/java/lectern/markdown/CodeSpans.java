package lectern.markdown;

import java.util.regex.Pattern;
import lectern.text.Escapes;

/** Sets code in a line: plain in backquotes where nothing in it means anything to AsciiDoc. */
final class CodeSpans {
    private static final Pattern PAIRS =
            Pattern.compile("^\\+|\\+$|\\+\\+|(?<! )\\+(?![\\p{L}\\p{N}_])");
    private static final Pattern ANCHOR = Pattern.compile("\\[\\[(?=[\\p{L}_:])");
    private static final String TERMS = "(?<!:)::(?!:)(?=\\s|$)|(?<!;);;(?!;)(?=\\s|$)";
    private static final Pattern TERM = Pattern.compile("(?:::|;;)\\s");

    private CodeSpans() {}

    /**
     * Write one.
     *
     * @param single whether a single mark holds between the neighbours
     * @param inText whether it stands in running text rather than in that of a link
     * @param outermost whether it stands in no styled text
     */
    static void write(Ink ink, String code, boolean single, boolean inText, boolean outermost) {
        char before = ink.last();
        boolean quoted = before == '"' || before == '\'';
        String mark = single && !quoted ? "`" : "``";
        String bare = code.strip().replaceAll(TERMS, "x");
        if (PlainCode.is(code, inText)) {
            plain(ink, mark, code, "", "", Ink.MARKUP);
        } else if (!bare.equals(code) && PlainCode.is(bare, inText)) {
            plain(ink, mark, spelled(code), "", "", Ink.MARKUP);
        } else if (code.isEmpty() || code.indexOf('\n') >= 0 || TERM.matcher(code).find()) {
            html(ink, code);
        } else if (ANCHOR.matcher(code).find()) {
            anchor(ink, mark, code);
        } else if (!PAIRS.matcher(code).find()
                && !(code.endsWith("]") && !(inText && outermost && noneOpen(ink)))
                && !code.startsWith(" ")
                && !code.endsWith(" ")
                && !code.contains("$$")
                && !code.contains("pass:")
                && !code.contains("\u00A0")) {
            plain(ink, mark, code, "+", "+", Ink.HIDDEN);
        } else if (PlainCode.is(code.replace('+', 'p'), inText)) {
            plain(ink, mark, code.replaceAll("(?<! )\\+|\\+(?! )", "{plus}"), "", "", Ink.MARKUP);
        } else if (!code.endsWith("\\") && !code.startsWith(" ") && !code.endsWith(" ")) {
            plain(ink, mark, code.replace("]", "\\]"), "pass:c[", "]", Ink.HIDDEN);
        } else {
            html(ink, code);
        }
    }

    /** Whether no bracket is open that AsciiDoc would read as the start of a role. */
    private static boolean noneOpen(Ink ink) {
        int i = ink.length() - 1;
        while (i >= 0
                && ink.at(i) != ']'
                && (ink.at(i) != '[' || Chars.surelyWord(ink.at(i - 1)))) {
            i--;
        }
        return i < 0 || ink.at(i) == ']';
    }

    private static void plain(
            Ink ink, String mark, String code, String before, String after, byte kind) {
        if (ink.endsInBrackets()) {
            ink.add("{empty}", Ink.MARKUP);
        }
        ink.add(mark + before, Ink.MARKUP);
        ink.add(code, kind);
        ink.add(after + mark, Ink.MARKUP);
    }

    /** Code with names for blanks at its ends and for what would mark a term. */
    private static String spelled(String code) {
        String text = code.replaceAll("(?<!:)::(?!:)(?=\\s|$)", "{two-colons}");
        text = text.replaceAll("(?<!;);;(?!;)(?=\\s|$)", "{two-semicolons}");
        return text.replaceAll("^ | $", "{sp}");
    }

    /** AsciiDoc looks for anchors in passthroughs too. */
    private static void anchor(Ink ink, String mark, String code) {
        if (PlainCode.is(code.replaceAll("\\[\\[|]]", "x"), true)) {
            plain(ink, mark, code.replace("[[", "&#91;["), "", "", Ink.MARKUP);
        } else {
            html(ink, code);
        }
    }

    private static void html(Ink ink, String code) {
        String text =
                Escapes.attribute(code)
                        .replace("[[", "&#91;[")
                        .replace("]", "&#93;")
                        .replace("\\", "&#92;")
                        .replace("::", ":&#58;")
                        .replace(";;", ";&#59;")
                        .replace("\n", " ");
        ink.add("pass:[", Ink.MARKUP);
        ink.add("<code>" + text + "</code>", Ink.HIDDEN);
        ink.add("]", Ink.MARKUP);
    }
}
