package lectern.render;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the writers keep what they made of each page, so that the next time only what changed is
 * made. It holds what was used the last time, no more.
 */
public final class PageCache {
    /** Keeps nothing. */
    public static final PageCache NONE = new PageCache(Optional.empty(), "", false);

    private final Optional<Path> folder;
    private final String program;
    private final boolean remembers;
    private final Map<String, PageMemo<?>> memos = new HashMap<>();

    private PageCache(Optional<Path> folder, String program, boolean remembers) {
        this.folder = folder;
        this.program = program;
        this.remembers = remembers;
    }

    /**
     * Keep pages in a folder.
     *
     * @param program that makes the pages; what another one kept is of no use
     */
    public PageCache(Path folder, String program) {
        this(Optional.of(folder), program, false);
    }

    /** Keep pages in memory, for a process that writes the same book again and again. */
    public static PageCache inMemory() {
        return new PageCache(Optional.empty(), "", true);
    }

    /** Whether it keeps anything. */
    boolean keeps() {
        return remembers || folder.isPresent();
    }

    /** The pages of one writer; what one name is given to has one form. */
    @SuppressWarnings("unchecked")
    <T extends PageMemo.Kept> PageMemo<T> open(String writer, PageMemo.Form<T> form) {
        if (!remembers) {
            return new PageMemo<>(folder.map(f -> f.resolve(writer)), program, form);
        }
        PageMemo<?> memo =
                memos.computeIfAbsent(
                        writer, name -> new PageMemo<>(Optional.empty(), program, form));
        memo.again();
        return (PageMemo<T>) memo;
    }
}
