package lectern.build;

import java.util.Map;
import java.util.stream.Collectors;
import lectern.render.Inventory;

/**
 * What was counted while a book was built; the same book gives the same report.
 *
 * @param title of the book
 * @param counts by what was counted, in the order of the report
 * @param formats what each format holds, from what was written to it
 */
public record BuildReport(
        String title, Map<String, Long> counts, Map<OutputFormat, Inventory> formats) {

    /** The report as JSON, two blanks of indent. */
    public String json() {
        String rows =
                counts.entrySet().stream()
                        .map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue())
                        .collect(Collectors.joining(",\n"));
        String held =
                formats.entrySet().stream()
                        .map(e -> ",\n  \"" + e.getKey() + "\": {" + held(e.getValue()) + "}")
                        .collect(Collectors.joining());
        String quoted = title.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\n  \"title\": \"" + quoted + "\",\n" + rows + held + "\n}\n";
    }

    private static String held(Inventory inventory) {
        return inventory.counts().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(", "));
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
