package lectern.build;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was counted while a book was built; the same book gives the same report.
 *
 * @param title of the book
 * @param counts by what was counted, in the order of the report
 */
public record BuildReport(String title, Map<String, Long> counts) {

    /** The report as JSON, two blanks of indent. */
    public String json() {
        String rows =
                counts.entrySet().stream()
                        .map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue())
                        .collect(Collectors.joining(",\n"));
        String quoted = title.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\n  \"title\": \"" + quoted + "\",\n" + rows + "\n}\n";
    }

    /** One line for a person. */
    public String summary() {
        return counts.entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith("Bytes"))
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + words(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String words(String key, long count) {
        String words =
                key.replaceAll("(?=[A-Z])", " ")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("pdf", "PDF")
                        .replace("epub", "EPUB");
        return count == 1 && words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
    }
}
