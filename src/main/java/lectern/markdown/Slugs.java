package lectern.markdown;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names that headings get from their words, as code hosts make them. */
final class Slugs {
    private Slugs() {}

    /** Letters, digits, lines and joined words in lower case. */
    static String of(String heading) {
        StringBuilder slug = new StringBuilder();
        for (char c : heading.strip().toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == ' ' || c == '-') {
                slug.append('-');
            } else if (Chars.word(c)) {
                slug.append(c);
            }
        }
        return slug.toString();
    }

    /** A fragment as it was meant before it was made fit for an address. */
    static String decode(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }
}
