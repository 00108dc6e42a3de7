package lectern.note;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document attributes in force at a place of the scan, and the directives that test them. */
final class DocumentAttributes {
    private static final Pattern REFERENCE = Pattern.compile("\\{([\\w-]+)\\}");

    // references to references could double a text with every entry
    private static final int LONGEST_VALUE = 1 << 16;

    private static final String CHANGEABLE = "@";

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> fixed;

    /**
     * Start with attributes that the notes cannot change, but for those whose value ends with
     * {@code @}, as the engine has it too.
     */
    DocumentAttributes(Map<String, String> given) {
        this.fixed = new HashMap<>(given);
        fixed.values().removeIf(value -> value.endsWith(CHANGEABLE));
        given.forEach((name, value) -> values.put(name, stripped(value)));
    }

    private static String stripped(String value) {
        return value.endsWith(CHANGEABLE)
                ? value.substring(0, value.length() - CHANGEABLE.length())
                : value;
    }

    /** Take in an attribute entry; {@code !name} and {@code name!} unset. */
    void define(String name, String value) {
        String bare = name.replace("!", "").toLowerCase(java.util.Locale.ROOT);
        if (fixed.containsKey(bare)) {
            return;
        }
        if (name.contains("!")) {
            values.remove(bare);
        } else {
            String resolved = resolve(value);
            values.put(bare, resolved.length() > LONGEST_VALUE ? value : resolved);
        }
    }

    /** The value of an attribute, or another text where it is not set. */
    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** Replace references by values; an unknown reference stays as it is written. */
    String resolve(String text) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        values.getOrDefault(
                                                match.group(1).toLowerCase(java.util.Locale.ROOT),
                                                match.group())));
    }

    /** Decide {@code ifdef} for one name or several joined by commas (any) or plus signs (all). */
    boolean defined(String names) {
        if (names.contains("+")) {
            return java.util.Arrays.stream(names.split("\\+")).allMatch(values::containsKey);
        }
        return java.util.Arrays.stream(names.split(",")).anyMatch(values::containsKey);
    }
}
