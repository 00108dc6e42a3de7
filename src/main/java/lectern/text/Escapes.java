package lectern.text;

import java.util.Locale;

/** Writes text into HTML, XML and JSON. */
public final class Escapes {
    private Escapes() {}

    /** Text for between tags. */
    public static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Text for between tags or double quotes. */
    public static String attribute(String text) {
        return html(text).replace("\"", "&quot;");
    }

    /**
     * Text as a JSON string with its quotes; what could end a script element or a line of a script
     * is escaped too.
     */
    public static String json(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '<', '\u2028', '\u2029' -> quoted.append(unicode(c));
                default -> quoted.append(c < ' ' ? unicode(c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    private static String unicode(char c) {
        return String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
