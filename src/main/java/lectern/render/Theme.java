package lectern.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of the theme: from the book's own {@code docs-theme} folder, else those that came with
 * the program. A book may override single files.
 */
public final class Theme {
    private final Optional<Path> directory;

    private Theme(Optional<Path> directory) {
        this.directory = directory;
    }

    /** Take {@code docs-theme} below {@code bookRoot} where it exists. */
    public static Theme of(Path bookRoot) {
        Path directory = bookRoot.resolve("docs-theme").toAbsolutePath().normalize();
        return new Theme(Files.isDirectory(directory) ? Optional.of(directory) : Optional.empty());
    }

    /** Take only the files that came with the program. */
    public static Theme builtIn() {
        return new Theme(Optional.empty());
    }

    /** Where a file of the book's own is, relative to the theme; nothing when it has none. */
    Optional<Path> file(String path) {
        return directory.map(folder -> folder.resolve(path)).filter(Files::isRegularFile);
    }

    /**
     * Read one file.
     *
     * @param path relative to the theme, such as {@code html/site.css}
     * @return its bytes, or nothing when there is no such file
     */
    public Optional<byte[]> find(String path) {
        try {
            if (directory.isPresent()) {
                Path file = directory.get().resolve(path).normalize();
                if (file.startsWith(directory.get()) && Files.isRegularFile(file)) {
                    return Optional.of(Files.readAllBytes(file));
                }
            }
            if (path.contains("..")) {
                return Optional.empty();
            }
            try (InputStream in = Theme.class.getResourceAsStream("/docs-theme/" + path)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the theme's " + path, e);
        }
    }

    /**
     * Read one file that must be there.
     *
     * @throws IllegalStateException when neither the book nor the program has it
     */
    public byte[] bytes(String path) {
        return find(path)
                .orElseThrow(() -> new IllegalStateException("theme has no '" + path + "'"));
    }

    /** Read one text file that must be there, as UTF-8. */
    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
