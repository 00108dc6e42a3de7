package lectern.note;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Derives section ids from titles as Asciidoctor does, for titles without an explicit id. */
final class SectionIds {
    // Asciidoctor: tags, entities and everything but word characters, blanks, hyphens and dots go.
    private static final Pattern INVALID =
            Pattern.compile(
                    "&(?:[a-z][a-z]+\\d{0,2}|#\\d{2,6}|#x[\\da-f]{2,5});|[^ \\w\\-.]+?",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern FORMATTING = Pattern.compile("[`*#]|\\[[^\\[\\]]*\\](?=#)");

    // the engine writes dashes and signs as entities and emphasis as tags, both of which it then
    // drops
    private static final Pattern SIGN = Pattern.compile(" -- |(?<=\\w)--(?=\\w)|\\((?:C|R|TM)\\)");
    private static final Pattern EMPHASIS =
            Pattern.compile(
                    "(?<![\\w_])_([^\\s_](?:[^_]*[^\\s_])?)_(?![\\w_])",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private final Set<String> taken = new HashSet<>();

    /** Note an explicit id, so that a derived one steps aside. */
    void take(String id) {
        taken.add(id);
    }

    /** Derive the id of a title. */
    String derive(String title, String prefix, String separator) {
        String text = EMPHASIS.matcher(FORMATTING.matcher(title).replaceAll("")).replaceAll("$1");
        String plain = SIGN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        String id = prefix + INVALID.matcher(plain).replaceAll("");
        if (separator.isEmpty()) {
            id = id.replace(" ", "");
        } else {
            id =
                    id.replaceAll("[ .\\-]+", separator)
                            .replaceAll(Pattern.quote(separator) + "+", separator);
            id = id.endsWith(separator) ? id.substring(0, id.length() - separator.length()) : id;
            if (prefix.isEmpty() && id.startsWith(separator)) {
                id = id.substring(separator.length());
            }
        }
        String unique = id;
        for (int n = 2; !taken.add(unique); n++) {
            unique = id + separator + n;
        }
        return unique;
    }
}
