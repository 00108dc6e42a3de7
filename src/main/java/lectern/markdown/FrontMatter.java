package lectern.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before a note between lines of dashes.
 *
 * @param title empty when there is none
 * @param attributes lines of the AsciiDoc header
 * @param lines how many lines of the source it takes
 */
record FrontMatter(String title, List<String> attributes, int lines) {
    private static final Pattern WHOLE =
            Pattern.compile(
                    "\\A---[ \\t]*\\n((?:(?!(?:---|\\.\\.\\.)[ \\t]*\\n).*\\n)*)(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)");
    private static final Pattern ENTRY =
            Pattern.compile("([A-Za-z_][\\w -]*):(?:[ \\t]+(.*)|[ \\t]*)");
    private static final Pattern ELEMENT = Pattern.compile("[ \\t]*-[ \\t]+(.*)");
    static final FrontMatter NONE = new FrontMatter("", List.of(), 0);

    /** Read it from the start of a text. */
    static FrontMatter of(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!text.startsWith("---") || !whole.find()) {
            return NONE;
        }
        Map<String, List<String>> entries = new LinkedHashMap<>();
        String key = null;
        for (String line : whole.group(1).split("\n")) {
            Matcher entry = ENTRY.matcher(line);
            Matcher element = ELEMENT.matcher(line);
            if (entry.matches()) {
                key = name(entry.group(1));
                entries.put(key, values(entry.group(2)));
            } else if (element.matches() && key != null) {
                entries.get(key).add(bare(element.group(1)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                return NONE;
            }
        }
        if (entries.isEmpty()) {
            return NONE;
        }
        List<String> attributes = new ArrayList<>();
        entries.forEach(
                (name, values) -> {
                    if (!name.equals("title")) {
                        attributes.add(attribute(name, String.join(", ", values)));
                    }
                });
        int lines = (int) whole.group().chars().filter(c -> c == '\n').count();
        List<String> title = entries.getOrDefault("title", List.of());
        return new FrontMatter(String.join(", ", title), attributes, lines);
    }

    private static String attribute(String name, String value) {
        String known =
                switch (name) {
                    case "date" -> "revdate";
                    case "tags" -> "keywords";
                    case "lang", "author", "description" -> name;
                    default -> "page-" + name;
                };
        String safe = value.replace("{", "\\{");
        return (":" + known + ": " + (safe.endsWith("\\") ? safe + " " : safe)).stripTrailing();
    }

    private static String name(String key) {
        return key.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\w-]", "-");
    }

    private static List<String> values(String value) {
        List<String> all = new ArrayList<>();
        String text = value == null ? "" : value.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            for (String part : text.substring(1, text.length() - 1).split(",")) {
                all.add(bare(part));
            }
        } else if (!text.isEmpty()) {
            all.add(bare(text));
        }
        return all;
    }

    private static String bare(String value) {
        String text = value.strip();
        boolean quoted =
                text.length() > 1
                        && (text.startsWith("\"") && text.endsWith("\"")
                                || text.startsWith("'") && text.endsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
