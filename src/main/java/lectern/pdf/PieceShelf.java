package lectern.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import lectern.model.Digest;

/**
 * Pieces kept on disk: a folder of files, each named by the digest of what its piece was made from.
 * A file that is cut short, changed or of another kind is as if it were not there.
 */
public final class PieceShelf {
    /** To be raised when the same input gives another piece or a piece is written differently. */
    public static final int VERSION = 1;

    private static final byte[] MAGIC =
            ("lectern piece " + VERSION + "\n").getBytes(StandardCharsets.US_ASCII);
    private static final String ENDING = ".piece";
    private static final int FEWEST = 64;

    private final Path folder;
    private final Set<String> used = new TreeSet<>();

    /** Keep pieces in a folder, which is made when it is needed. */
    public PieceShelf(Path folder) {
        this.folder = folder;
    }

    /** The piece that was kept under a digest. */
    public Optional<Piece> find(Digest digest) {
        used.add(digest.hex());
        try {
            return read(digest, Files.readAllBytes(file(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a piece of the PDF", e);
        }
    }

    private static Optional<Piece> read(Digest digest, byte[] bytes) {
        byte[] head = head(digest);
        int start = head.length + Long.BYTES;
        if (bytes.length < start
                || !ByteBuffer.wrap(bytes, 0, head.length).equals(ByteBuffer.wrap(head))) {
            return Optional.empty();
        }
        int length = bytes.length - start;
        if (ByteBuffer.wrap(bytes).getLong(head.length) != sum(bytes, start, length)) {
            return Optional.empty();
        }
        return Optional.of(PieceFile.read(ByteBuffer.wrap(bytes, start, length)));
    }

    /** Keep a piece. */
    public void keep(Digest digest, Piece piece) {
        used.add(digest.hex());
        try {
            byte[] body = PieceFile.write(piece);
            byte[] head = head(digest);
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "piece", ".tmp");
            Files.write(
                    draft,
                    ByteBuffer.allocate(head.length + Long.BYTES + body.length)
                            .put(head)
                            .putLong(sum(body, 0, body.length))
                            .put(body)
                            .array());
            Files.move(draft, file(digest), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping a piece of the PDF", e);
        }
    }

    /**
     * Delete what is in excess: of what nobody asked for since this shelf was opened, as many files
     * stay as were asked for, the newest.
     */
    public void tidy() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> idle = new ArrayList<>();
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!used.contains(name.replace(ENDING, ""))) {
                    idle.add(file);
                }
            }
            idle.sort(Comparator.comparing(PieceShelf::age).thenComparing(Path::getFileName));
            for (Path file :
                    idle.subList(0, Math.max(0, idle.size() - Math.max(FEWEST, used.size())))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("tidying " + folder, e);
        }
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }

    private static byte[] head(Digest digest) {
        byte[] key = digest.hex().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(MAGIC.length + key.length).put(MAGIC).put(key).array();
    }

    private static long sum(byte[] bytes, int start, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, start, length);
        return sum.getValue() << 32 | length;
    }

    private Path file(Digest digest) {
        return folder.resolve(digest.hex() + ENDING);
    }
}
