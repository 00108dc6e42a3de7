package lectern.render;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes ids that XML allows. Two ids stay two: every other character becomes its code point between
 * {@code _x} and {@code _}, and so does an underscore that looks like the start of one.
 */
final class EpubIds {
    private static final Pattern OTHER =
            Pattern.compile("_(?=x[0-9a-f]*_)|[^A-Za-z0-9_.-]|^(?=[^A-Za-z_])", Pattern.DOTALL);

    private EpubIds() {}

    /** An id for XML; a usual one stays as it is. */
    static String id(String id) {
        Matcher other = OTHER.matcher(id);
        StringBuilder safe = new StringBuilder();
        while (other.find()) {
            String hex =
                    other.group().isEmpty()
                            ? ""
                            : String.format(Locale.ROOT, "%x", other.group().codePointAt(0));
            other.appendReplacement(safe, "_x" + hex + "_");
        }
        return other.appendTail(safe).toString();
    }

    /** An address inside the book, its fragment made an id for XML. */
    static String address(String href) {
        int hash = href.indexOf('#');
        if (hash < 0) {
            return href;
        }
        String fragment = href.substring(hash + 1);
        try {
            fragment = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // then it is meant as it stands
        }
        return href.substring(0, hash + 1) + id(fragment);
    }
}
