package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import lectern.text.SourceFiles;

/**
 * Remembers what a build read and wrote, so that the next one can tell that nothing changed.
 *
 * <p>Like git's index it trusts size and time of a file and looks at its bytes only where those
 * differ, or where the file is so young that a change could hide within the clock's resolution.
 */
final class Stamp {
    private static final long CLOCK_RESOLUTION_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Path file;
    private final String settings;

    /**
     * Open the stamp of one way to build a book.
     *
     * @param settings one line naming everything but files that the outputs depend on
     */
    Stamp(Path file, String settings) {
        this.file = file;
        this.settings = settings;
    }

    /** What was printed at the end of the last build, if all its files are still as they were. */
    java.util.Optional<String> current() {
        if (!Files.isRegularFile(file)) {
            return java.util.Optional.empty();
        }
        List<String> lines = SourceFiles.lines(file);
        if (lines.size() < 4 || !lines.get(0).equals(settings)) {
            return java.util.Optional.empty();
        }
        boolean same;
        try {
            long written = Long.parseLong(lines.get(1));
            same = lines.stream().skip(3).allMatch(line -> unchanged(line, written));
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
        return same ? java.util.Optional.of(lines.get(2)) : java.util.Optional.empty();
    }

    private static boolean unchanged(String line, long written) {
        String[] fields = line.split(" ", 4);
        if (fields.length < 4) {
            return false;
        }
        Path path = Path.of(fields[3]);
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            long time = now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            boolean same =
                    now.size() == Long.parseLong(fields[1]) && time == Long.parseLong(fields[2]);
            return same && time < written - CLOCK_RESOLUTION_NANOS
                    || now.size() == Long.parseLong(fields[1]) && checksum(path).equals(fields[0]);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** Forget the last build, before files are touched. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + file, e);
        }
    }

    /** Remember a build that went well. */
    void write(String summary, Collection<Path> files) {
        List<String> lines = new ArrayList<>();
        lines.add(settings);
        lines.add(Long.toString(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis())));
        lines.add(summary);
        files.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .sorted()
                .forEach(path -> lines.add(entry(path)));
        SourceFiles.write(file, String.join("\n", lines) + "\n");
    }

    private static String entry(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return checksum(path)
                    + " "
                    + now.size()
                    + " "
                    + now.lastModifiedTime().to(TimeUnit.NANOSECONDS)
                    + " "
                    + path;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    // SHA-256 of the fonts and the PDF alone would take half a second without the second compiler
    private static String checksum(Path path) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(path));
        return Long.toHexString(checksum.getValue());
    }
}
