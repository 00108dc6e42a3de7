package lectern.model;

import java.util.List;

/**
 * A list of sources that a note prints: {@code bibliography::references.bib[style=apa]}.
 *
 * @param file BibTeX file, relative to the book root
 * @param text of the file
 * @param style name of a style of the Citation Style Language
 * @param sources in the order of the file
 * @param location of the macro
 */
public record Bibliography(
        String file, String text, String style, List<Source> sources, Location location) {

    /** Copy the list. */
    public Bibliography {
        sources = List.copyOf(sources);
    }
}
