package lectern.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads text files forgivingly and writes files whole or not at all. */
public final class SourceFiles {
    private SourceFiles() {}

    /** Read a file as UTF-8; a byte order mark is dropped, a malformed byte becomes U+FFFD. */
    public static String read(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Read a file as lines without their ends, whatever those are. */
    public static List<String> lines(Path file) {
        return lines(read(file));
    }

    /** Split a text into lines without their ends; a final line end opens no further line. */
    public static List<String> lines(String text) {
        // by hand, without a pattern: an edit waits for all notes and scripts to be read
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            boolean two = end > start && text.charAt(end - 1) == '\r';
            lines.add(text.substring(start, two ? end - 1 : end));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /**
     * Write a file through a temporary one beside it, so that a reader sees the old content or the
     * new, and a full disk leaves the old. A file that has the content already is not touched.
     *
     * @return whether anything was written
     */
    public static boolean write(Path file, byte[] content) {
        try {
            if (Files.isRegularFile(file)
                    && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content)) {
                return false;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
            try {
                Files.write(temporary, content);
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    /** Write a text as UTF-8, whole or not at all. */
    public static boolean write(Path file, String content) {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A path relative to a root, with forward slashes on every system. */
    public static String relative(Path root, Path file) {
        Path base = root.toAbsolutePath().normalize();
        return base.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
