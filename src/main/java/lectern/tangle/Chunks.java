package lectern.tangle;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a snippet where a statement or a declaration ends: after a semicolon or a closing brace
 * outside all brackets, strings and comments.
 */
final class Chunks {
    private final String text;
    private final List<Chunk> chunks = new ArrayList<>();
    private final StringBuilder code = new StringBuilder();
    private int depth;
    private int line;
    private int first;

    private Chunks(String text) {
        this.text = text;
    }

    static List<Chunk> of(List<String> lines) {
        Chunks cutter = new Chunks(String.join("\n", lines) + "\n");
        int at = 0;
        while (at < cutter.text.length()) {
            at = cutter.step(at);
        }
        cutter.cut();
        return cutter.chunks;
    }

    /** Take in what starts at a place and return where the next begins. */
    private int step(int at) {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            return text.indexOf('\n', at);
        }
        if (text.startsWith("/*", at)) {
            return skipTo("*/", at + 2);
        }
        if (text.startsWith("\"\"\"", at)) {
            return quoted("\"\"\"", at);
        }
        if (c == '"' || c == '\'') {
            return quoted(String.valueOf(c), at);
        }
        take(c);
        return at + 1;
    }

    private void take(char c) {
        if (c == '\n') {
            line++;
        }
        if (code.length() == 0) {
            if (Character.isWhitespace(c)) {
                return;
            }
            first = line;
        }
        code.append(c);
        depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
        if (depth <= 0 && (c == ';' || c == '}')) {
            cut();
        }
    }

    private void cut() {
        depth = 0;
        if (code.length() > 0) {
            String found = code.toString().strip();
            chunks.add(
                    Chunk.of(
                            found,
                            first,
                            first + (int) found.chars().filter(c -> c == '\n').count()));
            code.setLength(0);
        }
    }

    /** Keep a quoted text as an empty one; a line's end ends all but text blocks. */
    private int quoted(String quote, int at) {
        int end = at + quote.length();
        while (end < text.length() && !text.startsWith(quote, end)) {
            if (text.charAt(end) == '\n' && quote.length() == 1) {
                break;
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        int after = Math.min(text.length(), end + quote.length());
        take('"');
        text.substring(at, Math.min(after, text.length()))
                .chars()
                .filter(c -> c == '\n')
                .forEach(c -> take('\n'));
        take('"');
        return after;
    }

    private int skipTo(String close, int from) {
        int end = text.indexOf(close, from);
        int after = end < 0 ? text.length() : end + close.length();
        text.substring(from, after).chars().filter(c -> c == '\n').forEach(c -> take('\n'));
        return after;
    }
}
