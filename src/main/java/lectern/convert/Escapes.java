package lectern.convert;

/** Writes text into HTML. */
final class Escapes {
    private Escapes() {}

    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
