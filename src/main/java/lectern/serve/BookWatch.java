package lectern.serve;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lectern.build.BookLayout;

/** Watches everything that a book is made of. */
final class BookWatch implements AutoCloseable {
    private final BookLayout layout;
    private final Runnable saved;
    private final List<DirectoryWatcher> watchers = new ArrayList<>();
    private final Set<Path> watched = new HashSet<>();

    /**
     * Prepare to watch.
     *
     * @param saved hears of every file that was saved, deleted or renamed, several times perhaps
     */
    BookWatch(BookLayout layout, Runnable saved) {
        this.layout = layout;
        this.saved = saved;
    }

    /** Begin; files are watched when this returns. */
    void start() {
        watch(folders(layout));
    }

    /**
     * Watch the folders of files that lie elsewhere as well, such as what a note includes, and
     * those of the book that are new.
     */
    synchronized void also(Collection<Path> files) {
        List<Path> more =
                Stream.concat(files.stream().map(Path::getParent), folders(layout).stream())
                        .distinct()
                        .filter(folder -> watched.stream().noneMatch(folder::startsWith))
                        // not all that lies beside the book, its outputs among it
                        .filter(folder -> !layout.out().startsWith(folder))
                        .filter(Files::isDirectory)
                        .toList();
        if (!more.isEmpty()) {
            watch(more);
        }
    }

    private synchronized void watch(List<Path> folders) {
        try {
            DirectoryWatcher watcher =
                    DirectoryWatcher.builder()
                            .paths(folders)
                            .listener(this::hear)
                            // what a file holds is compared later, and only where it matters
                            .fileHashing(false)
                            .build();
            watchers.add(watcher);
            watched.addAll(folders);
            watcher.watchAsync(
                    task -> {
                        Thread thread = new Thread(task, "watch");
                        thread.setDaemon(true);
                        thread.start();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("watching " + folders, e);
        }
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

    private void hear(DirectoryChangeEvent event) {
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
    public synchronized void close() {
        try {
            for (DirectoryWatcher watcher : watchers) {
                watcher.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ending the watch over " + layout.root(), e);
        }
    }
}
