package lectern.text;

/** Writes text into HTML and XML. */
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
}
