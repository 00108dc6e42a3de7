package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns running text into lines of AsciiDoc none of which begins a block by accident. */
final class Lines {
    private static final Pattern BEGINS_A_BLOCK =
            Pattern.compile(
                    "(?:=+|#+)[ \\t].*|\\.\\.?[^ \\t.].*|\\\\?(?:include|if(?:n?def|eval)|endif)::.*"
                            + "|[ \\t]*(?:-|\\*+|\\.+|\u2022|\\d+\\.|[a-zA-Z]\\.|[IVXivx]+\\))(?:[ \\t].*|$)"
                            + "|<(?:\\d+|\\.)>[ \\t].*|:!?[\\p{L}\\p{N}_][^:]*:(?:[ \\t].*|$)"
                            + "|\\[.*\\]|//.*|(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \\t].*"
                            + "|(?:-{2,}|={4,}|\\*{4,}|_{4,}|\\.{4,}|\\+{4,}|'{3,}|<{3,}|~{4,}|`{3,}.*"
                            + "|[|,:!]={3,}|\\*{3}|_{3}|\\+)\\s*|([-*_])( *)\\1\\2\\1"
                            + "|>.*|\".*|[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*::.*|[ \\t].*|\\[\\[.*"
                            + "|[-=~^+]+");

    private Lines() {}

    /** A text on lines of its own, one per sentence. */
    static List<String> paragraph(List<Inline> content) {
        List<String> lines = new ArrayList<>();
        for (String line :
                Escaper.escape(Sentences.onLines(InlineWriter.write(content))).split("\n")) {
            String text = line.strip();
            if (text.equals("+")) {
                lines.add("{empty} +"); // a break with nothing before it
            } else if (!text.isEmpty()) {
                lines.add(BEGINS_A_BLOCK.matcher(text).matches() ? guarded(text) : text);
            }
        }
        if (lines.isEmpty()) {
            lines.add("{empty}");
        }
        return lines;
    }

    private static String guarded(String text) {
        boolean quote = text.startsWith("\"");
        return quote ? text : "{empty}" + text;
    }

    /** A text on one line, for titles and terms. */
    static String single(List<Inline> content) {
        return oneLine(content, "pass:[<br>]");
    }

    /** The term of a description, before its mark. */
    static String term(List<Inline> content) {
        String text = single(content);
        String ended = text.endsWith(":") || text.endsWith(";") ? text + "{empty}" : text;
        return ended.isEmpty() || BEGINS_A_BLOCK.matcher(ended + " ").matches()
                ? "{empty}" + ended
                : ended;
    }

    /** A text for the cell of a table: one line, unless the author broke it. */
    static String cell(List<Inline> content) {
        return oneLine(content, " +\n");
    }

    private static String oneLine(List<Inline> content, String lineBreak) {
        Ink ink = InlineWriter.write(content);
        Ink out = new Ink();
        for (int i = 0; i < ink.length(); i++) {
            if (ink.kind(i) == Ink.MARKUP && ink.startsWith(" +\n", i)) {
                out.add(lineBreak, Ink.MARKUP);
                i += 2;
            } else if (ink.at(i) == '\n') {
                out.add(" ", ink.kind(i));
            } else {
                out.add(ink, i, i + 1);
            }
        }
        String text = Escaper.escape(out).strip();
        return text.startsWith("+\n") ? "{empty} " + text : text;
    }
}
