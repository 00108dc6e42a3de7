package lectern.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a line of arguments, split and joined as a shell does, without its other powers. */
public final class CommandWords {
    private static final Pattern WORD =
            Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"|'([^']*)'|(\\S+)");

    private CommandWords() {}

    /** Split a line by blanks outside quotes; a quote that is not closed is part of its word. */
    public static List<String> parse(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                words.add(matcher.group(1).replaceAll("\\\\(.)", "$1"));
            } else {
                words.add(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
            }
        }
        return words;
    }

    /** A line that {@link #parse} splits into these words. */
    public static String join(List<String> words) {
        return words.stream().map(CommandWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (word.matches("[^\\s'\"]\\S*")) {
            return word;
        }
        return word.contains("'")
                ? '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : "'" + word + "'";
    }
}
