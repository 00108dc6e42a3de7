package lectern.markdown;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads running text written in HTML: words and the tags that AsciiDoc has something for. */
final class HtmlText {
    private static final Pattern TOKEN = Pattern.compile("<[^>]*>|[^<]+|<");

    private HtmlText() {}

    /** Read a text; null when it holds a tag that AsciiDoc has nothing for. */
    static List<Inline> read(String html) {
        List<Inline> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(html.strip());
        while (token.find()) {
            tokens.add(
                    token.group().startsWith("<")
                            ? new Inline.Raw(token.group())
                            : new Inline.Text(words(token.group())));
        }
        List<Inline> read = InlineHtml.resolve(tokens);
        return sayable(read) ? read : null;
    }

    /** Words as a browser shows them. */
    static String words(String html) {
        return Escaping.unescapeHtml(html.replaceAll("[ \\t\\n\\r\\f]+", " "));
    }

    private static boolean sayable(List<Inline> content) {
        for (Inline inline : content) {
            boolean good =
                    inline instanceof Inline.Styled styled
                            ? sayable(styled.content())
                            : inline instanceof Inline.Link link
                                    ? sayable(link.content())
                                    : !(inline instanceof Inline.Raw);
            if (!good) {
                return false;
            }
        }
        return true;
    }
}
