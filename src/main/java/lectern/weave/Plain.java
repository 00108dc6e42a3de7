package lectern.weave;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.text.Escapes;

/** Writes arbitrary text into AsciiDoc so that it comes out as it went in. */
final class Plain {
    private static final String DIRECTIVES = "(include|ifdef|ifndef|ifeval|endif)::.*\\[.*\\]\\s*";
    private static final Pattern DIRECTIVE = Pattern.compile(DIRECTIVES);
    private static final Pattern ESCAPED = Pattern.compile("\\\\" + DIRECTIVES);
    // words and single marks between them, which no markup is made of
    private static final Pattern HARMLESS =
            Pattern.compile("[\\p{L}\\p{N}]++(?:[ .,/-]?[\\p{L}\\p{N}]++)*+(?: ?%)?");

    private Plain() {}

    /** A text for flowing prose. */
    static String inline(String text) {
        String one = text.replaceAll("\\s+", " ").strip();
        if (one.isEmpty() || HARMLESS.matcher(one).matches()) {
            return one;
        }
        // a final backslash would hold back the closing bracket
        String body = one.replaceFirst("\\\\+$", "");
        String tail = "{backslash}".repeat(one.length() - body.length());
        return body.isEmpty() ? tail : "pass:c[" + body.replace("]", "\\]") + "]" + tail;
    }

    /** A text for a table cell, where a bar would start the next one. */
    static String cell(String text) {
        return inline(text).replace("|", "\\|");
    }

    /** The lines of a verbatim block: what reads like a directive is held back by a backslash. */
    static List<String> verbatim(String text) {
        return text.stripTrailing()
                .lines()
                .map(line -> DIRECTIVE.matcher(line).matches() ? "\\" + line : line)
                .collect(Collectors.toList());
    }

    /** Whether a text has an escaped directive, which no further backslash could hold back. */
    static boolean needsEntities(String text) {
        return text.lines().anyMatch(line -> ESCAPED.matcher(line).matches());
    }

    /** The lines of a block without any substitution: HTML, directives broken by an entity. */
    static List<String> withEntities(String text) {
        return text.stripTrailing()
                .lines()
                .map(Escapes::html)
                .map(
                        line ->
                                DIRECTIVE.matcher(line).matches()
                                        ? "&#" + (int) line.charAt(0) + ";" + line.substring(1)
                                        : line)
                .map(line -> ESCAPED.matcher(line).matches() ? "&#92;" + line.substring(1) : line)
                .collect(Collectors.toList());
    }

    /** A delimiter of an example block longer than any that the lines hold. */
    static String exampleFence(List<String> lines) {
        int longest =
                lines.stream()
                        .filter(line -> line.matches("={4,}\\s*"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(5);
        return "=".repeat(longest + 1);
    }

    /** A literal delimiter longer than any that the text holds. */
    static String fence(String text) {
        int longest =
                text.lines()
                        .filter(line -> line.matches("\\.{4,}\\s*"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(3);
        return ".".repeat(Math.max(4, longest + 1));
    }
}
