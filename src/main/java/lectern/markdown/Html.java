package lectern.markdown;

/** Writes the few bits of HTML that a passthrough needs. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String image(Inline.Image image) {
        String title = image.options().title();
        return "<img src=\""
                + escape(image.target())
                + "\" alt=\""
                + escape(image.alt())
                + (title.isEmpty() ? "\">" : "\" title=\"" + escape(title) + "\">");
    }
}
