package lectern.markdown;

import java.util.regex.Pattern;
import lectern.text.Escapes;

/** Sets code in a line: plain in backquotes where nothing in it means anything to AsciiDoc. */
final class CodeSpans {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ,/]|_(?=\\p{L})|[-.:](?![-.:/]))*");
    private static final Pattern ANCHOR = Pattern.compile("\\[\\[(?=[\\p{L}_:])");
    private static final Pattern TERM = Pattern.compile("(?:::|;;)\\s");

    private CodeSpans() {}

    /**
     * Write one.
     *
     * @param single whether a single mark holds between the neighbours
     */
    static void write(Ink ink, String code, boolean single) {
        char before = ink.last();
        boolean quoted = before == '"' || before == '\'';
        String mark = single && !quoted ? "`" : "``";
        if (code.isEmpty() || code.indexOf('\n') >= 0 || TERM.matcher(code).find()) {
            html(ink, code);
        } else if (PLAIN.matcher(code).matches() && !code.endsWith(" ")) {
            plain(ink, mark, code, "", "", Ink.MARKUP);
        } else if (ANCHOR.matcher(code).find()) {
            anchor(ink, mark, code);
        } else if (code.indexOf('+') < 0
                && !code.startsWith(" ")
                && !code.endsWith(" ")
                && !code.contains("$$")
                && !code.contains("pass:")
                && !code.contains("\u00A0")) {
            plain(ink, mark, code, "+", "+", Ink.HIDDEN);
        } else if (!code.endsWith("\\") && !code.startsWith(" ") && !code.endsWith(" ")) {
            plain(ink, mark, code.replace("]", "\\]"), "pass:c[", "]", Ink.HIDDEN);
        } else {
            html(ink, code);
        }
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

    /** AsciiDoc looks for anchors in passthroughs too. */
    private static void anchor(Ink ink, String mark, String code) {
        String words = code.replaceAll("[\\[\\]()]", "");
        if (PLAIN.matcher("a" + words).matches() && !code.contains("((") && !code.endsWith(" ")) {
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
