package lectern.markdown;

import java.util.List;
import java.util.regex.Pattern;

/** What AsciiDoc asks of the targets of links and pictures. */
final class Targets {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?|file|ftp|irc)://[^\\s\\[\\]]+");
    private static final Pattern MEANS_SOMETHING =
            Pattern.compile(
                    "--|\\.\\.\\.|__|[*^`+{}'|\\\\()$<>\"]|&[\\w#]+;|::|;;|,,|(?<!/)@|[-=]&gt;"
                            + "|(?<![\\p{L}\\p{N}])[_#]|[_#](?![\\p{L}\\p{N}_])|~.*~");

    private Targets() {}

    /** Whether a link macro can say the target at all. */
    static boolean linkable(String target) {
        return target.isEmpty()
                || !Character.isWhitespace(target.charAt(0))
                        && !(target.startsWith(":"))
                        && target.chars().noneMatch(c -> c < ' ')
                        && !target.contains("++")
                        && !(target.endsWith("+") || target.startsWith("+"));
    }

    /** Whether it is an address that AsciiDoc knows without being told. */
    static boolean address(String target) {
        return ADDRESS.matcher(target).matches();
    }

    /** Whether no character of it means anything to AsciiDoc. */
    static boolean clean(String target) {
        return !MEANS_SOMETHING.matcher(target).find();
    }

    /** Write blanks, brackets and quotes as an address has to have them. */
    static String encode(String target) {
        StringBuilder out = new StringBuilder();
        for (char c : target.toCharArray()) {
            switch (c) {
                case ' ' -> out.append("%20");
                case '\u00A0' -> out.append("%C2%A0");
                case '[' -> out.append("%5B");
                case ']' -> out.append("%5D");
                case '"' -> out.append("%22");
                case '<' -> out.append("%3C");
                case '>' -> out.append("%3E");
                case '\\' -> out.append("%5C");
                case '`' -> out.append("%60");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether the text of a link is nothing but its target. */
    static boolean plain(List<Inline> content, String target) {
        return content.size() == 1
                && content.get(0) instanceof Inline.Text text
                && text.value().equals(target);
    }
}
