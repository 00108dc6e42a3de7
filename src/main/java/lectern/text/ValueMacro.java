package lectern.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The macro that stands for a value in a note: {@code val:cell[fact,digits=3]}.
 *
 * @param cell id of the cell
 * @param fact name of the fact
 * @param options the words after the fact
 */
public record ValueMacro(String cell, String fact, List<String> options) {
    /** Finds the macro; a backslash before it makes it text. */
    public static final Pattern PATTERN =
            Pattern.compile(
                    "(?<![\\w\\\\])val:([\\w-]+)\\[([^\\[\\]]*)\\]",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /** The macro that {@link #PATTERN} has found. */
    public static ValueMacro of(Matcher found) {
        List<String> words = Arrays.stream(found.group(2).split(",")).map(String::strip).toList();
        return new ValueMacro(found.group(1), words.get(0), words.subList(1, words.size()));
    }

    /** Put a text in place of every macro. */
    public static String replace(String text, Function<ValueMacro, String> printed) {
        Matcher matcher = PATTERN.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(
                    replaced, Matcher.quoteReplacement(printed.apply(of(matcher))));
        }
        return matcher.appendTail(replaced).toString();
    }
}
