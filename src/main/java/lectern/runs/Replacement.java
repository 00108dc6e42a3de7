package lectern.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Replaces the files of a record: all new content is written beside the old before any of it takes
 * its place, so that a full disk leaves the old record whole, and the last file, which vouches for
 * the others, takes its place last. A file that has its content already is not touched.
 */
final class Replacement {
    private final Disk disk;
    private final Map<Path, Path> moves = new LinkedHashMap<>();

    Replacement(Disk disk) {
        this.disk = disk;
    }

    /**
     * Put files in place and delete those that an older record had beyond them.
     *
     * @throws UncheckedIOException when the disk would not; the record is then the old one, the new
     *     one, or one that its digests tell to be neither
     */
    void replace(Map<Path, byte[]> files, Collection<Path> beyond) {
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                prepare(file.getKey(), file.getValue());
            }
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                disk.move(move.getKey(), move.getValue());
            }
            for (Path file : beyond) {
                disk.delete(file);
            }
        } catch (IOException e) {
            clean();
            throw new UncheckedIOException("recording a run", e);
        }
    }

    private void prepare(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        moves.put(temporary, file);
        disk.write(temporary, content);
    }

    private void clean() {
        for (Path temporary : moves.keySet()) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                // a check of the book will tell of it
            }
        }
    }
}
