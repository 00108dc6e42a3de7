package lectern.weave;

import java.util.List;
import java.util.stream.Collectors;

/** Writes arbitrary text into AsciiDoc so that it comes out as it went in. */
final class Plain {
    private Plain() {}

    /** A text for flowing prose or a table cell. */
    static String inline(String text) {
        String one = text.replace("\n", " ").replace("]", "\\]").replace("|", "\\|");
        return one.isBlank() ? "" : "pass:c[" + one + "]";
    }

    /** The lines of a verbatim block: what reads like a directive is held back by a backslash. */
    static List<String> verbatim(String text) {
        return text.stripTrailing()
                .lines()
                .map(
                        line ->
                                line.matches("\\\\*(include|ifdef|ifndef|ifeval|endif)::.*\\[.*\\]")
                                        ? "\\" + line
                                        : line)
                .collect(Collectors.toList());
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
