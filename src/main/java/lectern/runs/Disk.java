package lectern.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The three steps by which a record reaches the disk; each can fail, or be the last. */
interface Disk {
    /** The disk itself. */
    Disk REAL =
            new Disk() {
                @Override
                public void write(Path file, byte[] content) throws IOException {
                    Files.write(file, content);
                }

                @Override
                public void move(Path from, Path to) throws IOException {
                    Files.move(
                            from,
                            to,
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                }

                @Override
                public void delete(Path file) throws IOException {
                    Files.deleteIfExists(file);
                }
            };

    /** Write a new file. */
    void write(Path file, byte[] content) throws IOException;

    /** Move a file over another, all at once. */
    void move(Path from, Path to) throws IOException;

    /** Delete a file that may be there. */
    void delete(Path file) throws IOException;
}
