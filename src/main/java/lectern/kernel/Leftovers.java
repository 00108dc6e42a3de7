package lectern.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Deletes the folders of kernels whose process is no more, as after a kill. */
final class Leftovers {
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-\\d+");

    private Leftovers() {}

    /** Delete what dead processes left in a folder. */
    static void delete(Path work) {
        if (!Files.isDirectory(work)) {
            return;
        }
        for (Path folder : folders(work)) {
            Matcher matcher = NAME.matcher(folder.getFileName().toString());
            if (matcher.matches() && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty()) {
                RunFolder.deleteTree(folder);
            }
        }
    }

    private static List<Path> folders(Path work) {
        try (Stream<Path> folders = Files.list(work)) {
            return folders.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + work, e);
        }
    }
}
