package lectern.build;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import lectern.model.Book;

/**
 * Where the parts of a book lie.
 *
 * @param root folder that messages are relative to
 * @param main the main note
 * @param out folder for what is built
 * @param cache folder for what may be deleted at any time
 */
public record BookLayout(Path root, Path main, Path out, Path cache) {

    /** Make every path absolute, so that no later step depends on where it runs. */
    public BookLayout {
        root = root.toAbsolutePath().normalize();
        main = main.toAbsolutePath().normalize();
        out = out.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
    }

    /**
     * Lay out a book by convention: a main note in a folder {@code notes} has its root one above,
     * any other one beside it.
     *
     * @param target folder that takes {@code book} and {@code lectern}, by convention {@code
     *     target}
     */
    public static BookLayout of(Path main, Path target) {
        Path folder = main.toAbsolutePath().normalize().getParent();
        Path parent = folder.getParent();
        boolean notes = parent != null && folder.getFileName().toString().equals("notes");
        return new BookLayout(
                notes ? parent : folder, main, target.resolve("book"), target.resolve("lectern"));
    }

    /** Whether the book follows the convention, and so promises examples that run. */
    public boolean conventional() {
        return !root.equals(notes());
    }

    /** Folder of the main note. */
    public Path notes() {
        return main.getParent();
    }

    /** Folder of the recorded runs. */
    public Path runs() {
        return notes().resolve("runs");
    }

    /** Folder of the pictures that runs draw. */
    public Path images() {
        return notes().resolve("images");
    }

    /** File name of the book without ending, from its title: {@code ml-systems-annotated}. */
    public String slug(Book book) {
        String slug = book.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String trimmed = slug.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "book" : trimmed;
    }

    /**
     * Attributes that the toolchain sets before a scan and a conversion alike. A book by convention
     * has its pictures where runs draw theirs unless it says otherwise.
     */
    public Map<String, String> attributes() {
        String scripts = root.resolve("scripts").toString();
        return conventional()
                ? Map.of("scripts", scripts, "imagesdir", "images@")
                : Map.of("scripts", scripts);
    }
}
