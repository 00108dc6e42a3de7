package lectern.markdown;

import java.util.List;

/** A piece of running text, on its way from Markdown to AsciiDoc. */
sealed interface Inline {

    /** Words as they are shown, nothing escaped. */
    record Text(String value) implements Inline {}

    /**
     * Text in a style that AsciiDoc has marks for.
     *
     * @param role what stands before the marks; often empty
     */
    record Styled(Style style, String role, List<Inline> content) implements Inline {
        Styled(Style style, List<Inline> content) {
            this(style, style.role, content);
        }
    }

    /** Text shown to the letter in a fixed pitch. */
    record Code(String value) implements Inline {}

    /**
     * A link to another document or to an address.
     *
     * @param target as the reader's browser should follow it; may be empty
     * @param title empty when there is none
     */
    record Link(String target, String title, List<Inline> content) implements Inline {}

    /** A reference within this document or to another note; the text may be empty. */
    record Xref(String target, List<Inline> content) implements Inline {}

    /**
     * A picture in a line.
     *
     * @param options title and size, as AsciiDoc attributes; often empty
     */
    record Image(String target, String alt, Options options) implements Inline {}

    /** A formula, in TeX. */
    record Formula(String tex) implements Inline {}

    /** A footnote; one that is shown again has no content the second time. */
    record Footnote(String id, List<Inline> content) implements Inline {}

    /** Markup of the output that AsciiDoc has no words for. */
    record Raw(String html) implements Inline {}

    /** A place that links lead to. */
    record Anchor(String id) implements Inline {}

    /** A forced end of line. */
    record Break() implements Inline {}

    /** What a picture says beside its alternative text; empty strings for what is not said. */
    record Options(String title, String width, String height, String link) {
        static final Options NONE = new Options("", "", "", "");
    }

    /** The styles of text, with AsciiDoc's mark and the HTML element that a style comes out as. */
    enum Style {
        STRONG('*', "", "strong"),
        EMPHASIS('_', "", "em"),
        DELETED('#', "[.line-through]", "del"),
        UNDERLINED('#', "[.underline]", "u"),
        MARKED('#', "", "mark"),
        SPAN('#', "", "span"),
        SUPERSCRIPT('^', "", "sup"),
        SUBSCRIPT('~', "", "sub"),
        KEY(' ', "", "kbd");

        final char mark;
        final String role;
        final String element;

        Style(char mark, String role, String element) {
            this.mark = mark;
            this.role = role;
            this.element = element;
        }
    }
}
