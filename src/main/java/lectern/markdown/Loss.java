package lectern.markdown;

/**
 * Something that could not be carried over.
 *
 * @param line where it stands in the Markdown, from 1
 * @param what the thing, as the author knows it
 * @param why what AsciiDoc lacks
 */
public record Loss(int line, String what, String why) {}
