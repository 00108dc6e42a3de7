package lectern.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tagged regions of a source file, {@code // tag::name[]} to {@code // end::name[]}.
 *
 * @param regions name to the line of its opening mark, counting from 1, in order
 * @param unclosed names that are opened and never closed, to the line that opens them
 */
public record Tags(Map<String, Integer> regions, Map<String, Integer> unclosed) {

    // AsciiDoc: a tag directive is preceded by a non-word character and followed by space or end.
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?<!\\w)(tag|end)::([^\\s\\[]{1,200})\\[\\](?=$|[\\s*-])");

    /** Find the tags of a file. */
    public static Tags of(List<String> lines) {
        Map<String, Integer> regions = new LinkedHashMap<>();
        Map<String, Integer> open = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = DIRECTIVE.matcher(lines.get(i));
            if (!matcher.find()) {
                continue;
            }
            if (matcher.group(1).equals("tag")) {
                regions.putIfAbsent(matcher.group(2), i + 1);
                open.put(matcher.group(2), i + 1);
            } else {
                open.remove(matcher.group(2));
            }
        }
        return new Tags(regions, open);
    }
}
