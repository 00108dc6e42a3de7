package lectern.markdown;

import lectern.text.Escapes;

/** Writes the few bits of HTML that a passthrough needs. */
final class Html {
    private Html() {}

    static String image(Inline.Image image) {
        String title = image.options().title();
        return "<img src=\""
                + Escapes.attribute(image.target())
                + "\" alt=\""
                + Escapes.attribute(image.alt())
                + (title.isEmpty() ? "\">" : "\" title=\"" + Escapes.attribute(title) + "\">");
    }
}
