package lectern.serve;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lectern.build.BookLayout;

/** Watches everything that a book is made of. */
final class BookWatch implements AutoCloseable {
    private final BookLayout layout;
    private final DirectoryWatcher watcher;

    /**
     * Prepare to watch.
     *
     * @param saved hears of every file that was saved, deleted or renamed, several times perhaps
     */
    BookWatch(BookLayout layout, Runnable saved) {
        this.layout = layout;
        try {
            watcher =
                    DirectoryWatcher.builder()
                            .paths(folders(layout))
                            .listener(event -> hear(event, saved))
                            // what a file holds is compared later, and only where it matters
                            .fileHashing(false)
                            .build();
        } catch (IOException e) {
            throw new UncheckedIOException("watching " + layout.root(), e);
        }
    }

    /** Begin; files are watched when this returns. */
    void start() {
        watcher.watchAsync();
    }

    static List<Path> folders(BookLayout layout) {
        return Stream.of(
                        layout.notes(),
                        layout.root().resolve("scripts"),
                        layout.root().resolve("docs-theme"))
                .filter(Files::isDirectory)
                .filter(folder -> folder.equals(layout.notes()) || layout.conventional())
                .toList();
    }

    private void hear(DirectoryChangeEvent event, Runnable saved) {
        Path file = event.path();
        if (file == null || matters(layout, file)) {
            saved.run();
        }
    }

    /** Whether a file can be part of the book: not what was made of it, nor an editor's own. */
    static boolean matters(BookLayout layout, Path file) {
        if (file.startsWith(layout.out()) || file.startsWith(layout.cache())) {
            return false;
        }
        String name = file.getFileName().toString();
        boolean hidden =
                name.startsWith(".")
                        || file.toString().contains(file.getFileSystem().getSeparator() + ".git");
        boolean editors =
                name.endsWith("~")
                        || name.endsWith(".swp")
                        || name.endsWith(".swx")
                        || name.equals("4913");
        return !hidden && !editors;
    }

    @Override
    public void close() {
        try {
            watcher.close();
        } catch (IOException e) {
            throw new UncheckedIOException("ending the watch over " + layout.root(), e);
        }
    }
}
