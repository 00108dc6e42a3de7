package lectern.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.markdown.MarkdownImporter;

/**
 * Processor time of the import on text made to keep a parser busy, in one JVM after a warm-up: for
 * 50,000 and 100,000 pieces. Where the second is more than twice the first by far, the time is not
 * linear.
 */
final class ImportInputs {
    private static final int MANY = 100_000;
    private static final List<String> ON_ONE_LINE =
            List.of(
                    "[",
                    "![",
                    "[a](",
                    "[a](<b",
                    "[x](y) ",
                    "[[a|",
                    "*a ",
                    "**",
                    "*a_ ",
                    "_x_",
                    "~~a ",
                    "`a",
                    "<",
                    "<a ",
                    "<!-- ",
                    "<b>x",
                    "> ",
                    "- ",
                    "1. ",
                    "|",
                    "a|b",
                    "&",
                    "&amp;",
                    "\\",
                    "$",
                    "$a ",
                    "[^x]",
                    ":a:",
                    "http://a ",
                    "a@b.c ",
                    "(",
                    "{set:",
                    "<<",
                    "'",
                    "\"",
                    "+",
                    "#a",
                    "...",
                    "中文",
                    "。",
                    "word ");
    private static final List<String> LINES =
            List.of(
                    "a\n",
                    "a\n\n",
                    "# a\n\n",
                    "- a\n",
                    "> a\n\n",
                    "    a\n",
                    "|a|b|\n",
                    "```\n",
                    "<div>\n\n",
                    "[^x]: y\n\n",
                    "[x]: y\n",
                    "a\n: b\n\n");

    private ImportInputs() {}

    /** Measure, and write the table to the file that is named. */
    public static void main(String[] arguments) throws IOException {
        seconds("# a\n\nb *c* `d`\n\n- e\n\n> f\n\n| g |\n|---|\n| h |\n\n".repeat(3_000));
        StringBuilder table = new StringBuilder("[%header,cols=\"3,>1,>1\"]\n|===\n");
        table.append("|Import of 100,000 times |half, s CPU |all, s CPU\n\n");
        ON_ONE_LINE.forEach(piece -> row(table, piece, piece::repeat));
        LINES.forEach(piece -> row(table, piece + " (a tenth)", n -> piece.repeat(n / 10)));
        row(table, "backquotes in runs of all lengths", ImportInputs::ticks);
        row(table, "links, then as many definitions (a tenth)", ImportInputs::definitions);
        row(table, "lists in lists (1,000 lines, 1 MB of indents)", ImportInputs::indents);
        Files.writeString(
                Path.of(arguments[0]), table.append("|===\n").toString(), StandardCharsets.UTF_8);
    }

    private static void row(StringBuilder table, String name, IntFunction<String> text) {
        double half = seconds(text.apply(MANY / 2));
        double all = seconds(text.apply(MANY));
        String shown = name.replace("\n", "\\n").replace("|", "\\|").replace("]", "\\]");
        table.append(String.format(Locale.ROOT, "|`pass:c[%s]` |%.2f |%.2f\n", shown, half, all));
    }

    private static String ticks(int size) {
        int longest = (int) Math.sqrt(2.0 * size);
        return IntStream.rangeClosed(1, longest)
                .mapToObj(i -> "e" + "`".repeat(i))
                .collect(Collectors.joining());
    }

    private static String definitions(int size) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, size / 10).forEach(i -> text.append("[a").append(i).append("] "));
        text.append("\n\n");
        IntStream.range(0, size / 10)
                .forEach(i -> text.append("[a").append(i).append("]: x").append(i).append('\n'));
        return text.toString();
    }

    private static String indents(int size) {
        return IntStream.range(0, size / 100)
                .mapToObj(i -> "  ".repeat(i) + "- x\n")
                .collect(Collectors.joining());
    }

    private static double seconds(String markdown) {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        String text = new MarkdownImporter(false).convert(markdown).text();
        if (text.isEmpty()) {
            throw new IllegalStateException("nothing came out");
        }
        return (system.getProcessCpuTime() - before) / 1e9;
    }
}
