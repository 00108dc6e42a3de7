package lectern.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lectern.text.SourceFiles;

/**
 * The folder of a site: writes only files whose bytes change, whole or not at all, and removes what
 * nobody wrote.
 */
public final class SiteFiles {
    private final Path root;
    private final Set<Path> kept = new HashSet<>();
    private final List<Runnable> later = new ArrayList<>();
    private final boolean waits;
    private final Set<String> changed = new TreeSet<>();
    private int written;

    /** Start a new generation of the folder, which belongs to the site alone. */
    public SiteFiles(Path root) {
        this(root, false);
    }

    private SiteFiles(Path root, boolean waits) {
        this.root = root.toAbsolutePath().normalize();
        this.waits = waits;
    }

    /** Start a new generation that touches nothing in the folder before it is published. */
    public static SiteFiles waiting(Path root) {
        return new SiteFiles(root, true);
    }

    /** Do all that waited. */
    public void publish() {
        later.forEach(Runnable::run);
        later.clear();
    }

    private void now(Runnable step) {
        if (waits) {
            later.add(step);
        } else {
            step.run();
        }
    }

    /** Write a text file, encoded as UTF-8, at a path relative to the folder. */
    public void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Write a file at a path relative to the folder. */
    public void write(String path, byte[] bytes) {
        Path file = place(path);
        now(() -> put(file, bytes));
    }

    private void put(Path file, byte[] bytes) {
        try {
            if (Files.isRegularFile(file)
                    && Files.size(file) == bytes.length
                    && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return;
            }
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            written++;
            changed.add(SourceFiles.relative(root, file));
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    /** Copy a file to a path relative to the folder. */
    public void copy(Path source, String path) {
        Path file = place(path);
        now(() -> put(file, source));
    }

    private void put(Path file, Path source) {
        try {
            if (Files.isRegularFile(file) && Files.mismatch(source, file) < 0) {
                return;
            }
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            written++;
            changed.add(SourceFiles.relative(root, file));
        } catch (IOException e) {
            throw new UncheckedIOException("copying " + source + " to " + file, e);
        }
    }

    /** The text of a file of the folder, if it is there. */
    Optional<String> read(String path) {
        Path file = root.resolve(path).normalize();
        return Files.isRegularFile(file) ? Optional.of(SourceFiles.read(file)) : Optional.empty();
    }

    /**
     * Remove files of earlier generations, and folders that became empty; return how many files, 0
     * while that waits.
     */
    public int removeOthers() {
        if (waits) {
            later.add(this::remove);
            return 0;
        }
        return remove();
    }

    private int remove() {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        int removed = 0;
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> deepestFirst = walk.sorted((a, b) -> b.compareTo(a)).toList();
            for (Path path : deepestFirst) {
                if (Files.isRegularFile(path) && !kept.contains(path)) {
                    Files.delete(path);
                    removed++;
                    changed.add(SourceFiles.relative(root, path));
                } else if (Files.isDirectory(path) && !path.equals(root) && empty(path)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cleaning " + root, e);
        }
        return removed;
    }

    /** How many files changed so far. */
    public int written() {
        return written;
    }

    /** The files that were written with other bytes or removed so far, relative to the folder. */
    public Set<String> changed() {
        return Collections.unmodifiableSet(changed);
    }

    private Path place(String path) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("path '" + path + "' leaves the site");
        }
        kept.add(file);
        return file;
    }

    private static boolean empty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }
}
