package lectern.render;

import java.nio.file.Path;
import java.util.Map;
import lectern.model.Digest;

/**
 * A book as Asciidoctor's html5 backend left it: standalone, doctype book, without style sheet.
 *
 * <p>Inline formulas stand between U+E000 and U+E001, display formulas between U+E002 and U+E003.
 *
 * @param html the whole document
 * @param cells cards of the cells by id
 * @param base directory that image paths in the document are relative to
 * @param drawn directory of pictures that the build drew and the notes do not have; a path that
 *     ends in {@link #DRAWN} and a file name means one of them
 * @param sources where its pages come from
 * @param digests of all that the HTML and the pictures of a chapter hold, by the id of the chapter;
 *     a chapter without one is made anew each time
 */
public record ConvertedBook(
        String html,
        Map<String, CellCard> cells,
        Path base,
        Path drawn,
        BookSources sources,
        Map<String, Digest> digests) {

    /** Folder in the path of a picture that the build drew. */
    public static final String DRAWN = "lectern-drawn/";

    /** A book of which only the text is known. */
    public ConvertedBook(String html, Map<String, CellCard> cells, Path base, Path drawn) {
        this(html, cells, base, drawn, BookSources.NONE, Map.of());
    }

    /** A book whose chapters are made anew each time. */
    public ConvertedBook(
            String html, Map<String, CellCard> cells, Path base, Path drawn, BookSources sources) {
        this(html, cells, base, drawn, sources, Map.of());
    }

    /** Keep copies. */
    public ConvertedBook {
        cells = Map.copyOf(cells);
        digests = Map.copyOf(digests);
    }

    /** A part of the same book. */
    public ConvertedBook with(String part) {
        return new ConvertedBook(part, cells, base, drawn, sources, digests);
    }

    /** The same book with digests of its chapters. */
    public ConvertedBook with(Map<String, Digest> chapters) {
        return new ConvertedBook(html, cells, base, drawn, sources, chapters);
    }
}
