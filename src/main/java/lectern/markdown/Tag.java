package lectern.markdown;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tag of HTML. */
record Tag(String name, boolean closing, Map<String, String> attributes) {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)(\\s[^>]*|/)?>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "([A-Za-z_:][\\w:.-]*)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'=<>`][^\\s\"'<>`]*)))?");

    /** Read one; null when the text is something else. */
    static Tag of(String html) {
        Matcher tag = TAG.matcher(html.strip());
        if (!tag.matches()) {
            return null;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(tag.group(3) == null ? "" : tag.group(3));
        while (attribute.find()) {
            String value = "";
            for (int group = 2; group <= 4; group++) {
                value = attribute.group(group) == null ? value : attribute.group(group);
            }
            attributes.put(
                    attribute.group(1).toLowerCase(Locale.ROOT), Escaping.unescapeHtml(value));
        }
        return new Tag(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty(), attributes);
    }
}
