package lectern.markdown;

import lectern.text.Escapes;

/** Writes the few bits of HTML that a passthrough needs. */
final class Html {
    private Html() {}

    /** The class of a span whose roles stand in brackets. */
    static String roles(Inline.Styled styled) {
        boolean span = styled.style() == Inline.Style.SPAN;
        String roles = span ? styled.role().replaceAll("[\\[\\].]+", " ").strip() : "";
        return span ? " class=\"" + roles + "\"" : "";
    }

    static String image(Inline.Image image) {
        String title = image.options().title();
        return "<img src=\""
                + Escapes.attribute(image.target())
                + "\" alt=\""
                + Escapes.attribute(image.alt())
                + (title.isEmpty() ? "\">" : "\" title=\"" + Escapes.attribute(title) + "\">");
    }
}
