package lectern.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the threads of a process and of all below it, where the system tells. */
final class ThreadCount {
    private static final Path PROC = Path.of("/proc");

    private ThreadCount() {}

    /** Threads of a process tree, about; 0 where the system does not tell. */
    static int of(long pid) {
        int count = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
            for (Path task : tasks) {
                count++;
                for (String child : children(task)) {
                    count += of(Long.parseLong(child));
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return count;
        }
        return count;
    }

    private static String[] children(Path task) {
        try {
            String text = Files.readString(task.resolve("children"), StandardCharsets.UTF_8);
            return text.isBlank() ? new String[0] : text.strip().split("\\s+");
        } catch (IOException e) {
            return new String[0];
        }
    }
}
