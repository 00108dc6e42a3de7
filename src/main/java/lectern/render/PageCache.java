package lectern.render;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the writers keep what they made of each page, so that the next build makes only what
 * changed. It holds what the last build used, no more.
 *
 * @param folder nothing where nothing is to be kept
 * @param program that makes the pages; what another one kept is of no use
 */
public record PageCache(Optional<Path> folder, String program) {
    /** Keeps nothing. */
    public static final PageCache NONE = new PageCache(Optional.empty(), "");

    /** Keep pages in a folder. */
    public PageCache(Path folder, String program) {
        this(Optional.of(folder), program);
    }

    /** The pages of one writer. */
    <T extends PageMemo.Kept> PageMemo<T> open(String writer, PageMemo.Form<T> form) {
        return new PageMemo<>(folder.map(f -> f.resolve(writer)), program, form);
    }
}
