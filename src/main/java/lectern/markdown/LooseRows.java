package lectern.markdown;

import java.util.regex.Pattern;

/**
 * Marks the rows of a table that have no bar. On GitHub a table goes on to the next blank line or
 * block; flexmark ends it at the first line without a bar.
 */
final class LooseRows {
    private static final Pattern SEPARATOR =
            Pattern.compile(
                    " {0,3}\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)*+\\|?[ \\t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(?:`{3,}|~{3,}).*");
    private static final Pattern OTHER_BLOCK =
            Pattern.compile(
                    "\\s*|(?:    | {0,3}\\t).*| {0,3}(?:#{1,6}(?:[ \\t].*)?|>.*|<.*|`{3,}.*|~{3,}.*"
                            + "|(?:[-+*]|\\d{1,9}[.)])(?:[ \\t].*)?|[-*_](?:[ \\t]*[-*_]){2,}[ \\t]*"
                            + "|\\[\\^.*|:[ \\t].*)");

    private LooseRows() {}

    /** The same lines, a bar before rows that have none. */
    static String marked(String text) {
        if (!text.contains("-|")
                && !text.contains("|-")
                && !text.contains("|:")
                && !text.contains("| -")
                && !text.contains("| :")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 64);
        String fence = null;
        String before = "";
        boolean table = false;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            String line = text.substring(start, end).stripTrailing();
            boolean bar = line.indexOf('|') >= 0;
            if (fence != null) {
                fence = line.strip().startsWith(fence) ? null : fence;
            } else if (FENCE.matcher(line).matches()) {
                fence = line.strip().substring(0, 3);
                table = false;
            } else if (table) {
                table = bar || !OTHER_BLOCK.matcher(line).matches();
                out.append(table && !bar ? "| " : "");
            } else {
                table = bar && before.indexOf('|') >= 0 && SEPARATOR.matcher(line).matches();
            }
            out.append(text, start, end);
            before = line;
            start = end;
        }
        return out.toString();
    }
}
