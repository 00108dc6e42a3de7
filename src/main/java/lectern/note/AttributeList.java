package lectern.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes between the brackets of a block or a macro.
 *
 * @param positional unnamed values in order
 * @param named values by name, in order
 */
record AttributeList(List<String> positional, Map<String, String> named) {

    /** Parse {@code a,b="c, d",e=f}; never refuses, as AsciiDoc does not either. */
    static AttributeList parse(String text) {
        List<String> positional = new ArrayList<>();
        Map<String, String> named = new LinkedHashMap<>();
        int at = 0;
        while (at <= text.length()) {
            int end = itemEnd(text, at);
            String item = text.substring(at, end).strip();
            int equals = nameEnd(item);
            if (equals > 0) {
                named.put(item.substring(0, equals).strip(), unquote(item.substring(equals + 1)));
            } else if (!item.isEmpty() || end < text.length()) {
                positional.add(unquote(item));
            }
            at = end + 1;
        }
        return new AttributeList(positional, named);
    }

    /** The end of the item that starts at a place: the next comma outside quotes. */
    private static int itemEnd(String text, int start) {
        char quote = 0;
        boolean valueStart = true;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == ',') {
                return i;
            } else if ((c == '"' || c == '\'') && valueStart) {
                quote = c;
            }
            valueStart = c == '=' || (valueStart && Character.isWhitespace(c));
        }
        return text.length();
    }

    /** Index of the equals sign after a name, or -1 when the item is no name and value. */
    private static int nameEnd(String item) {
        for (int i = 0; i < item.length(); i++) {
            char c = item.charAt(i);
            if (c == '=') {
                return i;
            }
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.' && c != ' ') {
                return -1;
            }
        }
        return -1;
    }

    private static String unquote(String value) {
        String text = value.strip();
        if (text.length() >= 2
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0)) {
            String quote = text.substring(0, 1);
            return text.substring(1, text.length() - 1).replace("\\" + quote, quote);
        }
        return text;
    }
}
