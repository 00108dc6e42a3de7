package lectern.markdown;

import java.util.List;

/**
 * What became of a Markdown file.
 *
 * @param text the note, in AsciiDoc
 * @param losses what could not be carried over, in the order of the source
 */
public record ImportedNote(String text, List<Loss> losses) {}
