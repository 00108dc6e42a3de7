package lectern.markdown;

import java.util.List;
import java.util.OptionalInt;

/** A block of a document, on its way from Markdown to AsciiDoc. */
sealed interface Block {

    /**
     * A heading.
     *
     * @param level from 1 to 6
     * @param id empty when nothing refers to it
     * @param section whether it opens a section; otherwise it stands by itself
     */
    record Heading(int level, String id, boolean section, List<Inline> content, int line)
            implements Block {}

    /** A block whose text is set to one side or in the middle, as the role says. */
    record Aligned(String role, Block block, int line) implements Block {}

    /** A paragraph. */
    record Paragraph(List<Inline> content, int line) implements Block {}

    /**
     * Text shown to the letter.
     *
     * @param style such as {@code source}, {@code stem}, {@code mermaid}; empty for a plain listing
     * @param attributes what else stands in the brackets, each starting with a comma
     * @param title empty when there is none
     */
    record Listing(
            String style, String language, String attributes, String title, String text, int line)
            implements Block {}

    /** A quotation. */
    record Quote(List<Block> content, int line) implements Block {}

    /** An admonition, its label in capitals. */
    record Admonition(String label, String title, List<Block> content, int line) implements Block {}

    /** Blocks that a reader opens by a click on the summary. */
    record Details(List<Inline> summary, boolean open, List<Block> content, int line)
            implements Block {}

    /**
     * A list.
     *
     * @param start number of the first item of a numbered list
     */
    record Items(boolean numbered, OptionalInt start, List<Item> items, int line)
            implements Block {}

    /** An item of a list, with or without a box to tick. */
    record Item(Box box, List<Block> content) {}

    /** Whether an item has a box, and what is in it. */
    enum Box {
        NONE(""),
        OPEN("[ ] "),
        DONE("[x] ");

        final String mark;

        Box(String mark) {
            this.mark = mark;
        }
    }

    /** Terms with their descriptions. */
    record Terms(List<Entry> entries, int line) implements Block {}

    /** Terms that share a description. */
    record Entry(List<List<Inline>> terms, List<Block> content) {}

    /**
     * A table.
     *
     * @param alignments one per column: {@code <}, {@code ^}, {@code >}, or a blank for none
     * @param header whether the first row is one
     */
    record Table(
            List<Character> alignments,
            boolean header,
            String title,
            List<List<List<Inline>>> rows,
            int line)
            implements Block {}

    /** A picture that stands by itself. */
    record Picture(Inline.Image image, String title, int line) implements Block {}

    /** A line across the page. */
    record Rule(int line) implements Block {}

    /** Markup of the output that AsciiDoc has no words for. */
    record Raw(String html, int line) implements Block {}

    /** A remark that readers do not see. */
    record Remark(String text, int line) implements Block {}

    /** Line of the source that the block begins at, from 1. */
    int line();
}
