package lectern.render;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hands out file names for pages: made from the id alone where it is free, so that a page keeps its
 * address when others come and go.
 *
 * <p>Only ASCII letters, digits and hyphens: other characters become their code point in hex, since
 * a file name must live on any file system and in any locale.
 */
final class Slugs {
    private static final List<String> RESERVED =
            List.of(
                    "index",
                    "search",
                    "assets",
                    "images",
                    "book",
                    "contents",
                    "lists",
                    "404",
                    "con",
                    "nul");
    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>(RESERVED);

    String slug(String id) {
        String plain = plain(id);
        String slug = plain;
        for (int n = 2; !taken.add(slug); n++) {
            slug = plain + "-" + n;
        }
        return slug;
    }

    /** The name of an id alone. */
    static String plain(String id) {
        StringBuilder slug = new StringBuilder();
        String lower = id.toLowerCase(Locale.ROOT);
        lower.codePoints().forEach(c -> append(slug, c));
        String plain = slug.toString().replaceAll("-+", "-").replaceAll("^-|-$", "");
        plain = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-$", "");
        return plain.isEmpty() ? "page" : plain;
    }

    private static void append(StringBuilder slug, int c) {
        if (c < 128) {
            boolean kept = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            slug.append(kept ? (char) c : '-');
        } else {
            slug.append('-').append(Integer.toHexString(c)).append('-');
        }
    }
}
